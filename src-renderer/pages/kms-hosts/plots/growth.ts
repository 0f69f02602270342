import type { KmsClientRow, KmsThreshold } from '../../../../src-main/contract/models/kms-host-overview.ts'
import { timeText } from '../../../format/time.ts'
import { requests as words } from '../../../strings/kms-hosts/requests.ts'

/** A number of computers at a time. */
export interface GrowthPoint {
  readonly at: Date
  readonly computers: number
}

/**
 * How many different computers had asked by when, as the corners of a step line from shortly before the first request to
 * the last one. Empty where nobody asked.
 * @param from ISO 8601: the line begins no earlier
 */
export const growthPoints = (
  clients: readonly Pick<KmsClientRow, 'firstSeen' | 'lastSeen'>[],
  from: string,
): readonly GrowthPoint[] => {
  const times = clients.map(({ firstSeen }) => Date.parse(firstSeen)).toSorted((left, right) => left - right)
  const steps = times.flatMap((time, index) => [
    { at: new Date(time), computers: index },
    { at: new Date(time), computers: index + 1 },
  ])
  const [first] = times
  if (first === undefined) return []
  // The clock of the host may differ from the app's: what it logged last is the latest that is known.
  const last = Math.max(...clients.map(({ lastSeen }) => Date.parse(lastSeen)))
  // A line that lies flat for days says nothing: it begins a little before the first request.
  const begin = Math.max(Date.parse(from), first - Math.max(60_000, (last - first) / 20))
  return [{ at: new Date(begin), computers: 0 }, ...steps, { at: new Date(last), computers: times.length }]
}

/** The minute of a time, `2026-11-22 18:00`, or `18:00` where it is within a day of `now`. */
export const aboutText = (iso: string, now: Date): string => {
  const text = timeText(iso).slice(0, 16)
  return Math.abs(Date.parse(iso) - now.getTime()) < 86_400_000 ? text.slice(11) : text
}

/** The message of the plot, for example "17 of 25 clients counted; 25 expected at about 18:00". */
export const growthTitle = (count: number, { needed, forecast }: KmsThreshold, now: Date): string => {
  const head = words.growthTitle(count, needed)
  switch (forecast.outcome) {
    case 'reached':
      return `${head}; ${words.growthReached(needed)}`
    case 'expected':
      return `${head}; ${words.growthExpected(needed, aboutText(forecast.at, now))}`
    case 'cannot-tell':
      return `${head}; ${words.growthUnknown}`
  }
}
