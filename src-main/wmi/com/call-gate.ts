/**
 * Lets a limited number of operations into COM at a time and keeps the others waiting in order. A place is held until
 * COM has really come back, also when nobody waits for the answer any more: an abandoned call still occupies its
 * worker thread, and Wine's WMI bears one call at a time only.
 */
export class CallGate {
  readonly #limit: number
  #inside = 0
  readonly #waiting: (() => void)[] = []

  constructor(limit: number) {
    this.#limit = Math.max(1, Math.trunc(limit))
  }

  /** Runs `operation` as soon as there is a place. With an aborted signal it is not started: rejects with its reason. */
  async run<T>(operation: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#enter(signal)
    try {
      return await operation()
    } finally {
      this.#leave()
    }
  }

  #enter(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted()
    if (this.#inside < this.#limit) {
      this.#inside += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const admitted = (): void => {
        signal?.removeEventListener('abort', gaveUp)
        resolve()
      }
      const gaveUp = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(admitted), 1)
        reject(signal?.reason as Error)
      }
      this.#waiting.push(admitted)
      signal?.addEventListener('abort', gaveUp, { once: true })
    })
  }

  /** Hands the place over to the next one that waits, so that nobody can slip in between. */
  #leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#inside -= 1
  }
}
