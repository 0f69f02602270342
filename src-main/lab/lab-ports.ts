import type { KmsEndpointProbe } from '../contract/models/dns.ts'
import type { PortProbe } from '../contract/models/kms-host-report.ts'
import { strike } from './faults.ts'
import { settle } from './machine/effects.ts'
import { lookUp } from './net/dns-zones.ts'
import { portState, rpcPort } from './net/ports.ts'
import { wait } from './waiting.ts'
import { sceneAt } from './world/scene.ts'
import type { World } from './world/world.ts'

type Answer = Pick<PortProbe, 'outcome'> & { readonly listener: 'kms' | 'rpc' | 'other' | null }

/** TCP ports as the technician's computer meets them. Nothing here throws. */
export class LabPorts {
  readonly #world: World
  readonly #latency: number

  constructor(world: World, latency: number) {
    this.#world = world
    this.#latency = latency
  }

  /** Tries to open a TCP connection. */
  async probe(host: string, port: number, signal?: AbortSignal): Promise<PortProbe> {
    const answer = await this.#knock(host, port, signal)
    return answer === null
      ? { host, port, outcome: 'failed', detail: 'The attempt was abandoned.' }
      : { host, port, outcome: answer.outcome, detail: null }
  }

  /** Asks for the KMS interface behind a port. No request reaches the KMS host: its count stays what it is. */
  async probeKms(host: string, port: number, signal?: AbortSignal): Promise<KmsEndpointProbe> {
    const answer = await this.#knock(host, port, signal)
    if (answer === null) return { host, port, outcome: 'failed', detail: 'The attempt was abandoned.' }
    if (answer.outcome !== 'open') return { host, port, outcome: answer.outcome, detail: null }
    switch (answer.listener) {
      case 'kms':
        return { host, port, outcome: 'kms', detail: null }
      case 'rpc':
        return { host, port, outcome: 'not-kms', detail: 'an RPC service without the KMS interface' }
      case 'other':
      case null:
        return { host, port, outcome: 'other-service', detail: 'the answer is not RPC' }
    }
  }

  async #knock(host: string, port: number, signal: AbortSignal | undefined): Promise<Answer | null> {
    const { scenario } = this.#world
    const key = lookUp(this.#world.network, scenario, host)
    const known = key !== undefined && this.#world.computer(key) !== undefined ? key : undefined
    const answer = await this.#world.run((transaction) => {
      const value = ((): Answer => {
        if (known === undefined) return { outcome: key === undefined ? 'name-not-found' : 'no-answer', listener: null }
        const scene = sceneAt(transaction, scenario, known)
        if (scene.computer().power === 'on') settle(scene)
        const fault = strike(transaction, { host: known, operation: 'probe' })
        if (fault !== null && fault.kind !== 'slow') {
          return { outcome: fault.kind === 'refuse' ? 'refused' : 'no-answer', listener: null }
        }
        const from = transaction.read(scenario.thisComputer)?.address ?? ''
        const outcome = portState(scene.computer(), port, from)
        const isKms = scene.computer().licensing.server.listeningPort === port
        return { outcome, listener: outcome !== 'open' ? null : isKms ? 'kms' : port === rpcPort ? 'rpc' : 'other' }
      })()
      return { facts: { op: 'probe', host: key ?? host, subject: `${port}: ${value.outcome}` }, value }
    })
    try {
      await wait(answer.outcome === 'no-answer' ? scenario.timings.noAnswer : this.#latency, 'connect', signal)
      return answer
    } catch {
      return null
    }
  }
}
