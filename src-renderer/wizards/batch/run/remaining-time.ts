import type { BatchCounts, BatchView } from '../../../../src-main/contract/models/batch.ts'

/** Computers that have had their turn. */
export const finishedCount = ({ done, failed, skipped, unknown }: BatchCounts): number =>
  done + failed + skipped + unknown

/** Computers that the present part of a batch still has before it: until the first ones were looked at, those alone. */
export const leftCount = ({ policy, counts, total }: Pick<BatchView, 'policy' | 'counts' | 'total'>): number => {
  const finished = finishedCount(counts)
  const { canary } = policy
  const goal = canary !== null && finished < canary ? Math.min(canary, total) : total - counts.discarded
  return Math.max(0, goal - finished)
}

/** When a batch was looked at, and how many computers had had their turn then. */
export interface Observation {
  /** Milliseconds. */
  readonly at: number
  readonly finished: number
}

const leastFinished = 3
const leastTime = 2000

/**
 * How long the rest takes at the pace since an observation, in milliseconds; null while too little was seen to tell.
 * @param left computers that are still to be done
 */
export const remainingTime = (from: Observation, now: Observation, left: number): number | null => {
  const finished = now.finished - from.finished
  const time = now.at - from.at
  return finished < leastFinished || time < leastTime ? null : (time / finished) * left
}
