import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { KmsEndpointProbe } from '../../../src-main/contract/models/dns.ts'
import { probeKmsEndpoint } from '../../../src-main/network/kms-endpoint-probe.ts'

const patient = 20_000

/** An RPC message of this type, in answer to a bind message, whose call it repeats. */
const pdu = (request: Buffer, type: number, body: Buffer): Buffer => {
  const header = Buffer.from([5, 0, type, 3, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  header.writeUInt16LE(16 + body.length, 8)
  request.copy(header, 12, 12, 16)
  return Buffer.concat([header, body])
}

/** A bind_ack as Windows gives it: port 1688 as secondary address, one result. */
const bindAck = (request: Buffer, result: number, reason: number): Buffer => {
  const body = Buffer.from('d016d0160000000005003136383800000000000000000000', 'hex')
  const ack = Buffer.concat([body.subarray(0, 16), Buffer.from([1, 0, 0, 0, result, 0, reason, 0]), Buffer.alloc(20)])
  return pdu(request, 12, ack)
}

/** The same from a computer that writes numbers high byte first. */
const bigEndianAck = (request: Buffer): Buffer => {
  const ack = bindAck(request, 0, 0)
  ack[4] = 0
  ack.subarray(8, 10).reverse()
  ack.subarray(12, 16).reverse()
  ack.subarray(24, 26).reverse()
  return ack
}

const open: { server: Server; sockets: Set<Socket> }[] = []
afterEach(async () => {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  }
})

/** A service on the loopback; `onBind` has the connection and the first bytes of the caller. */
const serve = async (onBind: (socket: Socket, request: Buffer) => void, sent: Buffer[] = []): Promise<number> => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('data', (request) => onBind(socket, request))
    socket.on('data', (data) => sent.push(data))
  }).listen(0, '127.0.0.1')
  open.push({ server, sockets })
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const probe = async (port: number, milliseconds = patient): Promise<KmsEndpointProbe> =>
  KmsEndpointProbe.parse(await probeKmsEndpoint('127.0.0.1', port, undefined, milliseconds))

describe('probing a KMS port', () => {
  it('asks for the KMS interface with NDR, and for nothing else', async () => {
    const sent: Buffer[] = []
    const port = await serve((socket, request) => socket.write(bindAck(request, 0, 0)), sent)
    expect(await probe(port)).toEqual({ host: '127.0.0.1', port, outcome: 'kms', detail: '127.0.0.1' })
    expect(sent).toHaveLength(1)
    const message = sent[0] ?? Buffer.alloc(0)
    const call = message.toString('hex', 12, 16)
    expect(message.toString('hex')).toBe(
      `05000b031000000048000000${call}d016d0160000000001000000` +
        '000001007521c8514e845047b0d8ec255555bc0601000000' +
        '045d888aeb1cc9119fe808002b10486002000000',
    )
  })

  it('reads an answer in pieces, and one with the high byte first', async () => {
    const pieces = await serve((socket, request) => {
      const answer = bindAck(request, 0, 0)
      socket.write(answer.subarray(0, 9), () => socket.write(answer.subarray(9)))
    })
    expect((await probe(pieces)).outcome).toBe('kms')
    const turned = await serve((socket, request) => socket.write(bigEndianAck(request)))
    expect((await probe(turned)).outcome).toBe('kms')
  })

  it.each<[string, (request: Buffer) => Buffer, string]>([
    ['has no such interface', (request) => bindAck(request, 2, 1), 'without the KMS interface'],
    ['rejects the transfer syntax', (request) => bindAck(request, 2, 2), 'reason 2'],
    ['refuses the bind', (request) => pdu(request, 13, Buffer.from([4, 0, 0])), 'version of the protocol'],
    [
      'answers with a fault',
      (request) => pdu(request, 3, Buffer.from('0000000000000000050000000000000000', 'hex')),
      'fault 0x00000005',
    ],
  ])('says not-kms of an RPC service that %s', async (_, answer, detail) => {
    const port = await serve((socket, request) => socket.write(answer(request)))
    expect(await probe(port)).toMatchObject({ outcome: 'not-kms', detail: expect.stringContaining(detail) })
  })

  it.each<[string, (socket: Socket, request: Buffer) => void, string]>([
    ['speaks another language', (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'), 'not RPC'],
    ['answers another call', (socket) => socket.write(bindAck(Buffer.alloc(16), 0, 0)), 'not RPC'],
    ['sends another message', (socket, request) => socket.write(pdu(request, 2, Buffer.alloc(8))), 'not RPC'],
    ['sends a torn message', (socket, request) => socket.write(pdu(request, 12, Buffer.alloc(4))), 'not RPC'],
    ['hangs up', (socket) => socket.end(), 'ended'],
    ['hangs up in the middle', (socket, request) => socket.end(bindAck(request, 0, 0).subarray(0, 20)), 'ended'],
    ['breaks the connection off', (socket) => socket.resetAndDestroy(), 'broken off'],
  ])('says other-service of one that %s', async (_, answer, detail) => {
    const port = await serve(answer)
    expect(await probe(port)).toMatchObject({ outcome: 'other-service', detail: expect.stringContaining(detail) })
  })

  it('says other-service of one that accepts and keeps silent', async () => {
    const port = await serve(() => undefined)
    expect(await probe(port, 300)).toMatchObject({
      outcome: 'other-service',
      detail: expect.stringContaining('nothing is answered'),
    })
  })

  it('tells a closed port, an unknown name, no port, and a cancelled probe', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    server.close()
    await once(server, 'close')
    expect((await probe(port)).outcome).toBe('refused')
    expect((await probeKmsEndpoint('kms01.invalid', 1688)).outcome).toMatch(/^(name-not-found|failed)$/)
    expect(await probe(70_000)).toMatchObject({ outcome: 'failed', detail: expect.stringContaining('70000') })
    const cancelled = new AbortController()
    const silent = await serve(() => cancelled.abort())
    expect(await probeKmsEndpoint('127.0.0.1', silent, cancelled.signal, patient)).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining('cancelled'),
    })
  })
})
