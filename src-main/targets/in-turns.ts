/**
 * Works through a list with at most `width` pieces of work at a time and gives the results in the order of the list.
 * Rejects as soon as one piece does, or with the signal's reason where it aborts; what is under way then goes on unheard.
 */
export const inTurns = async <T, R>(
  list: readonly T[],
  width: number,
  signal: AbortSignal,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> => {
  const results: R[] = []
  const queue = list.entries()
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) {
      signal.throwIfAborted()
      results[index] = await work(item)
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, list.length) }, worker))
  signal.throwIfAborted()
  return results
}
