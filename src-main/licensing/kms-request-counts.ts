import type { LicenseStatus } from '../contract/models/license-snapshot.ts'
import { codeSentence } from './error-explanations.ts'
import type { KmsRequestRecord } from './kms-requests.ts'

/** The requests of one span of time. */
export interface RequestBucket {
  /** ISO 8601 UTC; the bucket reaches up to the start of the next one. */
  readonly start: string
  readonly accepted: number
  readonly refused: number
  /** Distinct client machine IDs among all of them. */
  readonly clients: number
}

/** The span of a plot: `from` is in it, `to` is not. */
export interface RequestSpan {
  readonly from: Date
  readonly to: Date
  /** Length of a bucket in milliseconds. */
  readonly bucket: number
}

/**
 * Counts requests over time for a plot. Empty buckets are there as well, so that a gap is seen; requests outside the span
 * are left out. No buckets where the span or the bucket is not positive.
 */
export const requestsOverTime = (
  requests: readonly KmsRequestRecord[],
  { from, to, bucket }: RequestSpan,
): readonly RequestBucket[] => {
  const start = from.getTime()
  if (bucket <= 0 || to.getTime() <= start) return []
  const byBucket = Map.groupBy(
    requests.filter(({ at }) => Date.parse(at) >= start && Date.parse(at) < to.getTime()),
    ({ at }) => Math.floor((Date.parse(at) - start) / bucket),
  )
  return Array.from({ length: Math.ceil((to.getTime() - start) / bucket) }, (_, index) => {
    const here = byBucket.get(index) ?? []
    const accepted = here.filter(({ resultCode }) => resultCode === 0).length
    return {
      start: new Date(start + index * bucket).toISOString(),
      accepted,
      refused: here.length - accepted,
      clients: new Set(here.map(({ cmid }) => cmid)).size,
    }
  })
}

/** Refused requests of one kind. */
export interface RefusedRequests {
  readonly code: number
  readonly count: number
  /** Code and meaning in a sentence. */
  readonly meaning: string
  readonly clients: number
  readonly lastAt: string
}

/** Refused requests by result code, the most frequent first. */
export const refusalsByCode = (requests: readonly KmsRequestRecord[]): readonly RefusedRequests[] =>
  [...Map.groupBy(requests, ({ resultCode }) => resultCode)]
    .filter(([code]) => code !== 0)
    .map(([code, group]) => ({
      code,
      count: group.length,
      meaning: codeSentence(code),
      clients: new Set(group.map(({ cmid }) => cmid)).size,
      lastAt: group.map(({ at }) => at).reduce((latest, at) => (at > latest ? at : latest)),
    }))
    .toSorted((left, right) => right.count - left.count)

/** Number of requests by the state in which the client was when it asked; states that no client had are absent. */
export const requestsByStatus = (
  requests: readonly KmsRequestRecord[],
): readonly { readonly status: LicenseStatus; readonly count: number }[] =>
  [...Map.groupBy(requests, ({ status }) => status)]
    .map(([status, group]) => ({ status, count: group.length }))
    .toSorted((left, right) => right.count - left.count)
