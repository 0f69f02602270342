import { quoteInput } from '../../licensing/quote-input.ts'
import { readActivationId, readKmsHost, refusedArgument } from '../argument-readers.ts'
import { plainOption, type OptionVersions, type SlmgrOption } from '../slmgr-option.ts'

/** The numbers of /act-type (slmgr.md 1.4). */
const activationTypes: Readonly<Record<string, string>> = { 0: 'all', 1: 'active-directory', 2: 'kms', 3: 'token' }

const clear = (name: string, kind: string, versions: OptionVersions = 'all'): SlmgrOption => ({
  name,
  mandatory: [],
  optional: ['ACTIVATION-ID'],
  versions,
  step: ([id]) => ({ kind, params: { activationId: readActivationId(id) } }),
})

const caching = 'kms-client.set-host-caching'
const enabled = 'kms-client.set-activation-enabled'

/** KMS clients (slmgr.md 1.4). */
export const clientOptions: readonly SlmgrOption[] = [
  {
    name: '/skms',
    mandatory: ['NAME[:PORT]|:PORT'],
    optional: ['ACTIVATION-ID'],
    versions: 'all',
    step: ([host = '', id]) => ({
      kind: 'kms-client.set-host',
      params: { ...readKmsHost(host), activationId: readActivationId(id) },
    }),
  },
  clear('/ckms', 'kms-client.clear-host'),
  {
    name: '/skms-domain',
    mandatory: ['DOMAIN'],
    optional: ['ACTIVATION-ID'],
    versions: '8 and later',
    step: ([domain = '', id]) => ({
      kind: 'kms-client.set-lookup-domain',
      params: { domain: domain.trim(), activationId: readActivationId(id) },
    }),
  },
  clear('/ckms-domain', 'kms-client.clear-lookup-domain', '8 and later'),
  plainOption('/skhc', caching, { enabled: true }),
  plainOption('/ckhc', caching, { enabled: false }),
  {
    name: '/act-type',
    mandatory: [],
    optional: ['0|1|2|3', 'ACTIVATION-ID'],
    versions: '8 and later',
    step: ([typed = '0', id]) => {
      const type = activationTypes[typed.trim()]
      if (type === undefined)
        throw refusedArgument(
          'activation type',
          `${quoteInput(typed)} is no activation type.`,
          'Type 0 (all), 1 (Active Directory), 2 (KMS) or 3 (token).',
        )
      return { kind: 'kms-client.set-activation-type', params: { type, activationId: readActivationId(id) } }
    },
  },
  plainOption('/stao', enabled, { enabled: false }, '7 only'),
  plainOption('/ctao', enabled, { enabled: true }, '7 only'),
]
