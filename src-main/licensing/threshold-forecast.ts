import { clientRetentionDays, clientThreshold, maxCachedClients } from './kms-facts.ts'
import type { KmsRequestRecord } from './kms-requests.ts'

/** What a forecast is made from. */
export interface ForecastQuestion {
  readonly now: Date
  /** The host's present count; null where it could not be read. */
  readonly count: number | null
  /** 25 for Windows clients, 5 for servers. */
  readonly threshold: number
  readonly requests: readonly KmsRequestRecord[]
}

/** Why a forecast cannot be made. */
export type NoForecast = 'count-unknown' | 'no-requests' | 'too-short' | 'no-new-clients'

/** When the threshold will be reached if new computers go on asking as they do now. */
export type ThresholdForecast =
  | { readonly outcome: 'reached'; readonly sentence: string }
  | {
      readonly outcome: 'expected'
      /** ISO 8601 UTC. */
      readonly at: string
      readonly missing: number
      /** New client machine IDs per day. */
      readonly perDay: number
      readonly sentence: string
    }
  | { readonly outcome: 'cannot-tell'; readonly reason: NoForecast; readonly sentence: string }

const hour = 60 * 60_000
const day = 24 * hour
/** The pace is that of the last week: all clients that are not activated ask within hours, activated ones within it. */
const windowDays = 7

const cannotTell = (reason: NoForecast, sentence: string): ThresholdForecast => ({
  outcome: 'cannot-tell',
  reason,
  sentence,
})

const firstSeen = (requests: readonly KmsRequestRecord[]): readonly number[] => [
  ...requests
    .reduce((first, { cmid, at }) => {
      const time = Date.parse(at)
      return first.set(cmid, Math.min(first.get(cmid) ?? time, time))
    }, new Map<string, number>())
    .values(),
]

const computers = (count: number): string => (count === 1 ? '1 computer' : `${count} computers`)

const paceSentence = (fresh: number, span: number, missing: number): string => {
  const days = Math.max(1, Math.round(span / day))
  const hours = Math.max(1, Math.round(span / hour))
  const inHours = hours === 1 ? 'hour' : `${hours} hours`
  const time = span < day ? inHours : days === 1 ? 'day' : `${days} days`
  return `${computers(fresh)} asked for the first time in the last ${time}; ${missing} more ${missing === 1 ? 'is' : 'are'} needed.`
}

/**
 * When a host's count will reach a threshold at the pace of new client machine IDs in the last seven days, or why that
 * cannot be told. Only requests that the host took and of the last 30 days are looked at, because it forgets a client
 * after that (kms.md 1). A log that begins within the week makes every client look new, so no more are taken as new than
 * the host counts.
 */
export const forecastThreshold = ({ now, count, threshold, requests }: ForecastQuestion): ThresholdForecast => {
  if (count === null) return cannotTell('count-unknown', "The host's count could not be read.")
  if (count >= threshold) {
    return { outcome: 'reached', sentence: `The count is ${count}, so the ${threshold} that are needed are reached.` }
  }
  const oldest = now.getTime() - clientRetentionDays * day
  const taken = requests.filter(
    ({ at, resultCode }) => resultCode === 0 && Date.parse(at) >= oldest && Date.parse(at) <= now.getTime(),
  )
  const seen = firstSeen(taken)
  if (seen.length === 0) {
    const sentence = `No request was taken in the last ${clientRetentionDays} days. Look at DNS, the firewall and the clients.`
    return cannotTell('no-requests', sentence)
  }
  const span = Math.min(windowDays * day, now.getTime() - Math.min(...seen))
  if (span < hour) {
    return cannotTell('too-short', 'The first request came less than an hour ago, which is too short to tell a pace.')
  }
  const first = seen.filter((time) => time >= now.getTime() - windowDays * day).length
  if (first === 0) {
    const sentence = `No new computer has asked in the last ${windowDays} days, so the count will not reach ${threshold} by itself.`
    return cannotTell('no-new-clients', sentence)
  }
  // A count of 0 beside requests that were taken is that of a host that started anew: it bounds nothing.
  const fresh = count === 0 ? first : Math.min(count, first)
  const missing = threshold - count
  const at = new Date(now.getTime() + (missing * span) / fresh).toISOString()
  return {
    outcome: 'expected',
    at,
    missing,
    perDay: (fresh * day) / span,
    sentence: paceSentence(fresh, span, missing),
  }
}

/** What is known about a host when its count is explained. */
export interface CountQuestion {
  readonly count: number
  readonly threshold: number
  /** KMS hosts that the clients can find, this one included; 1 where unknown. */
  readonly hosts: number
}

/** Sentences that explain a count, those that apply (kms.md 1, "Traps"). */
export const explainCount = ({ count, threshold, hosts }: CountQuestion): readonly string[] => {
  const cap = threshold >= clientThreshold ? maxCachedClients.client : maxCachedClients.server
  return [
    ...(count >= cap
      ? [`A host counts no further than ${cap}, so the number says nothing about how many computers there are.`]
      : []),
    ...(count < threshold && hosts > 1
      ? [
          `${hosts} KMS hosts split the count: each computer asks one of them. With 30 clients spread evenly over two hosts neither reaches ${clientThreshold}.`,
        ]
      : []),
    ...(count < threshold && threshold >= clientThreshold
      ? ['Servers count as well, and are activated from a count of 5 while clients still wait for 25.']
      : []),
    ...(count < threshold
      ? [
          `Computers that are activated stay so for up to 180 days while the count is too low, but ask again every two hours.`,
        ]
      : []),
    `A computer that has not asked for ${clientRetentionDays} days no longer counts.`,
  ]
}
