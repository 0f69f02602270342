import type { CimObject, CimValue } from '../cim-values.ts'
import { withDeadline } from '../wmi-deadline.ts'
import type { WmiOperation } from '../wmi-error.ts'
import { hresults, WmiError } from '../wmi-error.ts'
import type { WmiSession } from '../wmi-session.ts'
import type { CallGate } from './call-gate.ts'
import type { ComDeadlines } from './com-deadlines.ts'
import { deleteInstance } from './delete-instance.ts'
import { runMethod } from './method-call.ts'
import { runQuery } from './query.ts'
import type { Services } from './services.ts'

/** A WmiSession over COM. Pointers live until the last call that uses them has come back, also after `close`. */
export class ComSession implements WmiSession {
  readonly #services: Services
  readonly #gate: CallGate
  readonly #deadlines: ComDeadlines
  #closed = false
  #running = 0
  #released: Promise<void> | undefined

  constructor(services: Services, gate: CallGate, deadlines: ComDeadlines) {
    this.#services = services
    this.#gate = gate
    this.#deadlines = deadlines
  }

  query(wql: string, signal?: AbortSignal): Promise<readonly CimObject[]> {
    return this.#run('query', this.#deadlines.query, signal, (inner) => runQuery(this.#services, wql, inner))
  }

  call(
    path: string,
    method: string,
    input: Readonly<Record<string, CimValue>> = {},
    signal?: AbortSignal,
  ): Promise<CimObject> {
    return this.#run('call', this.#deadlines.call, signal, (inner) =>
      runMethod(this.#services, path, method, input, inner),
    )
  }

  deleteInstance(path: string, signal?: AbortSignal): Promise<void> {
    return this.#run('call', this.#deadlines.call, signal, (inner) => deleteInstance(this.#services, path, inner))
  }

  /** Releases the connection. With calls still out there, the last of them does it. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#running === 0) await this.#release()
  }

  #run<T>(
    operation: WmiOperation,
    milliseconds: number,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (this.#closed) {
      return Promise.reject(new WmiError(operation, hresults.wbemFailed, 'This connection has been closed.'))
    }
    return withDeadline(operation, milliseconds, signal, async (inner) => {
      this.#running += 1
      try {
        return await this.#gate.run(() => work(inner), inner)
      } finally {
        this.#running -= 1
        if (this.#closed && this.#running === 0) await this.#release()
      }
    })
  }

  #release(): Promise<void> {
    this.#released ??= this.#gate.run(async () => {
      await this.#services.pointer.release()
      this.#services.identity?.drop()
    })
    return this.#released
  }
}
