import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'

/** What the responder sends back to a message: raw messages, or nothing. */
export type RawReply = (message: Buffer, over: 'udp' | 'tcp') => readonly Buffer[]

/** A server of DNS messages on the loopback, for UDP and TCP on one port. */
export interface RawResponder {
  readonly port: number
  /** As the look-ups take it: ADDRESS:PORT. */
  readonly server: string
  close(): Promise<void>
}

const withLength = (message: Buffer): Buffer => {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(message.length)
  return Buffer.concat([length, message])
}

const listen = async (host: string, fixed: number): Promise<{ udp: Socket; tcp: Server; port: number }> => {
  for (;;) {
    const tcp = createServer().listen(fixed, host)
    await once(tcp, 'listening')
    const { port } = tcp.address() as AddressInfo
    const udp = createSocket('udp4')
    try {
      udp.bind(port, host)
      await once(udp, 'listening')
      return { udp, tcp, port }
    } catch (error) {
      tcp.close()
      if (fixed !== 0) throw error
    }
  }
}

/** Starts a responder that answers each message as `reply` says; `port` 0 takes a free one. */
export const startRawResponder = async (reply: RawReply, host = '127.0.0.1', fixed = 0): Promise<RawResponder> => {
  const { udp, tcp, port } = await listen(host, fixed)
  udp.on('message', (message, from) => {
    for (const answer of reply(message, 'udp')) udp.send(answer, from.port, from.address)
  })
  tcp.on('connection', (connection) => {
    connection.on('error', () => undefined)
    connection.once('data', (data) => {
      const whole = Buffer.concat(reply(data.subarray(2), 'tcp').map(withLength))
      // In two pieces, as a network may deliver it.
      connection.write(whole.subarray(0, 3))
      connection.end(whole.subarray(3))
    })
  })
  return {
    port,
    server: `${host}:${port}`,
    close: async () => {
      udp.close()
      tcp.close()
      await once(tcp, 'close')
    },
  }
}
