import { licensingService } from '../../licensing/kms-facts.ts'
import { readInterval, readPort } from '../../licensing/host-setting-input.ts'
import { valueOrThrow } from '../argument-readers.ts'
import type { SlmgrOption } from '../slmgr-option.ts'

/** Every setting of a KMS host takes effect with a restart of its service (slmgr.md 1.5). */
const afterwards = `It takes effect when the licensing service is restarted: net stop ${licensingService} && net start ${licensingService}`

/** The computer has to be an activated KMS host already (actions/host-setting-action.ts). */
const existing = true

const interval = (name: string, kind: string, field: 'activationInterval' | 'renewalInterval'): SlmgrOption => ({
  name,
  mandatory: ['MINUTES'],
  optional: [],
  versions: 'all',
  step: ([minutes = '']) => ({
    kind,
    params: { minutes: valueOrThrow(readInterval(field, minutes)), existing },
    afterwards,
  }),
})

const hostSwitch = (name: string, kind: string, params: Readonly<Record<string, boolean>>): SlmgrOption => ({
  name,
  mandatory: [],
  optional: [],
  versions: 'all',
  step: () => ({ kind, params: { ...params, existing }, afterwards }),
})

/** KMS hosts (slmgr.md 1.5). */
export const hostOptions: readonly SlmgrOption[] = [
  {
    name: '/sprt',
    mandatory: ['PORT'],
    optional: [],
    versions: 'all',
    step: ([port = '']) => ({
      kind: 'kms-host.set-port',
      params: { port: valueOrThrow(readPort(port)), existing },
      afterwards,
    }),
  },
  interval('/sai', 'kms-host.set-activation-interval', 'activationInterval'),
  interval('/sri', 'kms-host.set-renewal-interval', 'renewalInterval'),
  hostSwitch('/sdns', 'kms-host.set-dns-publishing', { enabled: true }),
  hostSwitch('/cdns', 'kms-host.set-dns-publishing', { enabled: false }),
  hostSwitch('/spri', 'kms-host.set-priority', { low: false }),
  hostSwitch('/cpri', 'kms-host.set-priority', { low: true }),
]
