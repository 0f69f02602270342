/**
 * Waits for a promise, but not longer than a signal allows. Rejects with the signal's reason when it aborts first; the
 * promise itself goes on and its outcome is dropped (a name look-up of the operating system cannot be called off).
 */
export const untilAborted = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  work.catch(() => undefined)
  signal.throwIfAborted()
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const onAbort = (): void => reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

/** A signal that aborts after `milliseconds` with a TimeoutError, or earlier with the caller's own signal. */
export const deadline = (milliseconds: number, signal?: AbortSignal): AbortSignal => {
  const timer = AbortSignal.timeout(milliseconds)
  return signal === undefined ? timer : AbortSignal.any([signal, timer])
}

/** Node's code of a system error ("ECONNREFUSED"), also inside the AggregateError of several tried addresses; "" if none. */
export const systemCode = (thrown: unknown): string => {
  if (thrown instanceof AggregateError && !('code' in thrown && typeof thrown.code === 'string')) {
    return systemCode(thrown.errors[0])
  }
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : ''
}
