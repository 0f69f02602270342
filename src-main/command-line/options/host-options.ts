import { readInterval, readPort } from '../../licensing/host-setting-input.ts'
import { valueOrThrow } from '../argument-readers.ts'
import { plainOption, type SlmgrOption } from '../slmgr-option.ts'

/** The computer has to be an activated KMS host already (actions/host-setting-action.ts). */
const existing = true

const interval = (name: string, kind: string, field: 'activationInterval' | 'renewalInterval'): SlmgrOption => ({
  name,
  mandatory: ['MINUTES'],
  optional: [],
  versions: 'all',
  step: ([minutes = '']) => ({ kind, params: { minutes: valueOrThrow(readInterval(field, minutes)), existing } }),
})

/** KMS hosts (slmgr.md 1.5). */
export const hostOptions: readonly SlmgrOption[] = [
  {
    name: '/sprt',
    mandatory: ['PORT'],
    optional: [],
    versions: 'all',
    step: ([port = '']) => ({ kind: 'kms-host.set-port', params: { port: valueOrThrow(readPort(port)), existing } }),
  },
  interval('/sai', 'kms-host.set-activation-interval', 'activationInterval'),
  interval('/sri', 'kms-host.set-renewal-interval', 'renewalInterval'),
  plainOption('/sdns', 'kms-host.set-dns-publishing', { enabled: true, existing }),
  plainOption('/cdns', 'kms-host.set-dns-publishing', { enabled: false, existing }),
  plainOption('/spri', 'kms-host.set-priority', { low: false, existing }),
  plainOption('/cpri', 'kms-host.set-priority', { low: true, existing }),
]
