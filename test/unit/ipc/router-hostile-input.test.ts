import { describe, expect, it, vi } from 'vitest'
import { wire } from '../../../src-main/contract/channels.ts'
import { inputLimits } from '../../../src-main/ipc/input-shape.ts'
import { FakeContents, FakeFrame } from './fake-electron.ts'
import { startTestRouter } from './router-fixture.ts'

const refusedAs = (code: string) => ({ ok: false, error: expect.objectContaining({ code }) as unknown })
const emptyJournal = () => ({ 'journal.read': vi.fn(async () => []) })
const page = { before: null, limit: 10 }

describe('who may speak', () => {
  const strangers: readonly [string, (frame: FakeFrame) => FakeFrame | null, number][] = [
    ['a sub-frame', (frame) => Object.assign(frame, { parent: new FakeFrame() }), 1],
    ['a page of another origin', (frame) => Object.assign(frame, { origin: 'https://kit', url: 'https://kit/' }), 1],
    ['a page whose origin only begins alike', (frame) => Object.assign(frame, { origin: 'app://kit.evil' }), 1],
    ['a blank page that inherited the origin', (frame) => Object.assign(frame, { url: 'about:blank' }), 1],
    ['a window that the app did not open', (frame) => frame, 99],
    ['a frame that is gone', () => null, 1],
    ['a destroyed frame', (frame) => Object.assign(frame, { destroyed: true }), 1],
  ]
  it.each(strangers)('refuses %s and runs nothing', async (_, change, id) => {
    const handlers = emptyJournal()
    const { ipcMain, lines } = startTestRouter(handlers)
    const event = { sender: new FakeContents(id), senderFrame: change(new FakeFrame()) }
    for (const channel of [wire.call, wire.listen])
      expect(await ipcMain.invoke(channel, event, 'journal.read', 'request-1', page)).toEqual(refusedAs('forbidden'))
    expect(handlers['journal.read']).not.toHaveBeenCalled()
    expect(lines.map((line) => line.level)).toEqual(['warn', 'warn'])
  })
})

describe('what may be said', () => {
  it.each([
    'nothing.here',
    '__proto__',
    'constructor',
    'toString',
    '',
    42,
    null,
    undefined,
    ['journal.read'],
    { toString: () => 'journal.read' },
  ])('refuses the channel %o', async (name) => {
    const { raw } = startTestRouter({})
    expect(await raw(wire.call, name, 'request-1', page)).toEqual(refusedAs('invalid-request'))
  })

  it('refuses a call made as a subscription and the other way round', async () => {
    const handlers = emptyJournal()
    const { raw } = startTestRouter(handlers)
    expect(await raw(wire.listen, 'journal.read', 'request-1', page)).toEqual(refusedAs('invalid-request'))
    const planId = '0e0b4c1c-6d3f-4f43-9d55-0b6f7bb3a111'
    expect(await raw(wire.call, 'plans.events', 'request-1', { planId })).toEqual(refusedAs('invalid-request'))
    expect(handlers['journal.read']).not.toHaveBeenCalled()
  })

  it('refuses more arguments than the verb has', async () => {
    const { raw } = startTestRouter(emptyJournal())
    expect(await raw(wire.call, 'journal.read', 'request-1', page, 'more')).toEqual(refusedAs('invalid-request'))
  })

  it.each([undefined, 7, '', 'short', 'x'.repeat(65), 'has space in it', '../../up-the-tree', ['request-1']])(
    'refuses the request id %o',
    async (requestId) => {
      const { raw } = startTestRouter(emptyJournal())
      expect(await raw(wire.call, 'journal.read', requestId, page)).toMatchObject({
        ok: false,
        error: { code: 'invalid-request', field: 'requestId' },
      })
    },
  )

  it('names the field that is wrong and does not repeat what was sent', async () => {
    const { call } = startTestRouter({})
    const answer = await call('target.test', {
      target: { place: 'network', host: 'server', credential: { user: 'canary-user', password: 'canary-password' } },
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-request', field: 'target.credential.password' } })
    expect(JSON.stringify(answer)).not.toContain('canary')
  })

  it.each([
    ['a string where an object belongs', 'page'],
    ['a number out of range', { before: null, limit: 501 }],
    ['a field too many', { ...page, extra: 1 }],
    ['nothing', undefined],
  ])('refuses %s', async (_, input) => {
    const { call } = startTestRouter(emptyJournal())
    expect(await call('journal.read', input)).toEqual(refusedAs('invalid-request'))
  })

  it.each(['..', '../../outside', 'first-host/..', 'a\\b', 'C:', 'First-Host', ''])(
    'refuses a Lab scenario named %j, whose name would be a path',
    async (scenario) => {
      const { call } = startTestRouter({})
      expect(await call('target.test', { target: { place: 'lab', scenario, host: 'KMS01' } })).toMatchObject({
        ok: false,
        error: { code: 'invalid-request', field: 'target.scenario' },
      })
    },
  )

  const deep = (): unknown => {
    let value: unknown = 'end'
    for (let level = 0; level <= inputLimits.depth; level++) value = [value]
    return value
  }
  const cyclic: Record<string, unknown> = {}
  cyclic['self'] = cyclic
  it.each([
    ['a text over the limit', { kind: 'password', value: 'x'.repeat(inputLimits.size + 1) }],
    ['many small values', Array.from({ length: inputLimits.size / 8 + 1 }, () => 0)],
    ['a deep nest', deep()],
    ['a cycle', cyclic],
    ['an own key __proto__', JSON.parse('{"__proto__":{"polluted":true}}')],
    ['an own key constructor', { constructor: {} }],
    ['a Map', new Map()],
    ['a typed array', new Uint8Array(4)],
    ['a bigint', 1n],
  ])('refuses %s before any schema sees it', async (_, input) => {
    const { call } = startTestRouter({})
    expect(await call('secrets.put', input)).toEqual(refusedAs('invalid-request'))
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('hands the handler exactly what the schema allows', async () => {
    const handlers = emptyJournal()
    const { call } = startTestRouter(handlers)
    expect(await call('journal.read', page)).toEqual({ ok: true, value: [] })
    expect(handlers['journal.read']).toHaveBeenCalledWith(page, expect.objectContaining({ requestId: 'request-1' }))
  })
})
