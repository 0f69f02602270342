import { createStore, type StoreApi } from 'zustand/vanilla'
import { ok, type AppError, type Result } from '../../../src-main/contract/app-error.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'
import type { TaskOpening } from '../../stores/navigation-store.ts'
import { createPlanEffects } from '../host-plan/plan-effects.ts'
import { isPlanStage } from '../host-plan/plan-stage.ts'
import { createSecretSlot, type SecretSlot } from '../target-step/secret-slot.ts'
import { createTargetEffects, wayTest } from '../target-step/target-effects.ts'
import { emptyTarget, type Place } from '../target-step/target-fields.ts'
import { isUsable, type FieldComplaint, type TargetState } from '../target-step/target-machine.ts'
import { taskTransition, testedComputer, type TaskEvent, type TaskState } from './task-machine.ts'
import type { TaskWizard } from './task-wizard.ts'

/** The name of the refusal's button, by which a complaint moves the focus to it. */
export const refusalField = 'refusal'

/** One opening of a task wizard: its state and what can be done with it. */
export type Task<F extends object> = ReturnType<typeof createTask<F>>

/**
 * Makes the store of a task wizard. It is made when the wizard opens and disposed of when it closes, so that no key and no
 * password outlives the page.
 * @param place the place that is chosen at first
 * @param scenario the Lab's scenario, or an empty string while the Lab has not been read
 */
export const createTask = <F extends object>(
  wizard: TaskWizard<F>,
  {
    bridge,
    opening,
    place,
    scenario,
  }: {
    readonly bridge: Bridge
    readonly opening: TaskOpening
    readonly place: Place
    readonly scenario: () => string
  },
) => {
  const store: StoreApi<TaskState<F>> = createStore<TaskState<F>>(() =>
    opening.kind === 'plan'
      ? { step: 'opening', error: null }
      : {
          step: 'target',
          target:
            (opening.kind === 'new' ? opening.computer : undefined) ??
            emptyTarget(opening.kind === 'practise' ? 'lab' : place),
          test: { phase: 'idle' },
          complaint: null,
          fields: null,
          touched: false,
        },
  )
  const send = (event: TaskEvent<F>): void => store.setState((state) => taskTransition(state, event), true)
  const password = createSecretSlot(bridge, 'password')
  const slots = new Map<string, SecretSlot>()
  const { accepts = isUsable } = wizard

  const targetState = (): TargetState | null => {
    const state = store.getState()
    return state.step === 'target' ? state : null
  }

  /** Next on the step "Computer", once its test stands. */
  const accept = (): void => {
    const state = targetState()
    if (state === null || !accepts(state.test)) return
    const computer = testedComputer(state)
    if (computer === null) return
    const refusal = wizard.refusal?.(computer) ?? null
    if (refusal !== null)
      return send({ type: 'complained', complaint: { field: refusalField, message: refusal.title } })
    send({ type: 'computer-accepted', computer, fields: wizard.initialFields(computer) })
  }

  const target = createTargetEffects(
    {
      bridge,
      get: targetState,
      send: (event) => (event.type === 'target-accepted' ? accept() : send(event)),
      scenario,
      accepts,
      ask: wizard.ask ?? wayTest('any'),
    },
    password,
  )
  const stage = () => {
    const state = store.getState()
    return isPlanStage(state) ? state : null
  }
  const plan = createPlanEffects({ bridge, stage, send })

  /** Puts the wizard's secrets into main's memory; their references by name. */
  const putSecrets = async (fields: F): Promise<Result<Record<string, string>>> => {
    const refs: Record<string, string> = {}
    for (const [name, { kind, value }] of Object.entries(wizard.secrets?.(fields) ?? {})) {
      const slot = slots.get(name) ?? createSecretSlot(bridge, kind)
      slots.set(name, slot)
      const ref = await slot.refOf(value)
      if (!ref.ok) return ref
      refs[name] = ref.value
    }
    return ok(refs)
  }

  const complaintOf = ({ field, message, remedy }: AppError): FieldComplaint | null =>
    field !== undefined && wizard.fieldNames.includes(field)
      ? { field, message: remedy === undefined ? message : `${message} ${remedy}` }
      : null

  const refuse = (error: AppError): void => send({ type: 'propose-failed', error, complaint: complaintOf(error) })

  return {
    store,
    send,
    target,
    plan,
    /** Changes fields of the Options page. */
    edit: (patch: Partial<F>): void => send({ type: 'edited', patch }),
    back: (): void => send({ type: 'back' }),
    /** Next on the step "Options": complains about a field, or lets main make the plan and shows it. */
    async propose(): Promise<void> {
      const state = store.getState()
      if (state.step !== 'options' || state.proposing) return
      const { fields, computer } = state
      const complaint = wizard.complaint(fields, computer)
      if (complaint !== null) return send({ type: 'complained', complaint })
      send({ type: 'proposing' })
      const secrets = await putSecrets(fields)
      if (!secrets.ok) return refuse(secrets.error)
      const result = await bridge.call('plans.propose', wizard.toDraft(fields, computer, secrets.value))
      const now = store.getState()
      // Who went back, or changed a field meanwhile, is not shown a plan of what stood there before.
      if (now.step !== 'options' || now.fields !== fields) return
      if (result.ok) send({ type: 'proposed', plan: result.value })
      else refuse(result.error)
    },
    /** Starts the plan that is shown for review. */
    async commit(): Promise<void> {
      const state = store.getState()
      if (state.step !== 'review' || state.committing) return
      send({ type: 'committing' })
      const { planId, digest } = state.plan
      const committed = await bridge.call('plans.commit', { planId, digest })
      if (committed.ok) await plan.begin(committed.value)
      else send({ type: 'commit-failed', error: committed.error })
    },
    /** Shows a plan that exists already; resumes it at once where that was asked for and nothing has to be typed first. */
    async open(planId: string, resume: boolean): Promise<void> {
      await plan.open(planId)
      const state = store.getState()
      if (resume && state.step === 'running' && state.plan.missingSecrets.length === 0) await plan.resume({})
    },
    /** Ends the subscription and pending requests. Secrets stay in main only where a plan still needs them. */
    dispose(): void {
      target.cancelTest()
      plan.dispose()
      if (store.getState().step === 'running') return
      password.forget()
      for (const slot of slots.values()) slot.forget()
    },
  }
}
