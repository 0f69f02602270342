import type { z } from 'zod'
import type { AppError } from '../contract/app-error.ts'
import { AppFailure } from '../contract/app-error.ts'
import type { AppErrorSchema } from '../contract/models/app-error-schema.ts'
import { cancelledError, timeoutError } from '../wmi/wmi-deadline.ts'
import type { WmiOperation } from '../wmi/wmi-error.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import type { EngineDeadlines } from './engine-deadlines.ts'
import { defaultEngineDeadlines, defaultGrace } from './engine-deadlines.ts'
import { brokenReply, engineLost } from './engine-lost.ts'
import type { EngineProcess } from './engine-port.ts'
import type { EngineOperation, EngineRequest, EngineValues } from './protocol.ts'
import { EngineReply, engineValueSchemas } from './protocol.ts'

/** Settings of a client; milliseconds. */
export interface EngineClientOptions {
  readonly deadlines?: Partial<EngineDeadlines>
  readonly grace?: number
}

interface Pending {
  readonly op: EngineOperation['op']
  settle(result: { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Error }): void
}

const wmiOperation = (op: EngineOperation['op']): WmiOperation =>
  op === 'connect' || op === 'read-many' ? 'connect' : op === 'call' || op === 'delete-instance' ? 'call' : 'query'

/** zod's optional fields may be undefined, an AppError's may only be absent. */
export const asAppError = (parsed: z.infer<typeof AppErrorSchema>): AppError =>
  Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== undefined)) as unknown as AppError

/** An error of the engine as it is thrown in main: with Windows' code a WmiError, without one an AppFailure. */
const thrownFrom = (error: AppError, op: EngineOperation['op']): Error =>
  error.hresult === undefined
    ? new AppFailure(error)
    : new WmiError(wmiOperation(op), error.hresult, error.message, error.code)

/**
 * Main's end of one engine process: requests with numbers, replies checked, deadlines, cancelling. When the process
 * ends, every outstanding request rejects with AppFailure `engine-lost`.
 */
export class EngineClient {
  readonly #process: EngineProcess
  readonly #deadlines: EngineDeadlines
  readonly #grace: number
  readonly #pending = new Map<number, Pending>()
  /** Connections asked for by somebody who has gone away; closed as soon as they come about. */
  readonly #unwantedConnections = new Set<number>()
  readonly #started = Promise.withResolvers<void>()
  readonly #ended = Promise.withResolvers<number | null>()
  #nextId = 1
  #alive = true
  #clean = true
  #openSessions = 0

  constructor(process: EngineProcess, options: EngineClientOptions = {}) {
    this.#process = process
    this.#deadlines = { ...defaultEngineDeadlines, ...options.deadlines }
    this.#grace = options.grace ?? defaultGrace
    // Whether anybody waits for the start is not this class's business.
    this.#started.promise.catch(() => undefined)
    process.on('message', (message) => this.#receive(message))
    process.on('exit', (code) => this.#lose(code))
  }

  /** Resolves when the engine says that it is ready; rejects with `engine-lost` when it ends before. */
  get started(): Promise<void> {
    return this.#started.promise
  }

  /** Resolves with the exit code when the process has ended. */
  get ended(): Promise<number | null> {
    return this.#ended.promise
  }

  get alive(): boolean {
    return this.#alive
  }

  /** Whether nothing of earlier users is left in it: no open connection, no call that was given up. */
  get reusable(): boolean {
    return this.#alive && this.#clean && this.#openSessions === 0 && this.#pending.size === 0
  }

  /** Ends the process. What is outstanding rejects at once. Never throws. */
  kill(): void {
    if (!this.#alive) return
    this.#process.kill()
    this.#lose(null)
  }

  /**
   * Has the engine do something. Rejects with WmiError or AppFailure. An aborted signal rejects at once with code
   * `cancelled`; an engine that does not even answer after its deadline and a grace is killed, code `timeout`.
   * @param milliseconds a deadline of its own; that of the kind of operation, where absent
   */
  request<O extends EngineOperation>(
    operation: O,
    signal?: AbortSignal,
    milliseconds?: number,
  ): Promise<EngineValues[O['op']]> {
    const { op } = operation
    if (!this.#alive) return Promise.reject(engineLost())
    if (signal?.aborted) return Promise.reject(cancelledError(wmiOperation(op)))
    const id = this.#nextId++
    const deadline = milliseconds ?? this.#deadlines[op]
    return new Promise((resolve, reject) => {
      const settle: Pending['settle'] = (result) => {
        this.#pending.delete(id)
        clearTimeout(timer)
        signal?.removeEventListener('abort', cancel)
        if (result.ok) resolve(result.value as EngineValues[O['op']])
        else reject(result.error)
      }
      const cancel = (): void => {
        this.#clean = false
        if (op === 'connect') this.#unwantedConnections.add(id)
        this.#post({ type: 'cancel', id })
        settle({ ok: false, error: cancelledError(wmiOperation(op)) })
      }
      // A reading may wait for its turn until those before it have come to their deadlines.
      const turns = op === 'read-many' ? 2 : 1
      const timer = setTimeout(
        () => {
          settle({ ok: false, error: timeoutError(wmiOperation(op), deadline) })
          this.kill()
        },
        turns * deadline + this.#grace,
      )
      timer.unref?.()
      signal?.addEventListener('abort', cancel, { once: true })
      this.#pending.set(id, { op, settle })
      try {
        this.#post({ type: 'request', id, deadline, operation })
      } catch {
        settle({ ok: false, error: engineLost() })
      }
    })
  }

  #receive(message: unknown): void {
    const parsed = EngineReply.safeParse(message)
    if (!parsed.success) return
    const reply = parsed.data
    if (reply.type === 'ready') return this.#started.resolve()
    const pending = this.#pending.get(reply.id)
    if (!pending) return this.#receiveLate(reply.id, reply.result.ok ? reply.result.value : undefined)
    if (!reply.result.ok) {
      if (reply.result.error.code === 'timeout') this.#clean = false
      return pending.settle({ ok: false, error: thrownFrom(asAppError(reply.result.error), pending.op) })
    }
    const value = engineValueSchemas[pending.op].safeParse(reply.result.value)
    if (!value.success) {
      this.#clean = false
      return pending.settle({ ok: false, error: brokenReply() })
    }
    if (pending.op === 'connect') this.#openSessions += 1
    if (pending.op === 'close') this.#openSessions -= 1
    pending.settle({ ok: true, value: value.data })
  }

  #receiveLate(id: number, value: unknown): void {
    if (!this.#unwantedConnections.delete(id)) return
    const opened = engineValueSchemas.connect.safeParse(value)
    if (!opened.success) return
    this.#openSessions += 1
    this.request({ op: 'close', session: opened.data.session }).catch(() => undefined)
  }

  #lose(code: number | null): void {
    if (!this.#alive) return
    this.#alive = false
    const error = engineLost(code)
    this.#started.reject(error)
    for (const { settle } of this.#pending.values()) settle({ ok: false, error })
    this.#ended.resolve(code)
  }

  #post(request: EngineRequest): void {
    this.#process.postMessage(request)
  }
}
