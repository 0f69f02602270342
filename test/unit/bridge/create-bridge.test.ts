import { describe, expect, it, vi } from 'vitest'
import type { RawBridge } from '../../../src-main/contract/channels.ts'
import { createBridge } from '../../../src-renderer/bridge/create-bridge.ts'

const planId = '0e0b4c1c-6d3f-4f43-9d55-0b6f7bb3a111'
const createRaw = (answer: Promise<unknown>) => {
  let deliver: (event: unknown) => void = () => undefined
  const raw: RawBridge = {
    call: vi.fn(() => answer),
    cancel: vi.fn(),
    listen: vi.fn((_name, _id, _input, onEvent) => {
      deliver = onEvent
      return answer
    }),
  }
  return { raw, deliver: (event: unknown) => deliver(event), bridge: createBridge(raw, () => 'request-1') }
}

describe('calls', () => {
  it('hands on the answer', async () => {
    const { bridge, raw } = createRaw(Promise.resolve({ ok: true, value: [] }))
    expect(await bridge.call('plans.unfinished', undefined)).toEqual({ ok: true, value: [] })
    expect(raw.call).toHaveBeenCalledWith('plans.unfinished', 'request-1', undefined)
  })

  it('cancels in main when the signal aborts, and not once it has been answered', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const { bridge, raw } = createRaw(promise)
    const first = new AbortController()
    const answer = bridge.call('plans.unfinished', undefined, { signal: first.signal })
    first.abort()
    expect(raw.cancel).toHaveBeenCalledWith('request-1')
    resolve({ ok: true, value: [] })
    await answer
    const second = new AbortController()
    await bridge.call('plans.unfinished', undefined, { signal: second.signal })
    second.abort()
    expect(raw.cancel).toHaveBeenCalledTimes(1)
  })

  it('asks nothing when the signal had aborted before', async () => {
    const { bridge, raw } = createRaw(Promise.resolve({ ok: true, value: [] }))
    expect(await bridge.call('plans.unfinished', undefined, { signal: AbortSignal.abort() })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    })
    expect(raw.call).not.toHaveBeenCalled()
  })

  it('answers with an error where the message cannot be sent', async () => {
    const { bridge } = createRaw(Promise.reject(new Error('could not be cloned')))
    expect(await bridge.call('plans.unfinished', undefined)).toMatchObject({ ok: false, error: { code: 'internal' } })
  })
})

describe('subscriptions', () => {
  it('delivers until it is ended, and ends once', async () => {
    const { bridge, raw, deliver } = createRaw(Promise.resolve({ ok: true, value: undefined }))
    const onEvent = vi.fn()
    const end = bridge.listen('plans.events', { planId }, onEvent)
    deliver('one')
    end()
    end()
    deliver('two')
    expect(onEvent.mock.calls).toEqual([['one']])
    expect(raw.cancel).toHaveBeenCalledTimes(1)
  })

  it('tells where it could not be made', async () => {
    const error = { code: 'not-found', message: 'There is no such plan.', retryable: false }
    const { bridge } = createRaw(Promise.resolve({ ok: false, error }))
    const told = await new Promise((resolve) => {
      bridge.listen('plans.events', { planId }, () => undefined, resolve)
    })
    expect(told).toEqual(error)
  })
})
