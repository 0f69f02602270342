import { describe, expect, it, vi } from 'vitest'
import { channels, wire } from '../../../src-main/contract/channels.ts'
import type { CallName } from '../../../src-main/contract/channels.ts'
import { createRawBridge } from '../../../src-main/preload/raw-bridge.ts'

const createIpc = () => {
  const listeners = new Map<string, (event: unknown, ...args: unknown[]) => void>()
  return {
    listeners,
    invoke: vi.fn(async (): Promise<unknown> => ({ ok: true, value: undefined })),
    send: vi.fn(),
    on: (channel: string, listener: (event: unknown, ...args: unknown[]) => void) => listeners.set(channel, listener),
  }
}

describe('what the page sees', () => {
  it('is three verbs and nothing else', () => {
    const bridge = createRawBridge(createIpc())
    expect(Object.keys(bridge).toSorted()).toEqual(['call', 'cancel', 'listen'])
  })

  it.each(['kit:call', '__proto__', 'constructor', 'plans.events', 'anything'])('cannot call %s', async (name) => {
    const ipc = createIpc()
    expect(await createRawBridge(ipc).call(name as CallName, 'request-1', undefined)).toMatchObject({
      ok: false,
      error: { code: 'invalid-request' },
    })
    expect(ipc.invoke).not.toHaveBeenCalled()
  })

  it('cannot subscribe to a call', async () => {
    const ipc = createIpc()
    expect(
      await createRawBridge(ipc).listen('app.info' as never, 'request-1', undefined, () => undefined),
    ).toMatchObject({
      ok: false,
    })
    expect(ipc.invoke).not.toHaveBeenCalled()
  })

  it('reaches only the wire channels, for every name of the contract', async () => {
    const ipc = createIpc()
    const bridge = createRawBridge(ipc)
    for (const [name, verb] of Object.entries(channels))
      await (verb === 'call'
        ? bridge.call(name as CallName, 'request-1', undefined)
        : bridge.listen('plans.events', 'request-1', undefined, () => undefined))
    const used = new Set(ipc.invoke.mock.calls.map(([channel]: unknown[]) => channel))
    expect(used).toEqual(new Set([wire.call, wire.listen]))
  })

  it('passes on the declared arguments alone', async () => {
    const ipc = createIpc()
    const call = createRawBridge(ipc).call as (...args: unknown[]) => Promise<unknown>
    await call('app.info', 'request-1', undefined, { extra: true })
    expect(ipc.invoke).toHaveBeenCalledWith(wire.call, 'app.info', 'request-1', undefined)
  })

  it('never rejects', async () => {
    const ipc = createIpc()
    ipc.invoke.mockRejectedValue(new Error('An object could not be cloned.'))
    expect(await createRawBridge(ipc).call('app.info', 'request-1', undefined)).toMatchObject({ ok: false })
  })

  it('hands an event to its subscription alone, and to none after cancel', async () => {
    const ipc = createIpc()
    const bridge = createRawBridge(ipc)
    const [first, second] = [vi.fn(), vi.fn()]
    await bridge.listen('plans.events', 'request-1', undefined, first)
    await bridge.listen('plans.events', 'request-2', undefined, second)
    const deliver = ipc.listeners.get(wire.event)
    deliver?.({}, 'request-1', 'event')
    bridge.cancel('request-1')
    deliver?.({}, 'request-1', 'late')
    expect(first.mock.calls).toEqual([['event']])
    expect(second).not.toHaveBeenCalled()
    expect(ipc.send).toHaveBeenCalledWith(wire.cancel, 'request-1')
  })

  it('forgets a subscription that main refused', async () => {
    const ipc = createIpc()
    ipc.invoke.mockResolvedValue({ ok: false, error: { code: 'not-found' } })
    const onEvent = vi.fn()
    await createRawBridge(ipc).listen('plans.events', 'request-1', undefined, onEvent)
    ipc.listeners.get(wire.event)?.({}, 'request-1', 'event')
    expect(onEvent).not.toHaveBeenCalled()
  })
})
