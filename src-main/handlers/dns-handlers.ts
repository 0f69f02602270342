import type { Handlers } from '../contract/handlers.ts'
import { bindText } from '../network/bind-text.ts'
import { checkSrvRecordInput } from '../network/srv-record-input.ts'
import { srvPermissionSteps } from '../network/srv-permission-steps.ts'
import type { DnsService } from './service-interfaces.ts'

type DnsChannels = 'dns.survey' | 'dns.checkRecord' | 'dns.bindText' | 'dns.permissionSteps'

/** KMS records in DNS: what is there, whether what was typed can be written, and texts to paste. */
export const dnsHandlers = (dns: DnsService): Pick<Handlers, DnsChannels> => ({
  'dns.survey': (question, { signal }) => dns.survey(question, signal),
  'dns.checkRecord': async (input) => {
    const { value, findings } = checkSrvRecordInput(input)
    return { value, findings: [...findings] }
  },
  'dns.bindText': async (question) => bindText(question),
  'dns.permissionSteps': async (question) => srvPermissionSteps(question),
})
