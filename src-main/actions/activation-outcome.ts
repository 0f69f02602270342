import { minutesText } from '../contract/minutes.ts'
import { graceEnd } from '../licensing/license-status.ts'
import type { Activated } from './activation.ts'

const day = (date: Date): string => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(date)

const until = ({ graceMinutes, readAt }: Activated): string =>
  graceMinutes === 0 ? '' : ` for ${minutesText(graceMinutes)}, until ${day(graceEnd(new Date(readAt), graceMinutes))}`

const by = ({ activatedBy, kms }: Activated): string => {
  if (activatedBy === 'active-directory') return ' by Active Directory'
  return kms?.host ? ` by the KMS host ${kms.host}` : ''
}

/** What an activation came to, in a sentence: status, which KMS host, until when, its count. */
export const activatedSentence = (result: Activated): string => {
  const { name, status, kind, activatedNow, kms } = result
  if (!activatedNow)
    return kind === 'kms-client'
      ? `${name} is activated${until(result)}.`
      : `${name} was activated already; no activation was spent.`
  if (status === 'extended-grace') return `${name} is activated and in its extended grace period.`
  const count = kms?.count ?? null
  const counted = count === null ? '' : ` The count of the host was ${count}.`
  return `${name} is activated${by(result)}${until(result)}.${counted}`
}
