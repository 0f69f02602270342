import { createStore, type StoreApi } from 'zustand/vanilla'
import { ok, type AppError, type Result } from '../../../../src-main/contract/app-error.ts'
import type { BatchView } from '../../../../src-main/contract/models/batch.ts'
import type { ComputerRow } from '../../../../src-main/contract/models/estate.ts'
import type { Bridge } from '../../../bridge/create-bridge.ts'
import { batchPrepare as words } from '../../../strings/batch/prepare.ts'
import { createSecretSlot, type SecretSlot } from '../../target-step/secret-slot.ts'
import type { FieldComplaint } from '../../target-step/target-machine.ts'
import type { BatchWizard } from '../batch-wizard.ts'
import { byFit, misfitGroups, selectionOf, withoutMisfits } from './chosen-computers.ts'
import { policyComplaint, toPolicy, usualPolicy, type PolicyFields } from './policy-fields.ts'

/** What is chosen and typed before main makes the batch; Back keeps all of it. */
export interface PreparationState<F> {
  readonly step: 'computers' | 'options'
  /** The computers of the selection. */
  readonly computers: readonly ComputerRow[]
  /** Reasons whose computers are left out, by key. */
  readonly leftOut: ReadonlySet<string>
  readonly fields: F
  readonly policy: PolicyFields
  /** Whether a person changed anything. */
  readonly touched: boolean
  readonly proposing: boolean
  readonly complaint: FieldComplaint | null
  readonly error: AppError | null
}

/** Names of the policy's fields, by which main may name one that is wrong. */
const policyNames = ['stopAfter', 'first', 'concurrency']

/** The preparation of one batch. */
export type Preparation<F extends object> = ReturnType<typeof createPreparation<F>>

/**
 * Makes the store of the steps before the review. It is made when the page opens and disposed of when it is left, so that no
 * typed key outlives it.
 * @param onProposed gets the batch that main froze
 */
export const createPreparation = <F extends object>(
  wizard: BatchWizard<F>,
  {
    bridge,
    computers,
    onProposed,
  }: {
    readonly bridge: Bridge
    readonly computers: readonly ComputerRow[]
    readonly onProposed: (batch: BatchView) => void
  },
) => {
  const leftOut = new Set(misfitGroups(wizard, computers).map(({ misfit }) => misfit.key))
  const store: StoreApi<PreparationState<F>> = createStore<PreparationState<F>>(() => {
    const fitting = withoutMisfits(wizard, computers, leftOut)
    return {
      step: 'computers',
      computers,
      leftOut,
      fields: wizard.initialFields(fitting),
      policy: usualPolicy(fitting.length),
      touched: false,
      proposing: false,
      complaint: null,
      error: null,
    }
  })
  const slots = new Map<string, SecretSlot>()
  const chosen = (): readonly ComputerRow[] => {
    const { computers: all, leftOut: without } = store.getState()
    return withoutMisfits(wizard, all, without)
  }
  /** The chosen ones that the options fit as well. */
  const taken = (): readonly ComputerRow[] => {
    return byFit(wizard, store.getState().fields, chosen()).taken
  }
  const complain = (complaint: FieldComplaint): void => store.setState({ complaint })

  /** Puts the typed keys into main's memory; their references by name. */
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

  const refuse = (error: AppError): void => {
    const { field, message, remedy } = error
    const isHere = field !== undefined && [...wizard.fieldNames, ...policyNames].includes(field)
    store.setState({
      proposing: false,
      complaint: isHere ? { field, message: remedy === undefined ? message : `${message} ${remedy}` } : null,
      error: isHere ? null : error,
    })
  }

  const changed = { touched: true, proposing: false, complaint: null, error: null } as const

  return {
    store,
    chosen,
    taken,
    /** Leaves out the computers of one reason, or takes them in. */
    leaveOut(key: string, on: boolean): void {
      const next = new Set(store.getState().leftOut)
      if (on) next.add(key)
      else next.delete(key)
      store.setState({ ...changed, leftOut: next })
    },
    /** Main was given the passwords of these: nothing is missing for them any more. @param ids numbers of computers */
    unlocked(ids: readonly number[]): void {
      const given = new Set(ids)
      store.setState((state) => ({
        complaint: null,
        computers: state.computers.map((one) => (given.has(one.id) ? { ...one, passwordNeeded: false } : one)),
      }))
    },
    /** Leaves out the computers whose password is not in memory. */
    leaveLockedOut: (): void =>
      store.setState((state) => ({ ...changed, computers: state.computers.filter((one) => !one.passwordNeeded) })),
    edit: (patch: Partial<F>): void =>
      store.setState((state) => ({ ...changed, fields: { ...state.fields, ...patch } })),
    editPolicy: (patch: Partial<PolicyFields>): void =>
      store.setState((state) => ({ ...changed, policy: { ...state.policy, ...patch } })),
    back: (): void => store.setState({ step: 'computers', proposing: false, complaint: null, error: null }),
    /** Next on the step "Computers". */
    next(): void {
      if (chosen().length === 0) return complain({ field: 'leftOut', message: words.noneLeft })
      if (chosen().some(({ passwordNeeded }) => passwordNeeded))
        return complain({ field: 'passwords', message: words.passwordsMissing })
      store.setState({ step: 'options', complaint: null, error: null })
    },
    /** Next on the step "Options": complains about a field, or lets main freeze the batch. */
    async propose(): Promise<void> {
      const state = store.getState()
      if (state.step !== 'options' || state.proposing) return
      const { fields, policy } = state
      const computersTaken = taken()
      const targets = selectionOf(computersTaken)
      const complaint =
        wizard.complaint(fields) ??
        (targets === null ? { field: wizard.fieldNames[0] ?? '', message: words.noneFit } : null) ??
        policyComplaint(policy, computersTaken.length)
      if (complaint !== null || targets === null) return complaint === null ? undefined : complain(complaint)
      store.setState({ proposing: true, complaint: null, error: null })
      const secrets = await putSecrets(fields)
      if (!secrets.ok) return refuse(secrets.error)
      const answer = await bridge.call('batches.propose', {
        draft: wizard.toDraft(fields, secrets.value),
        targets,
        policy: toPolicy(policy, computersTaken.length),
      })
      const now = store.getState()
      // Who went back, or changed a field meanwhile, is not shown a batch of what stood there before.
      if (now.step !== 'options' || now.fields !== fields || now.policy !== policy) return
      if (!answer.ok) return refuse(answer.error)
      store.setState({ proposing: false })
      onProposed(answer.value)
    },
    /** Forgets the typed keys. @param keep whether a committed batch still needs them */
    dispose(keep: boolean): void {
      if (keep) return
      for (const slot of slots.values()) slot.forget()
    },
  }
}
