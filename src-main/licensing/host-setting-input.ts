import { describeMinutes } from '../contract/minutes.ts'
import type { Finding } from '../contract/models/finding.ts'
import { activationInterval, defaultKmsPort, maxInterval, minInterval, renewalInterval } from './kms-facts.ts'
import { quoteInput } from './quote-input.ts'

/** A number as it can be written, or what is wrong with the text. */
export type ReadSetting =
  { readonly outcome: 'value'; readonly value: number } | { readonly outcome: 'refused'; readonly finding: Finding }

/** The two intervals of a KMS host (kms.md 1). */
export type IntervalField = 'activationInterval' | 'renewalInterval'

const refused = (check: string, field: string, message: string, remedy: string): ReadSetting => ({
  outcome: 'refused',
  finding: { check, level: 'problem', field, message, remedy },
})

/** Reads a TCP port, 1 to 65535. */
export const readPort = (typed: string): ReadSetting => {
  const text = typed.trim()
  const remedy = `Enter a whole number from 1 to 65535; ${defaultKmsPort} is usual for KMS.`
  if (text === '') return refused('setting-port', 'port', 'The port is empty.', remedy)
  if (!/^\d+$/.test(text)) {
    return refused('setting-port', 'port', `The port ${quoteInput(text)} is not a whole number.`, remedy)
  }
  const value = Number(text)
  return value >= 1 && value <= 65_535
    ? { outcome: 'value', value }
    : refused('setting-port', 'port', `The port ${quoteInput(text)} is not between 1 and 65535.`, remedy)
}

const units = { minute: 1, hour: 60, day: 1440, week: 10_080 } as const
const unitOf = (word: string): number => {
  if (word.startsWith('h')) return units.hour
  if (word.startsWith('d')) return units.day
  return word.startsWith('w') ? units.week : units.minute
}

const span = String.raw`\d+(?:\.\d+)?\s*(?:minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)`
const wholeText = new RegExp(String.raw`^${span}(?:\s*(?:,|and)?\s*${span})*$`)
const eachSpan = /(\d+(?:\.\d+)?)\s*([a-z]+)/g

/** Minutes of "120", "2 hours", "7 days", "1 h 30 min"; null for anything else, and where they are not whole. */
export const parseMinutes = (typed: string): number | null => {
  const text = typed.trim().toLowerCase()
  if (/^\d+$/.test(text)) return Number(text)
  if (!wholeText.test(text)) return null
  const minutes = [...text.matchAll(eachSpan)].reduce(
    (sum, [, amount = '0', unit = '']) => sum + Number(amount) * unitOf(unit),
    0,
  )
  return Number.isInteger(minutes) ? minutes : null
}

const intervals: Readonly<Record<IntervalField, { readonly name: string; readonly usual: number }>> = {
  activationInterval: { name: 'activation interval', usual: activationInterval },
  renewalInterval: { name: 'renewal interval', usual: renewalInterval },
}

/** Reads an interval in minutes, or with units; 15 minutes to 30 days are allowed (kms.md 1). */
export const readInterval = (field: IntervalField, typed: string): ReadSetting => {
  const text = typed.trim()
  const { name, usual } = intervals[field]
  const check = field === 'activationInterval' ? 'setting-activation-interval' : 'setting-renewal-interval'
  const remedy = `Enter ${minInterval} to ${maxInterval} minutes (${describeMinutes(maxInterval)}); ${usual} (${describeMinutes(usual)}) is usual. "2 hours" or "7 days" will do as well.`
  if (text === '') return refused(check, field, `The ${name} is empty.`, remedy)
  const minutes = parseMinutes(text)
  if (minutes === null) {
    return refused(check, field, `The ${name} ${quoteInput(text)} is not a whole number of minutes.`, remedy)
  }
  if (minutes >= minInterval && minutes <= maxInterval) return { outcome: 'value', value: minutes }
  const where =
    minutes < minInterval
      ? `shorter than ${minInterval} minutes`
      : `longer than ${maxInterval} minutes (${describeMinutes(maxInterval)})`
  return refused(check, field, `The ${name} ${quoteInput(text)} is ${where}, which Windows refuses.`, remedy)
}
