import { lets, letsWmi } from './firewall-verdict.ts'
import type { Computer } from '../world/state.ts'

/** TCP port of the RPC endpoint mapper, where DCOM begins. */
export const rpcPort = 135
const dnsPort = 53

export type PortState = 'open' | 'refused' | 'no-answer'

/**
 * What a TCP connection from an address to a port meets. assumed: a port that the firewall does not let in gives no answer, one that it
 * lets in but nobody listens on is refused.
 */
export const portState = (computer: Computer, port: number, from: string): PortState => {
  if (computer.power !== 'on') return 'no-answer'
  if (computer.platform === 'linux' && port !== dnsPort) return 'refused'
  if (port === rpcPort) return letsWmi(computer, from) ? 'open' : 'no-answer'
  if (port === dnsPort && computer.services['dns'] !== undefined) {
    return computer.services['dns'].phase === 'Running' ? 'open' : 'refused'
  }
  if (!lets(computer, port, from)) return 'no-answer'
  return computer.licensing.server.listeningPort === port ? 'open' : 'refused'
}
