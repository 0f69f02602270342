import type { Result } from '../contract/app-error.ts'
import type { AuthoritativeLookup, KmsEndpointProbe } from '../contract/models/dns.ts'
import type { PortProbe, SrvLookup } from '../contract/models/kms-host-report.ts'
import type { CimObject } from '../wmi/cim-values.ts'
import type { WmiOperation } from '../wmi/wmi-error.ts'
import type { Credential, Endpoint, Site, SrvUpdate, SrvUpdateDone, WmiSession } from '../wmi/wmi-session.ts'
import type { FaultSubject } from './faults.ts'
import { LabDns } from './lab-dns.ts'
import { labError, labHresults } from './lab-error.ts'
import { LabPorts } from './lab-ports.ts'
import { settle } from './machine/effects.ts'
import { requireAdministrator, signIn } from './net/accounts.ts'
import { lookUp } from './net/dns-zones.ts'
import { portState, rpcPort } from './net/ports.ts'
import { classesIn, normaliseNamespace } from './providers/all-classes.ts'
import { microsoftDns } from './providers/class-provider.ts'
import { parseObjectPath } from './providers/object-path.ts'
import { removeInstance, runMethod, runQuery } from './providers/wmi-service.ts'
import { maskArguments, maskQuery, maskText } from './storage/masking.ts'
import type { CallFacts } from './storage/call-log.ts'
import { wait } from './waiting.ts'
import { outcomeOf, type Outcome } from './wmi-outcome.ts'
import { parseWql } from './wql/parse.ts'
import { sceneAt, type Scene } from './world/scene.ts'
import type { World } from './world/world.ts'

interface Work<T> {
  readonly operation: WmiOperation
  readonly subject: FaultSubject
  readonly facts: CallFacts
  readonly signal: AbortSignal | undefined
  /** Account that was let in; null while that is not known. */
  readonly account: string | null
  run(scene: Scene): T
  /** What the log says of an answer. */
  describe(value: T): Partial<CallFacts>
}

/** The network of a Lab as the engine sees it: a Site whose computers live in a World. */
export class LabNetwork implements Site {
  readonly #world: World
  readonly #latency: number
  readonly #connection: number
  readonly #dns: LabDns
  readonly #ports: LabPorts

  /** `latency` stands for the scenario's times of a call and of a connection, where it is given. */
  constructor(world: World, latency?: number) {
    const { timings } = world.scenario
    this.#world = world
    this.#latency = latency ?? timings.latency
    this.#connection = latency ?? timings.connection ?? timings.latency
    this.#dns = new LabDns(world, this.#latency)
    this.#ports = new LabPorts(world, this.#latency)
  }

