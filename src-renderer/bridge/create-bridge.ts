import type { AppError, Result } from '../../src-main/contract/app-error.ts'
import { fail } from '../../src-main/contract/app-error.ts'
import type { CallName, ListenName, RawBridge } from '../../src-main/contract/channels.ts'
import type { EventOf, InputOf, OutputOf } from '../../src-main/contract/table.ts'

/** Options of a call. */
export interface CallOptions {
  /** Abandons the call: the answer is `cancelled` at once. Windows may still carry the work out. */
  readonly signal?: AbortSignal
}

/** The typed client of the contract. Nothing rejects: every answer is a value or an error. */
export interface Bridge {
  /** Asks main. */
  call<K extends CallName>(name: K, input: InputOf<K>, options?: CallOptions): Promise<Result<OutputOf<K>>>
  /**
   * Subscribes. `onEvent` gets each event until the returned function is called. `onError` is told where the
   * subscription could not be made.
   */
  listen<K extends ListenName>(
    name: K,
    input: InputOf<K>,
    onEvent: (event: EventOf<K>) => void,
    onError?: (error: AppError) => void,
  ): () => void
}

const cancelled: AppError = { code: 'cancelled', message: 'The request was cancelled.', retryable: true }
const unusable: AppError = {
  code: 'internal',
  message: 'The window cannot send this request.',
  retryable: false,
}

/**
 * Builds the typed client over the raw bridge. The types are sound because main validates what comes in and what goes
 * out with the schemas from which they are derived.
 */
export const createBridge = (raw: RawBridge, newId: () => string = () => crypto.randomUUID()): Bridge => ({
  async call<K extends CallName>(name: K, input: InputOf<K>, { signal }: CallOptions = {}) {
    if (signal?.aborted) return fail(cancelled)
    const requestId = newId()
    const cancel = (): void => raw.cancel(requestId)
    signal?.addEventListener('abort', cancel, { once: true })
    try {
      return (await raw.call(name, requestId, input)) as Result<OutputOf<K>>
    } catch {
      return fail(unusable)
    } finally {
      signal?.removeEventListener('abort', cancel)
    }
  },
  listen<K extends ListenName>(
    name: K,
    input: InputOf<K>,
    onEvent: (event: EventOf<K>) => void,
    onError: (error: AppError) => void = () => undefined,
  ) {
    const requestId = newId()
    let ended = false
    const deliver = (event: unknown): void => {
      if (!ended) onEvent(event as EventOf<K>)
    }
    const subscribe = async (): Promise<void> => {
      const answer = await raw.listen(name, requestId, input, deliver).catch(() => fail(unusable))
      const result = answer as Result<undefined>
      if (!ended && !result.ok) onError(result.error)
    }
    void subscribe()
    return () => {
      if (ended) return
      ended = true
      raw.cancel(requestId)
    }
  },
})
