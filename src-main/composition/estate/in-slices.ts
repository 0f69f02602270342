import { setImmediate } from 'node:timers/promises'

/** Rows of one transaction: few enough that main answers the window meanwhile, many enough that the disk is not the limit. */
export const sliceSize = 250

/** Does a piece of work per slice (told where it begins), and lets everything else go on between two of them. Rejects where the signal aborts. */
export const inSlices = async <T>(
  items: readonly T[],
  signal: AbortSignal,
  work: (slice: readonly T[], from: number) => void,
): Promise<void> => {
  for (let from = 0; from < items.length; from += sliceSize) {
    signal.throwIfAborted()
    work(items.slice(from, from + sliceSize), from)
    await setImmediate()
  }
}
