import type { BatchEvent, BatchRow, BatchView } from '../../contract/models/batch.ts'
import type { Clock } from '../clock.ts'

/** Told of a batch's changes, in order. */
export type BatchListener = (event: BatchEvent) => void

/** Tells those who watch batches of their changes, at most ten times a second. */
export interface BatchPublisher {
  /** Something changed; `row` is asked for the latest picture of a computer when its turn to be told has come. */
  changed(batchId: string, view: () => BatchView, row?: { readonly position: number; draw(): BatchRow }): void
  /** Watches a batch, beginning with its present header. Returns what ends the watching. */
  subscribe(batchId: string, present: BatchView, listener: BatchListener): () => void
}

interface Pending {
  view: () => BatchView
  readonly rows: Map<number, () => BatchRow>
}

/** Milliseconds between two events of a batch. */
const interval = 100

/** Makes a publisher. Sequences rise per batch and begin with 1 in each life of the app. */
export const createBatchPublisher = (clock: Clock): BatchPublisher => {
  const listeners = new Map<string, Set<BatchListener>>()
  const sequences = new Map<string, number>()
  const pending = new Map<string, Pending>()

  const next = (batchId: string): number => {
    const sequence = (sequences.get(batchId) ?? 0) + 1
    sequences.set(batchId, sequence)
    return sequence
  }
  const flush = (batchId: string): void => {
    const { view, rows } = pending.get(batchId) ?? {}
    pending.delete(batchId)
    const watching = listeners.get(batchId)
    if (view === undefined || rows === undefined || watching === undefined) return
    const event = { sequence: next(batchId), batch: view(), rows: [...rows.values()].map((draw) => draw()) }
    for (const listener of watching) listener(event)
  }
  return {
    changed: (batchId, view, row) => {
      if (!listeners.has(batchId)) return
      const waiting = pending.get(batchId)
      const change = waiting ?? { view, rows: new Map() }
      change.view = view
      if (row) change.rows.set(row.position, () => row.draw())
      if (waiting) return
      pending.set(batchId, change)
      void clock.wait(interval).then(() => flush(batchId))
    },
    subscribe: (batchId, present, listener) => {
      const watching = listeners.get(batchId) ?? new Set()
      listeners.set(batchId, watching.add(listener))
      listener({ sequence: next(batchId), batch: present, rows: [] })
      return () => {
        watching.delete(listener)
        if (watching.size === 0) listeners.delete(batchId)
      }
    },
  }
}
