import { describe, expect, it, vi } from 'vitest'
import { fail, ok, type Result } from '../../../../../src-main/contract/app-error.ts'
import type { CallName } from '../../../../../src-main/contract/channels.ts'
import type { BatchEvent } from '../../../../../src-main/contract/models/batch.ts'
import type { Bridge } from '../../../../../src-renderer/bridge/create-bridge.ts'
import { createBatchRun } from '../../../../../src-renderer/wizards/batch/run/batch-run.ts'
import { batchAnswers, batchOf, batchRowOf } from '../../../../ui-preview/batch.ts'

const patience = { timeout: 30_000 }

type Script = Partial<Record<CallName, (input: never) => Result<unknown> | Promise<Result<unknown>>>>

const open = (script: Script = {}) => {
  const calls: { readonly name: CallName; readonly input: unknown }[] = []
  let listener: (event: BatchEvent) => void = () => undefined
  const standard = batchAnswers((event) => listener(event)) as Script
  const bridge: Bridge = {
    call: async (name, input) => {
      calls.push({ name, input })
      const answer = script[name] ?? standard[name]
      if (answer === undefined) throw new Error(`the script has no answer to ${name}`)
      return (await answer(input as never)) as never
    },
    listen: (_name, _input, onEvent) => {
      listener = onEvent as unknown as typeof listener
      return () => undefined
    },
  }
  const run = createBatchRun(bridge)
  const propose = async (count: number, canary: number | null = null): Promise<void> => {
    const answer = await bridge.call('batches.propose', {
      draft: { wizard: 'configure-client' },
      targets: Array.from({ length: count }, (_, at) => ({ place: 'network' as const, host: `pc${at}` })),
      policy: { canary },
    })
    if (answer.ok) run.review(answer.value)
  }
  return { run, propose, calls, tell: (event: BatchEvent) => listener(event), state: () => run.store.getState() }
}

const until = (run: ReturnType<typeof open>['run'], phase: string, state?: string) =>
  vi.waitFor(() => {
    const now = run.store.getState()
    expect(now.phase).toBe(phase)
    if (state !== undefined) expect('batch' in now && now.batch.state).toBe(state)
  }, patience)

describe('a batch', () => {
  it('is committed by the digest that was shown, and ends with every row known', async () => {
    const { run, propose, calls, state } = open()
    await propose(4)
    await run.commit()
    await until(run, 'ended')
    expect(calls.find(({ name }) => name === 'batches.commit')?.input).toEqual({
      batchId: batchOf(4).batchId,
      digest: batchOf(4).digest,
    })
    expect(state()).toMatchObject({
      rows: [{ state: 'done' }, { state: 'done' }, { state: 'done' }, { state: 'failed' }],
    })
  })

  it('reads all rows in pages', async () => {
    const { run, propose, calls, state } = open()
    await propose(1201)
    await vi.waitFor(
      () => expect(state()).toSatisfy((now: { rows: unknown[] }) => now.rows.every((row) => row !== null)),
      patience,
    )
    const pages = calls.filter(({ name }) => name === 'batches.rows').map(({ input }) => input)
    expect(pages).toMatchObject([{ offset: 0 }, { offset: 500 }, { offset: 1000 }])
    run.dispose()
  })

  it('waits after the first computers, and goes on when a person says so', async () => {
    const { run, propose, state } = open()
    await propose(5, 2)
    await run.commit()
    await until(run, 'under-way', 'waiting')
    expect(state()).toMatchObject({ batch: { counts: { done: 2, pending: 3 } } })
    await run.goOn({})
    await until(run, 'ended', 'done')
  })

  it('confirms every warning before it is committed, and stays in the review where that is refused', async () => {
    const refused = { code: 'forbidden', message: 'No.', retryable: false } as const
    const { run, calls, state } = open({ 'batches.consent': () => fail(refused) })
    run.review(batchOf(2, { consents: ['kms-key-warning'] }))
    await run.commit()
    expect(state()).toMatchObject({ phase: 'review', committing: false, error: refused })
    expect(calls.map(({ name }) => name)).not.toContain('batches.commit')
  })

  it('puts secrets that are typed again into main before it goes on', async () => {
    const missing = [{ name: 'mak', label: 'MAK', lastFive: 'ABCDE', kind: 'product-key' as const }]
    const interrupted = batchOf(3, { state: 'interrupted', missingSecrets: missing })
    const resumed = vi.fn(() => ok({ ...interrupted, state: 'running', missingSecrets: [] }))
    const { run } = open({
      'batches.get': () => ok(interrupted),
      'secrets.put': () => ok({ ref: 'secret:1', lastFive: 'ABCDE' }),
      'batches.resume': resumed,
    })
    await run.open(interrupted.batchId, true)
    expect(resumed).not.toHaveBeenCalled()
    await run.resume({ mak: 'KEY' })
    expect(resumed).toHaveBeenCalledWith({ batchId: interrupted.batchId, secrets: { mak: 'secret:1' } })
  })

  it('proposes the failed ones anew, and Back shows the batch that they come from', async () => {
    const { run, propose, state, calls } = open()
    await propose(4)
    await run.commit()
    await until(run, 'ended')
    await run.retryFailed({})
    expect(state()).toMatchObject({ phase: 'review', batch: { total: 1, retryOf: batchOf(4).batchId } })
    run.back()
    await vi.waitFor(
      () => expect(calls).toContainEqual({ name: 'batches.get', input: { batchId: batchOf(4).batchId } }),
      patience,
    )
  })

  it('does not take an older event for a newer one', async () => {
    const { run, tell, state } = open({ 'batches.get': () => ok(batchOf(2, { state: 'running' })) })
    await run.open(batchOf(2).batchId, false)
    tell({ sequence: 5, batch: batchOf(2, { state: 'running' }), rows: [batchRowOf(0, 'pc0', 'done')] })
    tell({ sequence: 4, batch: batchOf(2, { state: 'running' }), rows: [batchRowOf(0, 'pc0', 'running')] })
    expect(state()).toMatchObject({ rows: [{ state: 'done' }, null] })
  })

  it('says why it could not be stopped, and can be asked again', async () => {
    const busy = { code: 'busy', message: 'Not now.', retryable: true } as const
    const { run, state } = open({
      'batches.get': () => ok(batchOf(2, { state: 'running' })),
      'batches.stop': () => fail(busy),
    })
    await run.open(batchOf(2).batchId, false)
    await run.stop()
    expect(state()).toMatchObject({ request: null, error: busy })
  })
})
