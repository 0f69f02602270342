import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { PortProbe } from '../../../src-main/contract/models/kms-host-report.ts'
import { probePort, type TryConnection } from '../../../src-main/network/port-probe.ts'

const servers: Server[] = []
const listen = async (): Promise<number> => {
  const server = createServer((connection) => connection.on('error', () => undefined)).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
const closeAll = async (): Promise<void> => {
  for (const server of servers.splice(0)) {
    server.close()
    await once(server, 'close')
  }
}
afterEach(closeAll)

const probe = async (...args: Parameters<typeof probePort>): Promise<PortProbe> =>
  PortProbe.parse(await probePort(...args))

describe('probing a TCP port', () => {
  it('says open where something listens', async () => {
    const port = await listen()
    expect(await probe('127.0.0.1', port)).toEqual({ host: '127.0.0.1', port, outcome: 'open', detail: '127.0.0.1' })
  })
  it('says open where one of several addresses of a name answers', async () => {
    expect(await probe('localhost', await listen())).toMatchObject({ host: 'localhost', outcome: 'open' })
  })
  it('closes its connection again', async () => {
    const port = await listen()
    const [server] = servers
    const connected = server && once(server, 'connection')
    await probe('127.0.0.1', port)
    await connected
    // Closing a server ends only when no connection is left.
    await closeAll()
    expect((await probe('127.0.0.1', port)).outcome).toBe('refused')
  })
  it('says refused where nothing listens', async () => {
    const port = await listen()
    await closeAll()
    expect(await probe('127.0.0.1', port)).toMatchObject({ outcome: 'refused', detail: '127.0.0.1' })
  })
  it('says that the name was not found or could not be asked, never that the port is closed', async () => {
    const { outcome } = await probe('no-such-host.invalid', 1688, undefined, 2_000)
    expect(['name-not-found', 'failed']).toContain(outcome)
  })
  it('says no answer where none comes in time', async () => {
    const silent: TryConnection = (_address, _port, signal) => once(signal, 'abort').then(() => signal.throwIfAborted())
    expect(await probe('192.0.2.1', 1688, undefined, 20, silent)).toMatchObject({
      outcome: 'no-answer',
      detail: '192.0.2.1',
    })
  })
  it.each([
    ['EHOSTUNREACH', 'no-answer'],
    ['ENETUNREACH', 'no-answer'],
    ['ETIMEDOUT', 'no-answer'],
    ['ECONNREFUSED', 'refused'],
    ['EACCES', 'failed'],
  ])('takes %s for %s', async (code, outcome) => {
    const failing: TryConnection = () => Promise.reject(Object.assign(new Error(code), { code }))
    expect((await probe('192.0.2.1', 1688, undefined, 20_000, failing)).outcome).toBe(outcome)
  })
  it('ends when it is cancelled', async () => {
    expect(await probe('127.0.0.1', await listen(), AbortSignal.abort())).toMatchObject({ outcome: 'failed' })
  })
  it.each([0, -1, 65_536, 1.5, Number.NaN])('refuses %d as a port', async (port) => {
    expect((await probePort('127.0.0.1', port)).detail).toContain('is no TCP port')
  })
})
