import { assertNever } from '../contract/app-error.ts'
import type { LicensedProduct, LicenseStatus } from '../contract/models/license-snapshot.ts'
import { codeSentence } from './error-explanations.ts'

const byNumber: readonly LicenseStatus[] = [
  'unlicensed',
  'licensed',
  'oob-grace',
  'oot-grace',
  'non-genuine-grace',
  'notification',
  'extended-grace',
]

/** SoftwareLicensingProduct.LicenseStatus as a word (slmgr.md 7.5); numbers that Windows does not document are `unknown`. */
export const licenseStatus = (value: number): LicenseStatus => byNumber[value] ?? 'unknown'

/** The moment at which `minutes` are over, counted from when they were read. */
export const graceEnd = (readAt: Date, minutes: number): Date => new Date(readAt.getTime() + minutes * 60_000)

/** By time zone ("" for the local one). A formatter takes longer to make than everything else about a computer. */
const formatters = new Map<string, Intl.DateTimeFormat>()

const day = (date: Date, timeZone: string = ''): string => {
  const formatter =
    formatters.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', ...(timeZone === '' ? {} : { timeZone }) })
  formatters.set(timeZone, formatter)
  return formatter.format(date)
}

/** LicenseStatusReason values that slmgr explains for the state Notification (slmgr.md 3.3). */
const notificationReason = (reason: number): string => {
  if (reason === 0xc004f200) return ', because Windows was found not to be genuine.'
  if (reason === 0xc004f009) return ', because the time allowed without activation is over.'
  return `. The reason is ${codeSentence(reason).replace(/\.$/, '')}.`
}

/** The fields of a product that its status sentence is made of. */
export type StatusFields = Pick<LicensedProduct, 'status' | 'statusReason' | 'graceMinutes' | 'kind'>

const licensedSentence = ({ kind, graceMinutes }: StatusFields, end: string): string => {
  if (graceMinutes === 0) return 'Activated permanently.'
  if (kind === 'time-based') return `Activated until ${end}, when this time-limited licence ends.`
  return `Activated until ${end}. The activation renews itself as long as the computer reaches what activated it.`
}

/**
 * A product's status in a sentence for people, remaining minutes turned into a date. `readAt` is when the minutes were
 * read; `timeZone` (IANA name) is the local one unless given.
 */
export const describeLicenseStatus = (product: StatusFields, readAt: Date, timeZone?: string): string => {
  const end = day(graceEnd(readAt, product.graceMinutes), timeZone)
  switch (product.status) {
    case 'licensed':
      return licensedSentence(product, end)
    case 'unlicensed':
      return 'Not activated.'
    case 'oob-grace':
      return `Not activated yet. The time allowed after installation ends on ${end}.`
    case 'oot-grace':
      return `Not activated any more: the activation has expired or the hardware has changed. The time allowed ends on ${end}.`
    case 'non-genuine-grace':
      return `Windows was found not to be genuine. The time allowed ends on ${end}.`
    case 'notification':
      return `Not activated; Windows shows reminders${notificationReason(product.statusReason)}`
    case 'extended-grace':
      return `Activated for a limited time: the extended grace period ends on ${end}.`
    case 'unknown':
      return 'Windows reports a licence status that this app does not know.'
    default:
      return assertNever(product.status)
  }
}
