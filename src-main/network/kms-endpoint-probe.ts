import { randomInt } from 'node:crypto'
import { connect } from 'node:net'
import type { KmsEndpointProbe } from '../contract/models/dns.ts'
import { deadline, systemCode, untilAborted } from './abort.ts'
import { checkHostName } from './name-check.ts'
import { probeDeadline } from './port-probe.ts'
import { type BindAnswer, bindMessage, kmsInterface, readBindAnswer } from './rpc-bind.ts'

type Outcome = Pick<KmsEndpointProbe, 'outcome' | 'detail'>

const notRpc = (detail: string): Outcome => ({ outcome: 'other-service', detail })

const outcomeOfAnswer = (answer: BindAnswer, address: string): Outcome => {
  switch (answer.kind) {
    case 'accepted':
      return { outcome: 'kms', detail: address }
    case 'interface-unknown':
      return { outcome: 'not-kms', detail: `${address}: an RPC service without the KMS interface` }
    case 'turned-away':
      return {
        outcome: 'not-kms',
        detail: `${address}: an RPC service that turned the question away (${answer.reason})`,
      }
    case 'not-rpc':
      return notRpc(`${address}: the answer is not RPC`)
    case 'incomplete':
      return notRpc(`${address}: the connection ended before a whole answer came`)
  }
}

const probeAddress = async (address: string, port: number, limit: AbortSignal): Promise<Outcome> => {
  const { promise, resolve, reject } = Promise.withResolvers<BindAnswer>()
  const callId = randomInt(1, 0x7fff_ffff)
  let connected = false
  let received = Buffer.alloc(0)
  const socket = connect({ host: address, port }, () => {
    connected = true
    socket.write(bindMessage(kmsInterface, callId))
  })
  socket.on('error', reject)
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk])
    const answer = readBindAnswer(received, callId)
    if (answer.kind !== 'incomplete') resolve(answer)
  })
  socket.on('close', () => resolve({ kind: 'incomplete' }))
  try {
    return outcomeOfAnswer(await untilAborted(promise, limit), address)
  } catch (thrown) {
    if (connected) {
      return notRpc(
        limit.aborted
          ? `${address}: the connection is accepted, but nothing is answered`
          : `${address}: the connection was broken off (${systemCode(thrown) || String(thrown)})`,
      )
    }
    const code = systemCode(thrown)
    if (code === 'ECONNREFUSED') return { outcome: 'refused', detail: address }
    return { outcome: 'no-answer', detail: code === '' ? address : `${address}: ${code}` }
  } finally {
    socket.destroy()
  }
}

const rank: Readonly<Record<KmsEndpointProbe['outcome'], number>> = {
  kms: 0,
  'not-kms': 1,
  'other-service': 2,
  refused: 3,
  'no-answer': 4,
  failed: 5,
  'name-not-found': 6,
}

const outcomeOf = async (
  host: string,
  port: number,
  signal: AbortSignal | undefined,
  milliseconds: number,
): Promise<Outcome> => {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return { outcome: 'failed', detail: `${port} is no TCP port; ports go from 1 to 65535.` }
  }
  const name = await checkHostName(host, signal, undefined, milliseconds)
  if (name.outcome === 'not-found') return { outcome: 'name-not-found', detail: null }
  if (name.outcome === 'could-not-ask') return { outcome: 'failed', detail: name.error.message }
  const limit = deadline(milliseconds, signal)
  const outcomes = await Promise.all(name.addresses.map((address) => probeAddress(address, port, limit)))
  if (signal?.aborted) return { outcome: 'failed', detail: 'The probe was cancelled.' }
  return (
    outcomes.toSorted((a, b) => rank[a.outcome] - rank[b.outcome])[0] ?? { outcome: 'name-not-found', detail: null }
  )
}

/**
 * Finds out whether the KMS service answers behind a port: connects and asks, by a DCE/RPC bind, for the interface that KMS
 * clients use. It stops there and never sends an activation request, because each request that a KMS host answers adds a
 * client to its count, and a made-up client would falsify the count that decides who is activated.
 *
 * `kms`: the interface is there. `not-kms`: RPC answers, but not for that interface. `other-service`: something else, or
 * nothing, speaks behind the open port. `refused`, `no-answer` (within `milliseconds`), `name-not-found`; `failed` where
 * it was cancelled, the port is none or no DNS server answered. All addresses are tried at once; the best counts. Never
 * throws.
 */
export const probeKmsEndpoint = async (
  host: string,
  port: number,
  signal?: AbortSignal,
  milliseconds: number = probeDeadline,
): Promise<KmsEndpointProbe> => ({ host, port, ...(await outcomeOf(host, port, signal, milliseconds)) })
