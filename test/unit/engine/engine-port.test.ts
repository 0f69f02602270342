import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const script = fileURLToPath(new URL('../../support/engine-in-child.ts', import.meta.url))
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('the port of a real engine process', () => {
  let engine: ChildProcess
  let greeting: unknown

  beforeEach(async () => {
    engine = fork(script, [], { serialization: 'advanced', execArgv: ['--no-warnings'] })
    ;[greeting] = (await once(engine, 'message')) as unknown[]
  })
  afterEach(() => {
    engine.kill('SIGKILL')
  })

  const answerTo = async (message: object | string | null): Promise<unknown> => {
    const reply = once(engine, 'message')
    engine.send(message as object)
    return (await reply)[0]
  }

  it('says that it is ready', () => {
    expect(greeting).toEqual({ type: 'ready', pid: engine.pid })
  })

  it('refuses hostile messages one after the other and goes on working', async () => {
    const operation = { op: 'probe', site: { place: 'network' }, host: '127.0.0.1', port: 1 }
    const hostile = [
      'shut down',
      null,
      { type: 'request' },
      { type: 'request', id: -1, deadline: 1000, operation },
      { type: 'request', id: 1, deadline: 1000, operation: { ...operation, port: 99_999 } },
      { type: 'request', id: 1, deadline: 1000, operation: { op: '__proto__' } },
      {
        type: 'request',
        id: 1,
        deadline: 1000,
        operation: { op: 'call', session: 's', path: 'p'.repeat(99_999), method: 'm', input: {} },
      },
    ]
    for (const message of hostile) {
      const code = 'invalid-request'
      expect(await answerTo(message)).toMatchObject({ type: 'reply', result: { ok: false, error: { code } } })
    }
    const valid = { type: 'request', id: 1, deadline: 20_000, operation }
    expect(await answerTo(valid)).toMatchObject({ id: 1, result: { ok: true, value: { host: '127.0.0.1', port: 1 } } })
    expect(await answerTo(valid)).toMatchObject({ id: 1, result: { ok: false, error: { code: 'already-used' } } })
  })

  it('ends when main goes away', async () => {
    const ended = once(engine, 'exit')
    engine.disconnect()
    expect(await ended).toEqual([0, null])
  })
})
