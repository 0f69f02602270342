import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { decode, type DecodedPacket, encode, type Packet } from 'dns-packet'

export const AUTHORITATIVE = 0x0400
export const TRUNCATED = 0x0200

/** What the responder sends back: packets, raw bytes, or nothing. */
export type Reply = (query: DecodedPacket, over: 'udp' | 'tcp') => readonly (Packet | Buffer)[]

/** A tiny DNS server on the loopback for UDP and TCP, on one port. */
export interface DnsResponder {
  /** As lookupSrv takes it: 127.0.0.1:PORT. */
  readonly server: string
  readonly queries: readonly { readonly over: 'udp' | 'tcp'; readonly query: DecodedPacket }[]
  close(): Promise<void>
}

const bytes = (reply: Packet | Buffer): Buffer => (Buffer.isBuffer(reply) ? reply : encode(reply))

const withLength = (message: Buffer): Buffer => {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(message.length)
  return Buffer.concat([length, message])
}

const listen = async (): Promise<{ udp: Socket; tcp: Server; port: number }> => {
  for (;;) {
    const tcp = createServer().listen(0, '127.0.0.1')
    await once(tcp, 'listening')
    const { port } = tcp.address() as AddressInfo
    const udp = createSocket('udp4')
    try {
      udp.bind(port, '127.0.0.1')
      await once(udp, 'listening')
      return { udp, tcp, port }
    } catch {
      tcp.close()
    }
  }
}

/** Starts a responder that answers each query as `reply` says. */
export const startDnsResponder = async (reply: Reply): Promise<DnsResponder> => {
  const { udp, tcp, port } = await listen()
  const queries: { over: 'udp' | 'tcp'; query: DecodedPacket }[] = []
  udp.on('message', (message, from) => {
    const query = decode(message)
    queries.push({ over: 'udp', query })
    for (const answer of reply(query, 'udp')) udp.send(bytes(answer), from.port, from.address)
  })
  tcp.on('connection', (connection) => {
    connection.on('error', () => undefined)
    connection.once('data', (data) => {
      const query = decode(data.subarray(2))
      queries.push({ over: 'tcp', query })
      const replies = reply(query, 'tcp')
      const whole = Buffer.concat(replies.map((answer) => withLength(bytes(answer))))
      // In two pieces, as a network may deliver it.
      connection.write(whole.subarray(0, 3))
      connection.end(whole.subarray(3))
    })
  })
  return {
    server: `127.0.0.1:${port}`,
    queries,
    close: async () => {
      udp.close()
      tcp.close()
      await once(tcp, 'close')
    },
  }
}
