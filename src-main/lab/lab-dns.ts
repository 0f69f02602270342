import { fail, ok, type AppError, type Result } from '../contract/app-error.ts'
import type { AuthoritativeLookup, ServerAnswer } from '../contract/models/dns.ts'
import type { SrvLookup } from '../contract/models/kms-host-report.ts'
import { noServer, noServerName, serverNotFound, transportFailure } from '../network/dns-failure.ts'
import { checkDomain, kmsOwnerName } from '../network/dns-names.ts'
import { parseDnsServer } from '../network/dns-server-address.ts'
import { agreementOf, recordPresence } from '../network/record-presence.ts'
import { rcodeFailure, signatureFailure, type UpdateSubject } from '../network/update-failure.ts'
import { updateObjection } from '../network/update-objection.ts'
import { noZone } from '../network/zone-search.ts'
import type { SrvUpdate, SrvUpdateDone } from '../wmi/wmi-session.ts'
import { settle } from './machine/effects.ts'
import { applyChange, recordsOf, srvRecordOf } from './net/dns-records.ts'
import { dnsTrouble } from './net/dns-trouble.ts'
import { askSrv, lookUp, zoneOf } from './net/dns-zones.ts'
import { judgeUpdate, type UpdateVerdict } from './net/update-verdict.ts'
import { wait } from './waiting.ts'
import { clockOf, fullNameOf, sceneAt, type Scene } from './world/scene.ts'
import type { DnsZone } from './world/state.ts'
import type { Transaction } from './world/transaction.ts'
import type { World } from './world/world.ts'

type Asked<T> = { readonly value: T; readonly silent: boolean }

/** DNS as the technician's computer sees it: questions, authoritative look-ups and dynamic updates. Nothing here throws. */
export class LabDns {
  readonly #world: World
  readonly #latency: number

  constructor(world: World, latency: number) {
    this.#world = world
    this.#latency = latency
  }

