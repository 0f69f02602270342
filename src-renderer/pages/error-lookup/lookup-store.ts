import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { ErrorLookup } from '../../../src-main/contract/models/error-lookup.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'

export interface LookupState {
  readonly text: string
  readonly busy: boolean
  /** Null until something was looked up. */
  readonly found: ErrorLookup | null
  readonly error: AppError | null
}

/** What was typed into the look-up and what came of it. Changing the text drops the answer. */
export const createLookup = (bridge: Bridge, text = '') => {
  const store = createStore<LookupState>(() => ({ text, busy: false, found: null, error: null }))
  return {
    store,
    edit: (typed: string): void => store.setState({ text: typed, busy: false, found: null, error: null }),
    /** Looks up what was typed; nothing where that is blank. */
    async lookUp(): Promise<void> {
      const asked = store.getState().text
      if (asked.trim() === '') return
      store.setState({ busy: true, found: null, error: null })
      const answer = await bridge.call('errors.lookUp', { text: asked })
      // Another text was typed meanwhile: this answer is not about it.
      if (store.getState().text !== asked) return
      store.setState(answer.ok ? { busy: false, found: answer.value } : { busy: false, error: answer.error })
    },
  }
}

/** The look-up of an opened page or dialog. */
export type Lookup = ReturnType<typeof createLookup>
