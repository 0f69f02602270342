import { randomUUID } from 'node:crypto'
import type { AppError } from '../contract/app-error.ts'
import { AppFailure, fail, ok } from '../contract/app-error.ts'
import { withDeadline } from '../wmi/wmi-deadline.ts'
import type { WmiOperation } from '../wmi/wmi-error.ts'
import type { Site, WmiSession } from '../wmi/wmi-session.ts'
import { engineFailure, refusal } from './engine-failures.ts'
import type { EnginePort } from './engine-port.ts'
import type { EngineOperation, EngineReply, EngineSite } from './protocol.ts'
import { EngineRequest } from './protocol.ts'
import { readMany } from './read-many.ts'
import { Turns } from './turns.ts'

/** Makes the place that a request names. Called once per place and engine. */
export type OpenSite = (place: EngineSite) => Promise<Site>

interface OpenSession {
  readonly session: WmiSession
  readonly computer: string
}

const wmiOperation = (op: EngineOperation['op']): WmiOperation =>
  op === 'connect' || op === 'read-many' ? 'connect' : op === 'call' || op === 'delete-instance' ? 'call' : 'query'

const idOf = (message: unknown): number => {
  const id: unknown = typeof message === 'object' && message !== null && 'id' in message ? message.id : 0
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : 0
}

/** The working half of an engine process: owns the sessions, answers requests, refuses what it does not understand. */
export class EngineHost {
  readonly #port: Pick<EnginePort, 'postMessage'>
  readonly #openSite: OpenSite
  readonly #sites = new Map<string, Promise<Site>>()
  readonly #sessions = new Map<string, OpenSession>()
  readonly #running = new Map<number, AbortController>()
  readonly #readings = new Turns()
  #lastId = 0

  constructor(port: Pick<EnginePort, 'postMessage'>, openSite: OpenSite) {
    this.#port = port
    this.#openSite = openSite
  }

  /** Takes one message from main, whatever it is. Never throws. */
  receive(message: unknown): void {
    const parsed = EngineRequest.safeParse(message)
    if (!parsed.success) {
      return this.#refuse(idOf(message), 'invalid-request', 'The engine got a message that it does not understand.')
    }
    const request = parsed.data
    if (request.type === 'cancel') return this.#running.get(request.id)?.abort()
    if (request.id <= this.#lastId) {
      return this.#refuse(request.id, 'already-used', 'The engine has had a request of that number before.')
    }
    this.#lastId = request.id
    void this.#answer(request.id, request.operation, request.deadline)
  }

  async #answer(id: number, operation: EngineOperation, deadline: number): Promise<void> {
    const controller = new AbortController()
    this.#running.set(id, controller)
    try {
      const work = (): Promise<unknown> =>
        withDeadline(
          wmiOperation(operation.op),
          deadline,
          controller.signal,
          (signal) => this.#execute(operation, signal),
          (late) => this.#discard(late),
        )
      const value = await (operation.op === 'read-many' ? this.#readings.take(operation.atOnce, work) : work())
      this.#post({ type: 'reply', id, result: ok(value) })
    } catch (thrown) {
      this.#post({ type: 'reply', id, result: fail(engineFailure(thrown, operation, this.#computer(operation))) })
    } finally {
      this.#running.delete(id)
    }
  }

  async #execute(operation: EngineOperation, signal: AbortSignal): Promise<unknown> {
    switch (operation.op) {
      case 'connect': {
        const { site, host, credential, namespace } = operation
        const place = await this.#site(site)
        const session = await place.connect({ host, ...(credential ? { credential } : {}) }, namespace, signal)
        const key = randomUUID()
        this.#sessions.set(key, { session, computer: host ?? 'this computer' })
        return { session: key }
      }
      case 'query':
        return this.#session(operation.session).query(operation.wql, signal)
      case 'call':
        return this.#session(operation.session).call(operation.path, operation.method, operation.input, signal)
      case 'delete-instance':
        await this.#session(operation.session).deleteInstance(operation.path, signal)
        return null
      case 'close': {
        const session = this.#session(operation.session)
        this.#sessions.delete(operation.session)
        await session.close()
        return null
      }
      case 'resolve-srv':
        return (await this.#site(operation.site)).resolveSrv(operation.name, operation.server, signal)
      case 'probe':
        return (await this.#site(operation.site)).probe(operation.host, operation.port, signal)
      case 'lookup-authoritative':
        return (await this.#site(operation.site)).lookupAuthoritative(operation.domain, operation.servers, signal)
      case 'update-srv':
        return (await this.#site(operation.site)).updateSrv(operation.update, signal)
      case 'probe-kms':
        return (await this.#site(operation.site)).probeKms(operation.host, operation.port, signal)
      case 'read-many':
        return readMany(await this.#site(operation.site), operation, signal)
      case 'identify-key': {
        const { askSystemPidGenX } = await import('./pidgenx/system-pidgenx.ts')
        return askSystemPidGenX(operation.key)
      }
    }
  }

  #site(place: EngineSite): Promise<Site> {
    const key = JSON.stringify(place)
    const known = this.#sites.get(key)
    if (known) return known
    const opening = this.#openSite(place)
    this.#sites.set(key, opening)
    // A place that could not be opened is tried again the next time.
    opening.catch(() => this.#sites.delete(key))
    return opening
  }

  #session(key: string): WmiSession {
    const open = this.#sessions.get(key)
    if (open) return open.session
    throw new AppFailure(refusal('not-found', 'The engine has no connection of that name.'))
  }

  /** Closes a connection that came about after everybody had stopped waiting. */
  #discard(late: unknown): void {
    const key = typeof late === 'object' && late !== null && 'session' in late ? String(late.session) : ''
    const open = this.#sessions.get(key)
    this.#sessions.delete(key)
    void open?.session.close()
  }

  #computer(operation: EngineOperation): string {
    switch (operation.op) {
      case 'connect':
      case 'probe':
      case 'probe-kms':
      case 'read-many':
        return operation.host ?? 'this computer'
      case 'query':
      case 'call':
      case 'delete-instance':
      case 'close':
        return this.#sessions.get(operation.session)?.computer ?? 'this computer'
      case 'resolve-srv':
        return operation.server ?? 'this computer'
      case 'lookup-authoritative':
        return operation.servers?.[0] ?? 'this computer'
      case 'update-srv':
        return operation.update.server
      case 'identify-key':
        return 'this computer'
    }
  }

  #refuse(id: number, code: AppError['code'], message: string): void {
    this.#post({ type: 'reply', id, result: fail(refusal(code, message)) })
  }

  #post(reply: EngineReply): void {
    this.#port.postMessage(reply)
  }
}
