import { z } from 'zod'
import { guidFault } from '../licensing/activation-id.ts'
import { clearHostCommand } from '../licensing/client-commands.ts'
import { ActivationIdParam, forProduct } from './activation-id-param.ts'
import { clientSettingAction } from './client-setting-action.ts'
import { FixedHostEvidence, fixedHostWords, putFixedHostBack, readFixedHost, type FixedHost } from './fixed-host.ts'
import { callLicensing } from './licensing-calls.ts'

const Params = z.object({ activationId: ActivationIdParam }).strict()

/** Clears a fixed KMS host and its port, so that the computer looks for its KMS hosts in DNS again (slmgr.md 1.4). */
export const clearClientHost = clientSettingAction<z.infer<typeof Params>, FixedHost>({
  kind: 'kms-client.clear-host',
  params: Params,
  evidence: FixedHostEvidence,
  label: 'the fixed KMS host',
  title: ({ activationId }) => `Look for KMS hosts in DNS${forProduct(activationId)}: clear a fixed host and port`,
  equivalent: ({ activationId }, target) => clearHostCommand(target, activationId),
  activationId: ({ activationId }) => activationId,
  gate: null,
  fault: ({ activationId }) => (activationId === null ? null : guidFault(activationId)),
  read: readFixedHost,
  isRight: ({ host, port }) => host === null && port === 0,
  write: async (context, { path }, _, { now }) => {
    if (now.host !== null || context.rewrite) await callLicensing(context, path, 'ClearKeyManagementServiceMachine')
    if (now.port !== 0 || context.rewrite) await callLicensing(context, path, 'ClearKeyManagementServicePort')
  },
  words: fixedHostWords,
  remark: ({ lookupDomain }) =>
    lookupDomain === null ? null : `Windows looks for KMS hosts in the lookup domain ${lookupDomain} now.`,
  putBack: putFixedHostBack,
  undoneWith: 'slmgr /skms',
})
