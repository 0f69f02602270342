import { createStore } from 'zustand/vanilla'
import { ok, type AppError, type Result } from '../../../../src-main/contract/app-error.ts'
import type { BatchEvent, BatchView } from '../../../../src-main/contract/models/batch.ts'
import type { Bridge } from '../../../bridge/create-bridge.ts'
import { withPicture, withRefusal, withRows, type BatchRequestKind, type BatchRunState } from './batch-run-state.ts'

/** Rows that are asked for at once. */
const pageSize = 500

/** Secrets that were typed again, by the names in `missingSecrets`. */
export type TypedSecrets = Readonly<Record<string, string>>

type Refs = Record<string, string>

/** One batch as a page holds it. */
export type BatchRun = ReturnType<typeof createBatchRun>

/**
 * One batch: review, consent, commit, follow, stop, go on, discard, run the failed ones again. Make it when the page opens,
 * and dispose of it when the page is left; the batch itself goes on in main.
 */
export const createBatchRun = (bridge: Bridge) => {
  const store = createStore<BatchRunState>(() => ({ phase: 'none' }))
  const set = (state: BatchRunState): void => store.setState(state, true)
  let unsubscribe: (() => void) | null = null
  let seen = -1
  let listing = 0

  const refuse = (error: AppError): void => set(withRefusal(store.getState(), error))
  const show = (picture: Pick<BatchEvent, 'batch' | 'rows'>): void => set(withPicture(store.getState(), picture))

  /** Asks for all rows, page by page, for as long as the same batch is shown. */
  const list = async (batchId: string): Promise<void> => {
    listing += 1
    const turn = listing
    let offset = 0
    for (;;) {
      const page = await bridge.call('batches.rows', { batchId, states: null, offset, limit: pageSize })
      const state = store.getState()
      if (turn !== listing || !('batch' in state) || state.batch.batchId !== batchId) return
      if (!page.ok) return refuse(page.error)
      set({ ...state, rows: withRows(state.rows, state.batch.total, page.value.rows) })
      offset += page.value.rows.length
      if (page.value.rows.length === 0 || offset >= page.value.total) return
    }
  }

  const review = (batch: BatchView): void => {
    unsubscribe?.()
    unsubscribe = null
    set({ phase: 'review', batch, rows: withRows([], batch.total, []), committing: false, error: null })
    void list(batch.batchId)
  }

  /** Follows a batch from its present picture on. */
  const follow = (batchId: string): void => {
    unsubscribe?.()
    seen = -1
    const onEvent = (event: BatchEvent): void => {
      if (event.sequence <= seen) return
      seen = event.sequence
      show(event)
    }
    unsubscribe = bridge.listen('batches.events', { batchId }, onEvent, refuse)
  }

  const open = async (batchId: string): Promise<void> => {
    set({ phase: 'opening', error: null })
    const answer = await bridge.call('batches.get', { batchId })
    if (!answer.ok) return refuse(answer.error)
    show({ batch: answer.value, rows: [] })
    follow(batchId)
    await list(batchId)
  }

  /** Puts typed secrets into main's memory; the references by name. */
  const putSecrets = async ({ missingSecrets }: BatchView, entered: TypedSecrets): Promise<Result<Refs>> => {
    const refs: Refs = {}
    for (const { name, kind } of missingSecrets) {
      const put = await bridge.call('secrets.put', { kind, value: entered[name] ?? '' })
      if (!put.ok) return put
      refs[name] = put.value.ref
    }
    return ok(refs)
  }

  const request = async (
    kind: BatchRequestKind,
    entered: TypedSecrets,
    ask: (batchId: string, secrets: Refs) => Promise<Result<BatchView>>,
    answered: (batch: BatchView) => void = (batch) => show({ batch, rows: [] }),
  ): Promise<void> => {
    const state = store.getState()
    if ((state.phase !== 'under-way' && state.phase !== 'ended') || state.request !== null) return
    set({ ...state, request: kind, error: null })
    const secrets = await putSecrets(state.batch, entered)
    if (!secrets.ok) return refuse(secrets.error)
    const seenBefore = seen
    const answer = await ask(state.batch.batchId, secrets.value)
    if (!answer.ok) return refuse(answer.error)
    // What was told meanwhile is newer than the answer. A new batch is always shown.
    if (seen === seenBefore || answer.value.batchId !== state.batch.batchId) answered(answer.value)
    const after = store.getState()
    if ('request' in after) set({ ...after, request: null })
  }

  return {
    store,
    /** Shows a proposed batch for review. */
    review,
    /** Leaves the review: back to what was proposed, or to the batch whose failed computers it takes up. */
    back(): void {
      const state = store.getState()
      if (state.phase !== 'review' || state.committing) return
      if (state.batch.retryOf === null) set({ phase: 'none' })
      else void open(state.batch.retryOf)
    },
    /** Starts the batch that is shown for review; every warning that it needs confirmed was confirmed by a person. */
    async commit(): Promise<void> {
      const state = store.getState()
      if (state.phase !== 'review' || state.committing) return
      set({ ...state, committing: true, error: null })
      const { batchId, digest, consents } = state.batch
      for (const consent of consents) {
        const given = await bridge.call('batches.consent', { batchId, digest, consent })
        if (!given.ok) return refuse(given.error)
      }
      const committed = await bridge.call('batches.commit', { batchId, digest })
      if (!committed.ok) return refuse(committed.error)
      show({ batch: committed.value, rows: [] })
      follow(batchId)
      // What changed between the commit and the subscription is not repeated.
      await list(batchId)
    },
    /** Shows a batch that exists already, and goes on with it at once where that was asked for. */
    async open(batchId: string, resume: boolean): Promise<void> {
      await open(batchId)
      const state = store.getState()
      if (!resume || state.phase !== 'under-way' || state.batch.missingSecrets.length > 0) return
      const { state: at } = state.batch
      if (at === 'stopped' || at === 'interrupted') await this.resume({})
    },
    /** Lets the computers end that are being worked on, and begins with no other. */
    stop: (): Promise<void> => request('stopping', {}, (batchId) => bridge.call('batches.stop', { batchId })),
    /** Goes on with a stopped or interrupted batch. */
    resume: (entered: TypedSecrets): Promise<void> =>
      request('resuming', entered, (batchId, secrets) => bridge.call('batches.resume', { batchId, secrets })),
    /** Lets a batch go on that waits after its first computers. */
    goOn: (entered: TypedSecrets): Promise<void> =>
      request('continuing', entered, (batchId, secrets) => bridge.call('batches.continue', { batchId, secrets })),
    /** Gives up what has not been done yet. */
    discard: (): Promise<void> => request('discarding', {}, (batchId) => bridge.call('batches.discard', { batchId })),
    /** Proposes the failed ones anew, and shows that for review. */
    retryFailed: (entered: TypedSecrets): Promise<void> =>
      request(
        'retrying',
        entered,
        (batchId, secrets) => bridge.call('batches.retryFailed', { batchId, secrets }),
        review,
      ),
    dispose(): void {
      listing += 1
      unsubscribe?.()
      unsubscribe = null
    },
  }
}
