import { z } from 'zod'
import { guidFault } from '../licensing/activation-id.ts'
import { clearLookupDomainCommand, setLookupDomainCommand } from '../licensing/client-commands.ts'
import { withoutTrailingDot } from '../licensing/dns-domain-name.ts'
import { domainFault } from '../licensing/kms-client-input.ts'
import { textOrNull } from '../wmi/cim-values.ts'
import type { ActionContext, CounterStep } from './action.ts'
import { ActivationIdParam, forProduct } from './activation-id-param.ts'
import { clientSettingAction } from './client-setting-action.ts'
import { sameHost } from './fixed-host.ts'
import { callLicensing } from './licensing-calls.ts'
import { readLicensingObject, type LicensingObject } from './licensing-object.ts'
import { versionGates } from './version-gates.ts'

const LookupDomain = z.object({ domain: z.string().nullable(), host: z.string().nullable() }).strict()
type LookupDomain = z.infer<typeof LookupDomain>
const evidence = z.object({ before: LookupDomain }).strict()

const read = async (context: ActionContext, object: LicensingObject): Promise<LookupDomain> => {
  const row = await readLicensingObject(context, object, [
    'KeyManagementServiceLookupDomain',
    'KeyManagementServiceMachine',
  ])
  return {
    domain: textOrNull(row, 'KeyManagementServiceLookupDomain'),
    host: textOrNull(row, 'KeyManagementServiceMachine'),
  }
}

const putBack = (
  { domain }: LookupDomain,
  { activationId }: { readonly activationId: string | null },
): readonly CounterStep[] => [
  domain === null
    ? { kind: 'kms-client.clear-lookup-domain', params: { activationId } }
    : { kind: 'kms-client.set-lookup-domain', params: { domain, activationId } },
]

const shared = {
  putBack,
  evidence,
  label: 'the lookup domain',
  gate: versionGates.lookupDomain,
  read,
  words: ({ domain }: LookupDomain) => domain ?? 'not set',
  remark: ({ host }: LookupDomain) =>
    host === null ? null : `The KMS host ${host} is fixed; while it is, Windows does not look in DNS.`,
}

const SetParams = z.object({ domain: z.string().max(300), activationId: ActivationIdParam }).strict()

/** Lets the computer look for KMS hosts in a domain of choice; Windows 8 and later (slmgr.md 1.4). */
export const setLookupDomain = clientSettingAction<z.infer<typeof SetParams>, LookupDomain>({
  ...shared,
  kind: 'kms-client.set-lookup-domain',
  params: SetParams,
  title: ({ domain, activationId }) => `Look for KMS hosts in the domain ${domain}${forProduct(activationId)}`,
  equivalent: ({ domain, activationId }, target) =>
    setLookupDomainCommand(target, withoutTrailingDot(domain), activationId),
  activationId: ({ activationId }) => activationId,
  fault: ({ domain, activationId }) =>
    domainFault(domain, 'domain') ?? (activationId === null ? null : guidFault(activationId)),
  isRight: (state, { domain }) => sameHost(state.domain, withoutTrailingDot(domain)),
  write: (context, { path }, { domain }) =>
    callLicensing(context, path, 'SetKeyManagementServiceLookupDomain', { LookupDomain: withoutTrailingDot(domain) }),
  undoneWith: 'slmgr /skms-domain or /ckms-domain',
})

const ClearParams = z.object({ activationId: ActivationIdParam }).strict()

/** Lets the computer look for KMS hosts in its own domains again; Windows 8 and later (slmgr.md 1.4). */
export const clearLookupDomain = clientSettingAction<z.infer<typeof ClearParams>, LookupDomain>({
  ...shared,
  kind: 'kms-client.clear-lookup-domain',
  params: ClearParams,
  title: ({ activationId }) => `Look for KMS hosts in the computer’s own domains${forProduct(activationId)}`,
  equivalent: ({ activationId }, target) => clearLookupDomainCommand(target, activationId),
  activationId: ({ activationId }) => activationId,
  fault: ({ activationId }) => (activationId === null ? null : guidFault(activationId)),
  isRight: ({ domain }) => domain === null,
  write: (context, { path }) => callLicensing(context, path, 'ClearKeyManagementServiceLookupDomain'),
  undoneWith: 'slmgr /skms-domain',
})
