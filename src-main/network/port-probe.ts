import { connect } from 'node:net'
import type { PortProbe } from '../contract/models/kms-host-report.ts'
import { deadline, systemCode, untilAborted } from './abort.ts'
import { checkHostName } from './name-check.ts'

/** Milliseconds in which a TCP connection must come about. */
export const probeDeadline = 5_000

const unanswered: ReadonlySet<string> = new Set(['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN'])

type Outcome = Pick<PortProbe, 'outcome' | 'detail'>

/** Opens a TCP connection and closes it at once; rejects with the system's error, or with the signal's reason. */
export type TryConnection = (address: string, port: number, signal: AbortSignal) => Promise<void>

const openAndClose: TryConnection = async (host, port, signal) => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const socket = connect({ host, port })
  socket.once('connect', resolve)
  socket.once('error', reject)
  try {
    await untilAborted(promise, signal)
  } finally {
    socket.on('error', () => undefined)
    socket.destroy()
  }
}

const probeAddress = async (
  tryConnection: TryConnection,
  address: string,
  port: number,
  limit: AbortSignal,
): Promise<Outcome> => {
  try {
    await tryConnection(address, port, limit)
    return { outcome: 'open', detail: address }
  } catch (thrown) {
    if (limit.aborted) return { outcome: 'no-answer', detail: address }
    const code = systemCode(thrown)
    if (code === 'ECONNREFUSED') return { outcome: 'refused', detail: address }
    if (unanswered.has(code)) return { outcome: 'no-answer', detail: `${address}: ${code}` }
    return { outcome: 'failed', detail: `${address}: ${code || String(thrown)}` }
  }
}

const rank: Readonly<Record<PortProbe['outcome'], number>> = {
  open: 0,
  refused: 1,
  'no-answer': 2,
  failed: 3,
  'name-not-found': 4,
}

const best = (outcomes: readonly Outcome[]): Outcome | undefined =>
  outcomes.toSorted((a, b) => rank[a.outcome] - rank[b.outcome])[0]

const outcomeOf = async (
  tryConnection: TryConnection,
  host: string,
  port: number,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<Outcome> => {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return { outcome: 'failed', detail: `${port} is no TCP port; ports go from 1 to 65535.` }
  }
  const name = await checkHostName(host, signal, undefined, milliseconds)
  if (name.outcome === 'not-found') return { outcome: 'name-not-found', detail: null }
  if (name.outcome === 'could-not-ask') return { outcome: 'failed', detail: name.error.message }
  const limit = deadline(milliseconds, signal)
  const outcomes = await Promise.all(name.addresses.map((address) => probeAddress(tryConnection, address, port, limit)))
  if (signal?.aborted) return { outcome: 'failed', detail: 'The probe was cancelled.' }
  return best(outcomes) ?? { outcome: 'name-not-found', detail: null }
}

/**
 * Tries whether a TCP port answers, on every address of the host at once; one open address is enough. `refused` means that
 * the computer is up and nothing listens there or a firewall rejects; `no-answer` that nothing came back within
 * `milliseconds`, as with a computer that is off or a firewall that drops. Never throws.
 */
export const probePort = async (
  host: string,
  port: number,
  signal?: AbortSignal,
  milliseconds: number = probeDeadline,
  tryConnection: TryConnection = openAndClose,
): Promise<PortProbe> => ({ host, port, ...(await outcomeOf(tryConnection, host, port, milliseconds, signal)) })
