import { createSocket } from 'node:dgram'
import { connect, isIPv6 } from 'node:net'
import { decode, type DecodedPacket } from 'dns-packet'
import { untilAborted } from './abort.ts'
import type { DnsServerAddress } from './dns-server-address.ts'

/** Whether a decoded packet is the answer that is waited for; everything else is dropped as noise or forgery. */
export type IsAnswer = (packet: DecodedPacket) => boolean

/** A decoded answer with its bytes, which a signature is made over. */
export interface RawAnswer {
  readonly packet: DecodedPacket
  readonly message: Buffer
}

const decoded = (message: Buffer): DecodedPacket | null => {
  try {
    return decode(message)
  } catch {
    return null
  }
}

/**
 * Sends a message over UDP and waits for its answer. The socket is connected, so that only the server asked can answer,
 * and a closed port is told at once (ECONNREFUSED). Rejects with a system error or with the signal's reason.
 */
export const exchangeOverUdp = async (
  { host, port }: DnsServerAddress,
  query: Buffer,
  isAnswer: IsAnswer,
  signal: AbortSignal,
): Promise<RawAnswer> => {
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>()
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4')
  socket.on('error', reject)
  socket.on('message', (message) => {
    const packet = decoded(message)
    if (packet !== null && isAnswer(packet)) resolve({ packet, message })
  })
  socket.connect(port, host, () => socket.send(query, (error) => error && reject(error)))
  try {
    return await untilAborted(promise, signal)
  } finally {
    socket.close()
  }
}

/**
 * Sends a message over TCP, each message after its length in two bytes (RFC 1035, 4.2.2), and waits for its answer.
 * Rejects with a system error, with the signal's reason, or where the server closes without an answer.
 */
export const exchangeOverTcp = async (
  { host, port }: DnsServerAddress,
  query: Buffer,
  isAnswer: IsAnswer,
  signal: AbortSignal,
): Promise<RawAnswer> => {
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>()
  const length = Buffer.alloc(2)
  length.writeUInt16BE(query.length)
  const socket = connect({ host, port }, () => socket.write(Buffer.concat([length, query])))
  let received = Buffer.alloc(0)
  socket.on('error', reject)
  socket.on('close', () => reject(new Error('The DNS server closed the connection without an answer.')))
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk])
    while (received.length >= 2 && received.length >= 2 + received.readUInt16BE()) {
      const end = 2 + received.readUInt16BE()
      const message = received.subarray(2, end)
      const packet = decoded(message)
      received = received.subarray(end)
      if (packet !== null && isAnswer(packet)) resolve({ packet, message })
    }
  })
  try {
    return await untilAborted(promise, signal)
  } finally {
    socket.destroy()
  }
}

/** exchangeOverUdp, where only the decoded answer is of interest. */
export const askOverUdp = async (
  address: DnsServerAddress,
  query: Buffer,
  isAnswer: IsAnswer,
  signal: AbortSignal,
): Promise<DecodedPacket> => (await exchangeOverUdp(address, query, isAnswer, signal)).packet

/** exchangeOverTcp, where only the decoded answer is of interest. */
export const askOverTcp = async (
  address: DnsServerAddress,
  query: Buffer,
  isAnswer: IsAnswer,
  signal: AbortSignal,
): Promise<DecodedPacket> => (await exchangeOverTcp(address, query, isAnswer, signal)).packet
