import { describe, expect, it } from 'vitest'
import { AppFailure } from '../../../src-main/contract/app-error.ts'
import { windowLimits } from '../../../src-main/ipc/open-requests.ts'
import { FakeContents, FakeFrame } from './fake-electron.ts'
import { pending, startTestRouter } from './router-fixture.ts'

describe('answers', () => {
  it('turns an expected failure into its value', async () => {
    const error = {
      code: 'access-denied',
      message: 'The computer refused.',
      target: 'KMS01',
      hresult: 0x80070005,
      retryable: false,
    } as const
    const { call } = startTestRouter({
      'plans.unfinished': () => Promise.reject(new AppFailure(error)),
    })
    expect(await call('plans.unfinished', undefined)).toEqual({ ok: false, error })
  })

  it('turns an exception into internal, masked, and logs it', async () => {
    const { call, lines } = startTestRouter({
      'plans.unfinished': () => {
        throw new TypeError('canary is not a function')
      },
    })
    expect(await call('plans.unfinished', undefined)).toMatchObject({
      ok: false,
      error: { code: 'internal', detail: 'TypeError: (masked) is not a function' },
    })
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error', channel: 'plans.unfinished' }))
  })

  it('withholds an answer that breaks the contract, and logs the field', async () => {
    const { call, lines } = startTestRouter({
      'secrets.put': () => Promise.resolve({ ref: 'canary' as never, lastFive: null }),
    })
    const answer = await call('secrets.put', { kind: 'password', value: 'x' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify([answer, lines])).not.toContain('canary')
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error', field: 'ref' }))
  })

  it('withholds an answer with a field too many', async () => {
    const { call } = startTestRouter({
      'secrets.put': () =>
        Promise.resolve({
          ref: 'secret:0e0b4c1c-6d3f-4f43-9d55-0b6f7bb3a111',
          lastFive: null,
          value: 'canary',
        } as never),
    })
    expect(await call('secrets.put', { kind: 'password', value: 'x' })).toMatchObject({ ok: false })
  })
})

describe('limits of one window', () => {
  it('answers busy beyond the limit, and again when a call has ended', async () => {
    const { signals, handler, finish } = pending()
    const { call } = startTestRouter({ 'plans.unfinished': handler })
    const open = Array.from({ length: windowLimits.calls }, (_, n) =>
      call('plans.unfinished', undefined, `request-${n}`),
    )
    expect(await call('plans.unfinished', undefined, 'one-too-many')).toMatchObject({
      ok: false,
      error: { code: 'busy' },
    })
    expect(signals).toHaveLength(windowLimits.calls)
    finish()
    await Promise.all(open)
    expect(await call('plans.unfinished', undefined, 'one-too-many')).toEqual({ ok: true, value: [] })
  })

  it('does not give a cancelled call its place back before its work has ended', async () => {
    const { handler } = pending()
    const { call, cancel } = startTestRouter({ 'plans.unfinished': handler })
    const open = Array.from({ length: windowLimits.calls }, (_, n) =>
      call('plans.unfinished', undefined, `request-${n}`),
    )
    open.forEach((_, n) => cancel(`request-${n}`))
    await Promise.all(open)
    expect(await call('plans.unfinished', undefined, 'another-one')).toMatchObject({
      ok: false,
      error: { code: 'busy' },
    })
  })

  it('refuses an id that is in use', async () => {
    const { handler, finish } = pending()
    const { call } = startTestRouter({ 'plans.unfinished': handler })
    const first = call('plans.unfinished', undefined)
    expect(await call('plans.unfinished', undefined)).toMatchObject({ ok: false, error: { field: 'requestId' } })
    finish()
    expect(await first).toMatchObject({ ok: true })
  })
})

describe('cancelling', () => {
  it('answers cancelled at once and tells the handler', async () => {
    const { signals, handler } = pending()
    const { call, cancel } = startTestRouter({ 'plans.unfinished': handler })
    const answer = call('plans.unfinished', undefined)
    await Promise.resolve()
    cancel('request-1')
    expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(signals[0]?.aborted).toBe(true)
  })

  it.each([
    ['another window', new FakeContents(2), new FakeFrame()],
    ['another frame', new FakeContents(1), Object.assign(new FakeFrame(), { frameToken: 'other' })],
    ['a sub-frame', new FakeContents(1), Object.assign(new FakeFrame(), { parent: new FakeFrame() })],
  ])('is out of reach for %s', async (_, sender, senderFrame) => {
    const { signals, handler, finish } = pending()
    const { call, ipcMain, cancel } = startTestRouter({ 'plans.unfinished': handler })
    const answer = call('plans.unfinished', undefined)
    await Promise.resolve()
    cancel('request-1', { sender, senderFrame })
    cancel({ toString: () => 'request-1' })
    expect(ipcMain.listeners.size).toBe(1)
    expect(signals[0]?.aborted).toBe(false)
    finish()
    expect(await answer).toMatchObject({ ok: true })
  })

  it.each([
    ['navigation', 'did-start-navigation', { isMainFrame: true, isSameDocument: false }],
    ['a crash', 'render-process-gone', {}],
    ['closing', 'destroyed', {}],
  ])('follows %s of the window', async (_, event, details) => {
    const { signals, handler } = pending()
    const { call, contents } = startTestRouter({ 'plans.unfinished': handler })
    const answer = call('plans.unfinished', undefined)
    await Promise.resolve()
    contents.emit(event, details)
    expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(signals[0]?.aborted).toBe(true)
  })

  it('does not follow a change within the page, nor one of a sub-frame', async () => {
    const { signals, handler, finish } = pending()
    const { call, contents } = startTestRouter({ 'plans.unfinished': handler })
    const answer = call('plans.unfinished', undefined)
    await Promise.resolve()
    contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
    contents.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false })
    expect(signals[0]?.aborted).toBe(false)
    finish()
    expect(await answer).toMatchObject({ ok: true })
  })

  it('ends everything when the app ends', async () => {
    const { handler } = pending()
    const { call, router } = startTestRouter({ 'plans.unfinished': handler })
    const answer = call('plans.unfinished', undefined)
    router.abortAll()
    expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })
})
