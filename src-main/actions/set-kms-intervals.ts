import { z } from 'zod'
import { minutesText } from '../contract/minutes.ts'
import { activationInterval, maxInterval, minInterval, renewalInterval } from '../licensing/kms-facts.ts'
import { uint } from '../wmi/cim-values.ts'
import { ExistingHost, hostSettingAction } from './host-setting-action.ts'

const Params = z
  .object({ minutes: z.number().int().min(minInterval).max(maxInterval), existing: ExistingHost })
  .strict()
type Params = z.infer<typeof Params>

const words = (minutes: number | boolean): string => minutesText(Number(minutes))

/** Sets how often KMS clients that are not activated ask again; clients take it over with their next answer (kms.md 1). */
export const setActivationInterval = hostSettingAction<Params>({
  kind: 'kms-host.set-activation-interval',
  params: Params,
  title: ({ minutes }) => `Let KMS clients that are not activated ask every ${words(minutes)}`,
  change: ({ minutes }) => ({ setting: 'activationInterval', value: minutes }),
  read: (row) => uint(row, 'VLActivationInterval', activationInterval),
  wanted: ({ minutes }) => minutes,
  input: ({ minutes }) => ({ ActivationInterval: minutes }),
  words,
  paramOf: (value) => ({ minutes: value }),
})

/** Sets how often activated KMS clients renew their activation. */
export const setRenewalInterval = hostSettingAction<Params>({
  kind: 'kms-host.set-renewal-interval',
  params: Params,
  title: ({ minutes }) => `Let activated KMS clients renew every ${words(minutes)}`,
  change: ({ minutes }) => ({ setting: 'renewalInterval', value: minutes }),
  read: (row) => uint(row, 'VLRenewalInterval', renewalInterval),
  wanted: ({ minutes }) => minutes,
  input: ({ minutes }) => ({ RenewalInterval: minutes }),
  words,
  paramOf: (value) => ({ minutes: value }),
})
