import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { JournalEntry } from '../../../src-main/contract/models/journal.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'

export interface JournalState {
  readonly entries: readonly JournalEntry[]
  readonly loading: boolean
  /** True once the oldest line is loaded. */
  readonly complete: boolean
  readonly error: AppError | null
}

/** How many lines are asked for at once. */
export const pageSize = 100

/** Loads the journal page by page, newest first. */
export const createJournal = (bridge: Bridge) => {
  const store = createStore<JournalState>(() => ({ entries: [], loading: false, complete: false, error: null }))
  return {
    store,
    /** Loads the next older lines; does nothing while a page is on its way. */
    async loadMore(): Promise<void> {
      const { entries, loading, complete } = store.getState()
      if (loading || complete) return
      store.setState({ loading: true, error: null })
      const before = entries.at(-1)?.sequence ?? null
      const result = await bridge.call('journal.read', { before, limit: pageSize })
      if (!result.ok) return store.setState({ loading: false, error: result.error })
      const older = result.value
      store.setState((state) => ({
        entries: [...state.entries, ...older],
        loading: false,
        complete: older.length < pageSize,
      }))
    },
  }
}
