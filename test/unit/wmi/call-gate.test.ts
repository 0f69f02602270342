import { describe, expect, it } from 'vitest'
import { CallGate } from '../../../src-main/wmi/com/call-gate.ts'

describe('the gate in front of COM', () => {
  it('lets no more than its limit in, in order of arrival', async () => {
    const gate = new CallGate(2)
    const started: number[] = []
    const ends = [0, 1, 2, 3].map(() => Promise.withResolvers<void>())
    const runs = ends.map(({ promise }, index) =>
      gate.run(() => {
        started.push(index)
        return promise
      }),
    )
    await expect.poll(() => started).toEqual([0, 1])
    ends[1]?.resolve()
    await runs[1]
    await expect.poll(() => started).toEqual([0, 1, 2])
    ends[0]?.reject(new Error('failed'))
    await expect(runs[0]).rejects.toThrow('failed')
    await expect.poll(() => started).toEqual([0, 1, 2, 3])
    for (const { resolve } of ends) resolve()
    await Promise.all(runs.slice(1))
  })

  it('never starts what was cancelled while it waited, and keeps the place for the next', async () => {
    const gate = new CallGate(1)
    const first = Promise.withResolvers<string>()
    const running = gate.run(() => first.promise)
    const controller = new AbortController()
    let started = false
    const waiting = gate.run(() => Promise.resolve((started = true)), controller.signal)
    const third = gate.run(() => Promise.resolve('third'))
    controller.abort(new Error('gave up'))
    await expect(waiting).rejects.toThrow('gave up')
    first.resolve('first')
    expect(await running).toBe('first')
    expect(await third).toBe('third')
    expect(started).toBe(false)
  })

  it('does not start with a signal that has aborted already', async () => {
    const reason = new Error('too late')
    const run = new CallGate(1).run(() => Promise.reject(new Error('was started')), AbortSignal.abort(reason))
    await expect(run).rejects.toBe(reason)
  })
})
