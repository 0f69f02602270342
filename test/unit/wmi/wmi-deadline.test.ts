import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withDeadline } from '../../../src-main/wmi/wmi-deadline.ts'

describe('a wait with a deadline', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('hands the result or the failure on', async () => {
    expect(await withDeadline('query', 10, undefined, () => Promise.resolve(1))).toBe(1)
    await expect(withDeadline('query', 10, undefined, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('gives up at its deadline, tells the work, and hands a late result to the cleaner', async () => {
    const work = Promise.withResolvers<string>()
    const late: string[] = []
    let inner: AbortSignal | undefined
    const waiting = withDeadline(
      'call',
      2500,
      undefined,
      (signal) => {
        inner = signal
        return work.promise
      },
      (result) => late.push(result),
    )
    const outcome = Promise.allSettled([waiting])
    await vi.advanceTimersByTimeAsync(2500)
    expect(await outcome).toMatchObject([
      {
        reason: { code: 'timeout', operation: 'call', message: expect.stringMatching(/3 seconds.*Windows may still/) },
      },
    ])
    expect(inner?.aborted).toBe(true)
    work.resolve('session')
    await vi.advanceTimersByTimeAsync(0)
    expect(late).toEqual(['session'])
  })

  it('gives up when the caller cancels', async () => {
    const controller = new AbortController()
    const waiting = withDeadline('connect', 1000, controller.signal, () => new Promise(() => {}))
    controller.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled', operation: 'connect' })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('starts nothing for a caller that has gone away', async () => {
    const start = vi.fn()
    await expect(withDeadline('query', 10, AbortSignal.abort(), start)).rejects.toMatchObject({ code: 'cancelled' })
    expect(start).not.toHaveBeenCalled()
  })
})
