import type { Finding } from '../contract/models/finding.ts'
import type { HostSettingsCheck } from '../contract/models/host-input-checks.ts'
import { describeMinutes } from '../contract/minutes.ts'
import { readInterval, readPort, type ReadSetting } from './host-setting-input.ts'

/** Texts as typed; null for what is not asked about. */
export interface TypedHostSettings {
  readonly port: string | null
  readonly activationInterval: string | null
  readonly renewalInterval: string | null
}

const valueOf = (read: ReadSetting | null): number | null => (read?.outcome === 'value' ? read.value : null)
const words = (minutes: number | null): string | null => (minutes === null ? null : describeMinutes(minutes))

/** Reads typed host settings: each as a number, or as a finding with field, value and remedy. */
export const checkHostSettings = (typed: TypedHostSettings): HostSettingsCheck => {
  const port = typed.port === null ? null : readPort(typed.port)
  const activation =
    typed.activationInterval === null ? null : readInterval('activationInterval', typed.activationInterval)
  const renewal = typed.renewalInterval === null ? null : readInterval('renewalInterval', typed.renewalInterval)
  const findings = [port, activation, renewal].flatMap((read): readonly Finding[] =>
    read?.outcome === 'refused' ? [read.finding] : [],
  )
  return {
    port: valueOf(port),
    activationInterval: valueOf(activation),
    renewalInterval: valueOf(renewal),
    activationIntervalInWords: words(valueOf(activation)),
    renewalIntervalInWords: words(valueOf(renewal)),
    findings,
  }
}