  async connect(endpoint: Endpoint, namespace: string, signal?: AbortSignal): Promise<WmiSession> {
    const name = endpoint.host ?? this.#world.scenario.thisComputer
    const host = lookUp(this.#world.network, this.#world.scenario, name)
    const facts = { op: 'connect', host: host ?? name, namespace, ...this.#userFacts(endpoint.credential) } as const
    if (host === undefined || !this.#world.computer(host)) {
      await wait(this.#connection, 'connect', signal)
      this.#world.note({ ...facts, hresult: labHresults.hostNotFound })
      throw labError('connect', labHresults.hostNotFound, `There is no computer ${name} in this network.`)
    }
    const local = endpoint.host === null
    if (!local && !this.#letsIn(host)) {
      await wait(this.#world.scenario.timings.noAnswer, 'connect', signal)
      this.#world.note({ ...facts, hresult: labHresults.rpcUnavailable })
      throw labError('connect', labHresults.rpcUnavailable, `${name} does not answer.`)
    }
    const account = await this.#perform({
      operation: 'connect',
      subject: { host, operation: 'connect' },
      facts,
      signal,
      account: null,
      run: (scene) => {
        const user = signIn(scene.scenario, { host, credential: endpoint.credential, isLocal: local })
        requireAdministrator(scene.computer(), user, normaliseNamespace(namespace) === microsoftDns)
        if (classesIn(scene.computer(), namespace)) return user
        throw labError('connect', labHresults.wbemInvalidNamespace, `${name} has no namespace ${namespace}.`)
      },
      describe: () => ({}),
    })
    return this.#session(host, namespace, endpoint.credential, account)
  }

  resolveSrv(name: string, server?: string, signal?: AbortSignal): Promise<SrvLookup> {
    return this.#dns.resolveSrv(name, server, signal)
  }

  lookupAuthoritative(domain: string, servers?: readonly string[], signal?: AbortSignal): Promise<AuthoritativeLookup> {
    return this.#dns.lookupAuthoritative(domain, servers, signal)
  }

  updateSrv(update: SrvUpdate, signal?: AbortSignal): Promise<Result<SrvUpdateDone>> {
    return this.#dns.updateSrv(update, signal)
  }

  probe(host: string, port: number, signal?: AbortSignal): Promise<PortProbe> {
    return this.#ports.probe(host, port, signal)
  }

  probeKms(host: string, port: number, signal?: AbortSignal): Promise<KmsEndpointProbe> {
    return this.#ports.probeKms(host, port, signal)
  }

  #session(host: string, namespace: string, credential: Credential | undefined, account: string): WmiSession {
    let open = true
    const base = { host, namespace, ...this.#userFacts(credential) }
    const requireOpen = (operation: WmiOperation): void => {
      if (!open) throw labError(operation, labHresults.wbemFailed, 'The connection is closed.')
    }
    return {
      query: async (wql, signal) => {
        requireOpen('query')
        const className = parseWql(wql)?.from
        return this.#perform<readonly CimObject[]>({
          operation: 'query',
          subject: { host, operation: 'query', ...(className === undefined ? {} : { className }) },
          facts: { op: 'query', ...base, wql: maskQuery(wql) },
          signal,
          account,
          run: (scene) => runQuery(scene, namespace, wql),
          describe: (rows) => ({ rows: rows.length }),
        })
      },
      call: async (path, method, input = {}, signal) => {
        requireOpen('call')
        const className = parseObjectPath(path)?.className
        const args = maskArguments(input)
        return this.#perform<CimObject>({
          operation: 'call',
          subject: { host, operation: 'call', method, ...(className === undefined ? {} : { className }) },
          facts: { op: 'call', ...base, path, method, args },
          signal,
          account,
          run: (scene) => runMethod(scene, namespace, path, method, input),
          describe: ({ ReturnValue }) => (typeof ReturnValue === 'number' ? { returnValue: ReturnValue } : {}),
        })
      },
      deleteInstance: async (path, signal) => {
        requireOpen('call')
        const className = parseObjectPath(path)?.className
        const method = 'DeleteInstance'
        return this.#perform<void>({
          operation: 'call',
          subject: { host, operation: 'call', method, ...(className === undefined ? {} : { className }) },
          facts: { op: 'call', ...base, path, method },
          signal,
          account,
          run: (scene) => removeInstance(scene, namespace, path),
          describe: () => ({}),
        })
      },
      close: async () => {
        open = false
      },
    }
  }

  async #perform<T>({ operation, subject, facts, signal, account, run, describe }: Work<T>): Promise<T> {
    // The call is carried out half-way through its latency: a kill meets it before or after.
    const latency = operation === 'connect' ? this.#connection : this.#latency
    await wait(latency / 2, operation, signal)
    const outcome = await this.#world.run((transaction): { facts: CallFacts; value: Outcome<T> } => {
      const scene = sceneAt(transaction, this.#world.scenario, subject.host, account)
      const value = outcomeOf(scene, operation, subject, () => {
        if (scene.computer().power === 'on') settle(scene)
        if (scene.computer().power !== 'on') {
          throw labError(operation, labHresults.rpcUnavailable, 'The computer does not answer any more.')
        }
        return run(scene)
      })
      if (value.delay === null) return { facts: { ...facts, unanswered: true }, value }
      const said = value.result.ok ? describe(value.result.value) : { hresult: value.result.error.hresult }
      return { facts: { ...facts, ...said }, value }
    })
    await wait(outcome.delay === null ? null : latency / 2 + outcome.delay, operation, signal)
    if (outcome.result.ok) return outcome.result.value
    throw outcome.result.error
  }

  /** Whether a computer lets WMI in from the technician's. */
  #letsIn(host: string): boolean {
    this.#world.glance()
    const { address } = this.#current(this.#world.scenario.thisComputer)
    return portState(this.#current(host), rpcPort, address) === 'open'
  }

  #current(host: string): NonNullable<ReturnType<World['computer']>> {
    const computer = this.#world.computer(host)
    if (!computer) throw new Error(`There is no computer ${host} in this Lab.`)
    return computer
  }

  #userFacts(credential: Credential | undefined): { readonly user: string } {
    return { user: credential ? maskText(credential.user) : this.#world.scenario.currentUser }
  }
}
