import { decode, type DecodedPacket, encode, type Packet } from 'dns-packet'
import { type RawResponder, startRawResponder } from './raw-responder.ts'

export const AUTHORITATIVE = 0x0400
export const TRUNCATED = 0x0200

/** What the responder sends back: packets, raw bytes, or nothing. */
export type Reply = (query: DecodedPacket, over: 'udp' | 'tcp') => readonly (Packet | Buffer)[]

/** A tiny DNS server on the loopback that notes what it is asked. */
export interface DnsResponder extends RawResponder {
  readonly queries: readonly { readonly over: 'udp' | 'tcp'; readonly query: DecodedPacket }[]
}

const bytes = (reply: Packet | Buffer): Buffer => (Buffer.isBuffer(reply) ? reply : encode(reply))

/** Starts a responder that answers each query as `reply` says. */
export const startDnsResponder = async (reply: Reply, host?: string, port?: number): Promise<DnsResponder> => {
  const queries: { over: 'udp' | 'tcp'; query: DecodedPacket }[] = []
  const responder = await startRawResponder(
    (message, over) => {
      const query = decode(message)
      queries.push({ over, query })
      return reply(query, over).map(bytes)
    },
    host,
    port,
  )
  return { ...responder, queries }
}
