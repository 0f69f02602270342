import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { UndoOffer } from '../../../src-main/contract/models/undo.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'
import { createPlanRun } from '../../plan/plan-run.ts'
import type { UndoOpening } from '../../stores/navigation-store.ts'
import { undo as words } from '../../strings/undo.ts'
import { createSecretSlot } from '../target-step/secret-slot.ts'

/** What of a plan can be undone, as the page shows it. */
export interface UndoState {
  /** Null while it is read. */
  readonly offer: UndoOffer | null
  readonly password: string
  readonly complaint: { readonly field: string; readonly message: string } | null
  readonly proposing: boolean
  readonly error: AppError | null
}

/** Whether the app can put something back. */
export const canUndo = ({ steps }: UndoOffer): boolean => steps.some(({ outcome }) => outcome === 'possible')

/** One opening of the page: what can be undone, and the plan that comes of it. */
export const createUndo = (bridge: Bridge, opening: UndoOpening) => {
  const store = createStore<UndoState>(() => ({
    offer: null,
    password: '',
    complaint: null,
    proposing: false,
    error: null,
  }))
  const run = createPlanRun(bridge)
  const slot = createSecretSlot(bridge, 'password')

  const propose = async (planId: string, typed: string | null): Promise<AppError | null> => {
    const held = typed === null ? null : await slot.refOf(typed)
    if (held !== null && !held.ok) return held.error
    return run.proposeUndo({ planId, password: held?.value ?? null })
  }

  return {
    store,
    run,
    /** Reads what can be undone, or opens the plan that exists already. */
    async open(): Promise<void> {
      if (opening.kind === 'plan') {
        await run.open(opening.planId)
        const state = run.store.getState()
        if (opening.resume && state.phase === 'running' && state.plan.missingSecrets.length === 0) await run.resume({})
        return
      }
      const result = await bridge.call('plans.undoOffer', { planId: opening.planId })
      store.setState(result.ok ? { offer: result.value, error: null } : { error: result.error })
    },
    editPassword: (password: string): void => store.setState({ password, complaint: null }),
    /** Has main plan the steps; without a password that is needed it is asked for. */
    async next(): Promise<void> {
      const { offer, password, proposing } = store.getState()
      if (offer === null || proposing || !canUndo(offer)) return
      const user = offer.passwordOf
      if (user !== null && password === '')
        return store.setState({ complaint: { field: 'password', message: words.passwordMissing(user) } })
      store.setState({ proposing: true, error: null })
      const error = await propose(offer.planId, user === null ? null : password)
      store.setState({ proposing: false, error })
    },
    /** The plan itself goes on in main, with the password that it was given. */
    dispose(): void {
      run.dispose()
      const { phase } = run.store.getState()
      if (phase === 'running' || phase === 'ended') slot.release()
      else slot.forget()
    },
  }
}

/** The page as it is open. */
export type Undo = ReturnType<typeof createUndo>
