import { describe, expect, it } from 'vitest'
import { EngineHost } from '../../../src-main/engine/engine-host.ts'
import { EngineReply } from '../../../src-main/engine/protocol.ts'
import type { Site, WmiSession } from '../../../src-main/wmi/wmi-session.ts'
import { unusedSession, unusedSite } from '../../support/unused-site.ts'

const session: WmiSession = {
  ...unusedSession,
  query: () => Promise.resolve([{ Name: 'x' }]),
  call: (_path, _method, input) => Promise.reject(new Error(`quoting ${JSON.stringify(input)}`)),
  close: () => Promise.resolve(),
}
const site: Site = {
  ...unusedSite,
  connect: ({ credential }) =>
    credential ? Promise.reject(new Error(`denied ${credential.password}`)) : Promise.resolve(session),
  resolveSrv: (name) => Promise.resolve({ outcome: 'none', name, server: null }),
  probe: (host, port) => Promise.resolve({ host, port, outcome: 'open', detail: null }),
}

const open = (place = () => Promise.resolve(site)) => {
  const replies: EngineReply[] = []
  const waiting: ((reply: EngineReply) => void)[] = []
  const host = new EngineHost(
    {
      postMessage: (message) => {
        const reply = EngineReply.parse(message)
        replies.push(reply)
        waiting.shift()?.(reply)
      },
    },
    place,
  )
  /** Sends a message and waits for the next reply. */
  const send = (message: unknown): Promise<EngineReply> =>
    new Promise((resolve) => {
      waiting.push(resolve)
      host.receive(message)
    })
  let id = 0
  const request = (operation: unknown) => send({ type: 'request', id: (id += 1), deadline: 1000, operation })
  return { replies, send, request }
}

const connect = { op: 'connect', site: { place: 'network' }, host: null, namespace: 'root\\cimv2' }
const errorOf = (code: string) => ({ result: { ok: false, error: { code } } })

describe('an engine against hostile messages', () => {
  it.each([
    ['nothing', undefined],
    ['a text', 'request'],
    ['a foreign type', { type: 'eval', id: 1 }],
    ['no deadline', { type: 'request', id: 1, operation: connect }],
    ['an endless deadline', { type: 'request', id: 1, deadline: 1e12, operation: connect }],
    ['an unknown operation', { type: 'request', id: 1, deadline: 10, operation: { op: 'spawn', path: 'cmd.exe' } }],
    ['a field too many', { type: 'request', id: 1, deadline: 10, operation: { ...connect, extra: true } }],
    ['a function for a name', { type: 'request', id: 1, deadline: 10, operation: { ...connect, host: () => 'x' } }],
    [
      'an object for a value',
      {
        type: 'request',
        id: 1,
        deadline: 10,
        operation: { op: 'call', session: 's', path: 'p', method: 'm', input: { a: {} } },
      },
    ],
    ['a fraction for a number', { type: 'request', id: 1.5, deadline: 10, operation: connect }],
  ])('refuses %s with an envelope', async (_, message) => {
    const { send } = open()
    expect(await send(message)).toMatchObject(errorOf('invalid-request'))
  })

  it('refuses a number that was used before', async () => {
    const { send } = open()
    const message = { type: 'request', id: 7, deadline: 1000, operation: connect }
    expect(await send(message)).toMatchObject({ id: 7, result: { ok: true } })
    expect(await send(message)).toMatchObject({ id: 7, ...errorOf('already-used') })
    expect(await send({ ...message, id: 3 })).toMatchObject(errorOf('already-used'))
  })

  it('refuses a connection that it has not made, and one that is closed', async () => {
    const { request } = open()
    expect(await request({ op: 'query', session: 'guessed', wql: 'SELECT 1' })).toMatchObject(errorOf('not-found'))
    const reply = await request(connect)
    const session = reply.type === 'reply' && reply.result.ok ? (reply.result.value as { session: string }).session : ''
    expect(await request({ op: 'close', session })).toMatchObject({ result: { ok: true, value: null } })
    expect(await request({ op: 'query', session, wql: 'SELECT 1' })).toMatchObject(errorOf('not-found'))
  })

  it('strikes passwords and inputs out of what a library says', async () => {
    const { request, replies } = open()
    await request({ ...connect, credential: { user: 'admin', password: 'canary' } })
    const reply = await request(connect)
    const session = reply.type === 'reply' && reply.result.ok ? (reply.result.value as { session: string }).session : ''
    const failed = await request({ op: 'call', session, path: 'p', method: 'm', input: { ProductKey: 'CANARY-KEY' } })
    expect(failed).toMatchObject(errorOf('internal'))
    expect(JSON.stringify(replies)).toContain('quoting')
    expect(JSON.stringify(replies).toLowerCase()).not.toContain('canary')
  })

  it('tries a place again that could not be opened', async () => {
    let tries = 0
    const { request } = open(() => ((tries += 1) === 1 ? Promise.reject(new Error('no disk')) : Promise.resolve(site)))
    expect(await request(connect)).toMatchObject(errorOf('internal'))
    expect(await request(connect)).toMatchObject({ result: { ok: true } })
  })
})
