import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../bridge/create-bridge.ts'
import type { WizardOpening } from '../../stores/navigation-store.ts'
import { createPlanEffects } from '../host-plan/plan-effects.ts'
import { isPlanStage } from '../host-plan/plan-stage.ts'
import { createSecretSlot } from '../target-step/secret-slot.ts'
import { emptyDraft } from './draft.ts'
import type { Place } from '../target-step/target-fields.ts'
import { createKeyEffects } from './key-effects.ts'
import type { WizardEvent, WizardState } from './machine.ts'
import { createOptionsEffects } from './options-effects.ts'
import { createTargetEffects } from '../target-step/target-effects.ts'
import type { TargetState } from '../target-step/target-machine.ts'
import { transition } from './transition.ts'
import { createWarningEffects } from './warning-effects.ts'

/** What the wizard's effects work with. */
export interface WizardContext {
  readonly bridge: Bridge
  readonly get: () => WizardState
  readonly send: (event: WizardEvent) => void
  /** The Lab's scenario, or an empty string while the Lab has not been read. */
  readonly scenario: () => string
}

/** One opening of the wizard: its state and what can be done with it. */
export type Wizard = ReturnType<typeof createWizard>

/**
 * Makes the wizard's own store. It is made when the wizard opens and disposed of when it closes, so that no key and no
 * password outlives the page.
 */
export const createWizard = (bridge: Bridge, opening: WizardOpening, place: Place, scenario: () => string) => {
  const store: StoreApi<WizardState> = createStore<WizardState>(() =>
    opening.kind === 'plan'
      ? { step: 'opening', error: null }
      : {
          step: 'target',
          draft: emptyDraft(opening.kind === 'practise' ? 'lab' : place),
          test: { phase: 'idle' },
          key: { phase: 'unchecked' },
          pairing: { phase: 'unknown' },
          options: { current: false, answer: null, error: null },
          found: null,
          complaint: null,
        },
  )
  const send = (event: WizardEvent): void => store.setState((state) => transition(state, event), true)
  const context: WizardContext = { bridge, get: store.getState, send, scenario }
  const targetState = (): TargetState | null => {
    const state = store.getState()
    return state.step === 'target' ? { target: state.draft.target, test: state.test, complaint: state.complaint } : null
  }
  const password = createSecretSlot(bridge, 'password')
  const key = createSecretSlot(bridge, 'product-key')
  const target = createTargetEffects({ bridge, get: targetState, send, scenario }, password)
  const hostKey = createKeyEffects(context, key)
  const options = createOptionsEffects(context)
  const stage = () => {
    const state = store.getState()
    return isPlanStage(state) ? state : null
  }
  const plan = createPlanEffects({ bridge, stage, send })
  const warning = createWarningEffects(context, plan)
  return {
    store,
    send,
    target,
    hostKey,
    options,
    warning,
    plan,
    /** Ends the subscription and pending requests. Secrets stay in main only where a plan still needs them. */
    dispose(): void {
      target.cancelTest()
      hostKey.dispose()
      options.dispose()
      plan.dispose()
      const state = store.getState()
      if (state.step === 'running') return
      password.forget()
      key.forget()
    },
  }
}
