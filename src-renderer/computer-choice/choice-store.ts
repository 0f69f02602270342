import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../src-main/contract/app-error.ts'
import type { TargetRef } from '../../src-main/contract/models/target.ts'
import type { Bridge } from '../bridge/create-bridge.ts'
import { createSecretSlot } from '../wizards/target-step/secret-slot.ts'
import { targetComplaint, type TargetComplaint } from '../wizards/target-step/target-complaints.ts'
import {
  accountOf,
  emptyTarget,
  targetRefOf,
  type Place,
  type TargetFields,
} from '../wizards/target-step/target-fields.ts'

/** Which computer a page looks at. */
export interface ChoiceState {
  readonly fields: TargetFields
  readonly complaint: TargetComplaint | null
  readonly error: AppError | null
}

let remembered: Pick<TargetFields, 'place' | 'host' | 'labHost'> | null = null

/** What a page's choice begins with: what another page chose last, without its account, or the usual place. */
export const firstChoice = (usual: Place): TargetFields => ({ ...emptyTarget(usual), ...remembered })

/** The choice of a computer on a page that reads. Its password is forgotten with it. */
export const createChoice = (bridge: Bridge, fields: TargetFields, scenario: () => string) => {
  const store = createStore<ChoiceState>(() => ({ fields, complaint: null, error: null }))
  const password = createSecretSlot(bridge, 'password')
  return {
    store,
    edit: (patch: Partial<TargetFields>): void =>
      store.setState((state) => ({ fields: { ...state.fields, ...patch }, complaint: null, error: null })),
    /** What main is asked about; null where a field has to be corrected first, which is then marked. */
    async resolve(): Promise<TargetRef | null> {
      const typed = store.getState().fields
      const complaint = targetComplaint(typed)
      store.setState({ complaint, error: null })
      if (complaint !== null) return null
      const account = accountOf(typed)
      const secret = account === null ? null : await password.refOf(account.password)
      if (secret !== null && !secret.ok) {
        store.setState({ error: secret.error })
        return null
      }
      const { place, host, labHost } = typed
      remembered = { place, host, labHost }
      return targetRefOf(typed, secret === null ? null : secret.value, scenario())
    },
    dispose: password.forget,
  }
}

/** The choice of an opened page. */
export type Choice = ReturnType<typeof createChoice>
