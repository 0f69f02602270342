import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import type { ReportFormat, ReportPart, ReportScope } from '../../../src-main/contract/models/report.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'

/** Which computers a report is about, as the dialog offers it. */
export type ScopeChoice = 'all' | 'selection' | 'view'

export type Saving =
  | { readonly phase: 'none' }
  | { readonly phase: 'making' }
  | { readonly phase: 'given-up' }
  | { readonly phase: 'saved'; readonly computers: number }
  | { readonly phase: 'failed'; readonly error: AppError }

export interface ReportState {
  readonly format: ReportFormat
  /** The parts for every format but CSV. */
  readonly parts: readonly ReportPart[]
  /** The one table of a CSV file. */
  readonly table: ReportPart
  readonly scope: ScopeChoice
  readonly saving: Saving
}

/** The parts in the order in which a report has them. */
export const partOrder: readonly ReportPart[] = ['summary', 'changes', 'computers', 'plans']

/** What is chosen in the dialog, and the saving. */
export const createReportSaving = (bridge: Bridge, scope: ScopeChoice) => {
  const store = createStore<ReportState>(() => ({
    format: 'pdf',
    parts: partOrder,
    table: 'computers',
    scope,
    saving: { phase: 'none' },
  }))
  let controller: AbortController | null = null
  const edit = (change: Partial<Omit<ReportState, 'saving'>>): void =>
    store.setState({ ...change, saving: { phase: 'none' } })
  return {
    store,
    edit,
    choosePart(part: ReportPart, chosen: boolean): void {
      const { parts } = store.getState()
      edit({ parts: partOrder.filter((one) => (one === part ? chosen : parts.includes(one))) })
    },
    /** Makes the report; main asks where it goes. Nothing while one is made or no part is chosen. */
    async save(place: EstatePlace, which: ReportScope): Promise<void> {
      const { format, parts, table, saving } = store.getState()
      const wanted = format === 'csv' ? [table] : [...parts]
      if (saving.phase === 'making' || wanted.length === 0) return
      controller = new AbortController()
      const { signal } = controller
      store.setState({ saving: { phase: 'making' } })
      const answer = await bridge.call('report.save', { place, scope: which, parts: wanted, format }, { signal })
      if (signal.aborted) return
      if (!answer.ok) return store.setState({ saving: { phase: 'failed', error: answer.error } })
      const { saved, computers } = answer.value
      store.setState({ saving: saved ? { phase: 'saved', computers } : { phase: 'given-up' } })
    },
    dispose(): void {
      controller?.abort()
    },
  }
}
