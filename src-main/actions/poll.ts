import type { ActionContext } from './action.ts'

/**
 * Looks again and again until something is found or the time is over, and returns the last look either way. Waits and
 * reads the clock through the context, so that an aborted step ends it.
 */
export const pollUntil = async <T>(
  context: Pick<ActionContext, 'wait' | 'now'>,
  look: () => Promise<T>,
  isThere: (seen: T) => boolean,
  times: { readonly every: number; readonly atMost: number },
): Promise<T> => {
  const end = context.now().getTime() + times.atMost
  for (;;) {
    const seen = await look()
    if (isThere(seen) || context.now().getTime() >= end) return seen
    await context.wait(times.every)
  }
}
