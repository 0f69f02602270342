import { describe, expect, it } from 'vitest'
import { wire } from '../../../src-main/contract/channels.ts'
import type { PlanEvent } from '../../../src-main/contract/models/plan.ts'
import { windowLimits } from '../../../src-main/ipc/open-requests.ts'
import { captured, startTestRouter } from './router-fixture.ts'

const planId = '0e0b4c1c-6d3f-4f43-9d55-0b6f7bb3a111'
const planEvent: PlanEvent = {
  sequence: 1,
  plan: {
    planId,
    wizard: 'set-up-kms-host',
    title: 'Make KMS01 a KMS host',
    target: { place: 'this-computer' },
    targetName: 'KMS01',
    createdAt: '2026-11-22T10:00:00.000Z',
    digest: 'd',
    consents: [],
    state: 'running',
    progress: 0.5,
    findings: [],
    steps: [],
    missingSecrets: [],
    waiting: null,
    deferred: [],
    error: null,
  },
}
const subscribe = async () => {
  const { contexts, handler } = captured()
  const fixture = startTestRouter({ 'plans.events': handler })
  const answer = await fixture.raw(wire.listen, 'plans.events', 'request-1', { planId })
  const context = contexts[0]
  if (!context) throw new Error('the handler was not reached')
  return { ...fixture, answer, context }
}

describe('subscriptions', () => {
  it('delivers events to the frame that subscribed, under its request id', async () => {
    const { answer, context, frame } = await subscribe()
    expect(answer).toEqual({ ok: true, value: undefined })
    context.emit(planEvent)
    expect(frame.sent).toEqual([[wire.event, 'request-1', planEvent]])
  })

  it('drops an event that breaks the contract and logs it', async () => {
    const { context, frame, lines } = await subscribe()
    context.emit({ ...planEvent, plan: { ...planEvent.plan, progress: 2 } })
    expect(frame.sent).toEqual([])
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error', field: 'plan.progress' }))
  })

  it('ends with cancel: nothing is delivered afterwards', async () => {
    const { context, frame, cancel } = await subscribe()
    cancel('request-1')
    expect(context.signal.aborted).toBe(true)
    context.emit(planEvent)
    expect(frame.sent).toEqual([])
  })

  it('ends when the window navigates', async () => {
    const { context, contents, frame } = await subscribe()
    contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    context.emit(planEvent)
    expect([context.signal.aborted, frame.sent]).toEqual([true, []])
  })

  it('ends when the frame is found to be gone', async () => {
    const { context, frame } = await subscribe()
    frame.destroyed = true
    context.emit(planEvent)
    expect([context.signal.aborted, frame.sent]).toEqual([true, []])
  })

  it('ends when the frame goes away while it is sent to', async () => {
    const { context, frame } = await subscribe()
    frame.send = () => {
      throw new Error('Render frame was disposed')
    }
    expect(() => context.emit(planEvent)).not.toThrow()
    expect(context.signal.aborted).toBe(true)
  })

  it('is over when its handler fails', async () => {
    const signals: AbortSignal[] = []
    const { raw } = startTestRouter({
      'plans.events': (_, { signal }) => {
        signals.push(signal)
        return Promise.reject(new Error('no such plan'))
      },
    })
    const ask = () => raw(wire.listen, 'plans.events', 'request-1', { planId })
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(signals[0]?.aborted).toBe(true)
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'internal' } })
  })

  it('is limited in number per window, and a cancelled one gives its place back', async () => {
    const { handler } = captured()
    const { raw, cancel } = startTestRouter({ 'plans.events': handler })
    for (let n = 0; n < windowLimits.subscriptions; n++)
      expect(await raw(wire.listen, 'plans.events', `request-${n}`, { planId })).toMatchObject({ ok: true })
    const oneMore = () => raw(wire.listen, 'plans.events', 'one-more-of-them', { planId })
    expect(await oneMore()).toMatchObject({ ok: false, error: { code: 'busy' } })
    cancel('request-0')
    expect(await oneMore()).toMatchObject({ ok: true })
  })
})
