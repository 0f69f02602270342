import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EngineClient } from '../../../src-main/engine/engine-client.ts'
import { FakeProcess } from './fixtures/fake-process.ts'

const query = { op: 'query', session: 's', wql: 'SELECT 1' } as const
const network = { place: 'network' } as const
const connect = { op: 'connect', site: network, host: 'srv', namespace: 'root\\cimv2' } as const

describe('the client of an engine process', () => {
  let process = new FakeProcess()
  let client = new EngineClient(process)

  beforeEach(() => {
    vi.useFakeTimers()
    process = new FakeProcess()
    client = new EngineClient(process, { deadlines: { query: 1000 }, grace: 500 })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('gives each answer to the request of its number, whatever the order', async () => {
    const first = client.request(query)
    const second = client.request(query)
    process.answer(2, [{ Name: 'second' }])
    process.answer(1, [{ Name: 'first' }])
    expect(await first).toEqual([{ Name: 'first' }])
    expect(await second).toEqual([{ Name: 'second' }])
    expect(process.sent).toMatchObject([
      { type: 'request', id: 1, deadline: 1000, operation: query },
      { type: 'request', id: 2 },
    ])
  })

  it('refuses an answer of the wrong kind and does not use that engine again', async () => {
    const asked = client.request(query)
    process.answer(1, { Name: 'not a list' })
    await expect(asked).rejects.toMatchObject({ error: { code: 'internal' } })
    expect(client.reusable).toBe(false)
  })

  it.each([null, 'text', { type: 'reply' }, { type: 'reply', id: '1', result: {} }, { type: 'other' }])(
    'takes no notice of a message that is none (%j)',
    async (message) => {
      const asked = client.request(query)
      process.emit('message', message)
      process.emit('message', { type: 'reply', id: 99, result: { ok: true, value: [] } })
      process.answer(1, [])
      expect(await asked).toEqual([])
    },
  )

  it('turns an error with a code of Windows into a WmiError and one without into an AppFailure', async () => {
    const denied = client.request(query)
    const error = { code: 'access-denied', message: 'Denied.', hresult: 0x80070005, retryable: false }
    process.emit('message', { type: 'reply', id: 1, result: { ok: false, error } })
    await expect(denied).rejects.toMatchObject({ name: 'WmiError', code: 'access-denied', hresult: 0x80070005 })
    const refused = client.request(query)
    const refusal = { code: 'not-found', message: 'No such connection.', retryable: false }
    process.emit('message', { type: 'reply', id: 2, result: { ok: false, error: refusal } })
    await expect(refused).rejects.toMatchObject({ name: 'AppFailure', error: refusal })
  })

  it('rejects everything outstanding as engine-lost when the process ends, and everything after it', async () => {
    const first = client.request(query)
    const second = client.request(connect)
    process.emit('exit', 3)
    await expect(first).rejects.toMatchObject({ error: { code: 'engine-lost' } })
    await expect(second).rejects.toMatchObject({ error: { code: 'engine-lost' } })
    await expect(client.request(query)).rejects.toMatchObject({ error: { code: 'engine-lost' } })
    expect(client.alive).toBe(false)
  })

  it('cancels at once and says that Windows may carry on', async () => {
    const controller = new AbortController()
    const asked = client.request(query, controller.signal)
    controller.abort()
    await expect(asked).rejects.toMatchObject({ code: 'cancelled', message: expect.stringContaining('Windows may') })
    expect(process.sent[1]).toEqual({ type: 'cancel', id: 1 })
    expect(client.reusable).toBe(false)
  })

  it('sends nothing for a request that was cancelled before', async () => {
    await expect(client.request(query, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' })
    expect(process.sent).toEqual([])
  })

  it('closes a connection that comes about after it was cancelled', async () => {
    const controller = new AbortController()
    const asked = client.request(connect, controller.signal)
    controller.abort()
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' })
    process.answer(1, { session: 'late' })
    expect(process.sent.at(-1)).toMatchObject({ operation: { op: 'close', session: 'late' } })
  })

  it('kills an engine that does not even answer after deadline and grace', async () => {
    const both = Promise.allSettled([client.request(query), client.request(connect)])
    await vi.advanceTimersByTimeAsync(1499)
    expect(process.killed).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await both).toMatchObject([
      { reason: { code: 'timeout', message: expect.stringContaining('Windows may') } },
      { reason: { error: { code: 'engine-lost' } } },
    ])
    expect(process.killed).toBe(true)
  })

  it('is reusable only when all connections are closed', async () => {
    const connecting = client.request(connect)
    process.answer(1, { session: 's' })
    await connecting
    expect(client.reusable).toBe(false)
    const closing = client.request({ op: 'close', session: 's' })
    process.answer(2, null)
    await closing
    expect(client.reusable).toBe(true)
  })
})