  /** Asks one DNS server, or this computer's own, for SRV records. */
  async resolveSrv(name: string, server?: string, signal?: AbortSignal): Promise<SrvLookup> {
    const base = { name, server: server ?? null }
    return this.#ask<SrvLookup>(
      { op: 'srv', subject: (lookup) => `${name}: ${lookup.outcome}` },
      (error) => ({ ...base, outcome: 'could-not-ask', error }),
      signal,
      (transaction) => {
        const asked = server ?? this.#ownServers(transaction)[0] ?? ''
        const reached = this.#reach(transaction, asked)
        if (!reached.ok)
          return { value: { ...base, outcome: 'could-not-ask', error: reached.error }, silent: reached.silent }
        const found = askSrv(transaction, name)
        switch (found.outcome) {
          case 'none':
            return { value: { ...base, outcome: 'none' }, silent: false }
          case 'found':
            return { value: { ...base, outcome: 'found', records: found.records.map(srvRecordOf) }, silent: false }
          case 'server-failure': {
            const error = rcodeFailure(2, { server: asked, zone: '', owner: name, keyName: null })
            const message = `The DNS server ${asked} could not answer (SERVFAIL).`
            return { value: { ...base, outcome: 'could-not-ask', error: { ...error, message } }, silent: false }
          }
        }
      },
    )
  }

  /** Asks the servers of a domain's zone themselves. `servers` are where the search begins. */
  async lookupAuthoritative(
    domain: string,
    servers?: readonly string[],
    signal?: AbortSignal,
  ): Promise<AuthoritativeLookup> {
    const checked = checkDomain(domain)
    if (!checked.ok) return { outcome: 'could-not-ask', domain, name: '', error: checked.error }
    const asked = { domain: checked.value, name: kmsOwnerName(checked.value) }
    return this.#ask<AuthoritativeLookup>(
      { op: 'authoritative', subject: (lookup) => `${asked.name}: ${lookup.outcome}` },
      (error) => ({ outcome: 'could-not-ask', ...asked, error }),
      signal,
      (transaction) => {
        const search = this.#firstOf(transaction, servers ?? this.#ownServers(transaction))
        if (search !== null) return { value: { outcome: 'could-not-ask', ...asked, ...search }, silent: search.silent }
        const zone = zoneOf(transaction.readNetwork, asked.name)
        if (!zone) return { value: { outcome: 'no-zone', ...asked, error: noZone(checked.value) }, silent: false }
        return this.#askZone(transaction, zone, asked)
      },
    )
  }

  /** Changes one SRV record by dynamic update. */
  async updateSrv(update: SrvUpdate, signal?: AbortSignal): Promise<Result<SrvUpdateDone>> {
    const wrong = updateObjection(update)
    if (wrong !== null) return fail(wrong)
    const { server, zone, owner, key, change } = update
    const subject: UpdateSubject = { server, zone, owner, keyName: key?.name ?? null }
    return this.#ask<Result<SrvUpdateDone>>(
      { op: 'update', subject: (result) => `${change.kind} ${owner}: ${result.ok ? 'done' : result.error.code}` },
      fail,
      signal,
      (transaction) => {
        const reached = this.#reach(transaction, server)
        if (!reached.ok) return { value: fail(reached.error), silent: reached.silent }
        const { scene } = reached
        const held = transaction.readNetwork.zones[zone.toLowerCase().replace(/\.$/, '')]
        const own = sceneAt(transaction, scene.scenario, scene.scenario.thisComputer)
        const question = {
          scenario: scene.scenario,
          server: scene.computer(),
          zone: held?.server === scene.host ? held : undefined,
          clockDifference: clockOf(scene) - clockOf(own),
        }
        const verdict = judgeUpdate(question, update)
        const draft = verdict.kind === 'done' && held ? transaction.network.zones[held.name] : undefined
        if (draft) applyChange(draft, owner, change)
        return { value: this.#resultOf(verdict, subject, clockOf(own), clockOf(scene)), silent: false }
      },
    )
  }

  #resultOf(verdict: UpdateVerdict, subject: UpdateSubject, own: number, serverClock: number): Result<SrvUpdateDone> {
    switch (verdict.kind) {
      case 'done':
        return ok({ server: subject.server, over: 'udp', signed: subject.keyName !== null })
      case 'rcode':
        return fail(rcodeFailure(verdict.rcode, subject))
      case 'signature': {
        const seconds = (time: number): number => Math.floor(time / 1000)
        return fail(signatureFailure(verdict.error, subject, seconds(own), seconds(serverClock)))
      }
    }
  }

  #askZone(
    transaction: Transaction,
    zone: DnsZone,
    asked: { readonly domain: string; readonly name: string },
  ): Asked<AuthoritativeLookup> {
    const scene = sceneAt(transaction, this.#world.scenario, zone.server)
    const computer = scene.computer()
    const name = fullNameOf(computer).toLowerCase()
    const trouble = dnsTrouble(scene, name)
    const records = recordsOf(zone, asked.name).map(srvRecordOf)
    const found: ServerAnswer = records.length === 0 ? { outcome: 'none' } : { outcome: 'found', records }
    const answer: ServerAnswer = trouble === null ? found : { outcome: 'could-not-ask', error: trouble.error }
    const servers = [{ name, addresses: [computer.address], asked: computer.address, primary: true, answer }]
    const agreement = agreementOf(servers)
    const presence = { records: recordPresence(servers), agreement }
    const value: AuthoritativeLookup = {
      outcome: 'asked',
      ...asked,
      zone: zone.name,
      primary: name,
      servers,
      ...presence,
    }
    return { value, silent: trouble?.silent ?? false }
  }

  #ownServers(transaction: Transaction): readonly string[] {
    return transaction.read(this.#world.scenario.thisComputer)?.dnsServers ?? []
  }

  /** Null where one of the servers answers; else why the last one does not. */
  #firstOf(transaction: Transaction, servers: readonly string[]): { error: AppError; silent: boolean } | null {
    let last: { error: AppError; silent: boolean } = { error: noServer, silent: false }
    for (const server of servers) {
      const reached = this.#reach(transaction, server)
      if (reached.ok) return null
      last = { error: reached.error, silent: reached.silent }
    }
    return last
  }

  #reach(
    transaction: Transaction,
    server: string,
  ):
    | { readonly ok: true; readonly scene: Scene }
    | { readonly ok: false; readonly error: AppError; readonly silent: boolean } {
    const address = parseDnsServer(server)
    if (address === null) return { ok: false, error: noServerName(server), silent: false }
    const host = lookUp(transaction.readNetwork, this.#world.scenario, address.host)
    if (host === undefined) return { ok: false, error: serverNotFound(server), silent: false }
    // An address that no computer of the Lab has is a computer that is not there.
    const silence = new DOMException('No answer came in time.', 'TimeoutError')
    if (!transaction.read(host)) return { ok: false, error: transportFailure(server, silence, undefined), silent: true }
    const scene = sceneAt(transaction, this.#world.scenario, host)
    const trouble = dnsTrouble(scene, server)
    return trouble === null ? { ok: true, scene } : { ok: false, ...trouble }
  }

  async #ask<T>(
    log: { readonly op: 'srv' | 'authoritative' | 'update'; subject(value: T): string },
    failure: (error: AppError) => T,
    signal: AbortSignal | undefined,
    run: (transaction: Transaction) => Asked<T>,
  ): Promise<T> {
    const { scenario } = this.#world
    const abandoned = (): T => failure(transportFailure('', null, signal))
    try {
      await wait(this.#latency / 2, 'query', signal)
    } catch {
      return abandoned()
    }
    const { value, silent } = await this.#world.run((transaction) => {
      // A service that starts publishes itself, whether or not somebody looks at its computer.
      for (const host of this.#world.unsettled()) settle(sceneAt(transaction, scenario, host))
      const asked = run(transaction)
      return { facts: { op: log.op, subject: log.subject(asked.value) }, value: asked }
    })
    try {
      await wait(silent ? scenario.timings.noAnswer : this.#latency / 2, 'query', signal)
    } catch {
      return abandoned()
    }
    return value
  }
}
