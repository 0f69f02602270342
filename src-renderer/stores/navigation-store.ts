import { create } from 'zustand'
import { discardDraft } from '../strings/common.ts'
import { ask } from './question-store.ts'

/** How a wizard is opened: with an empty draft, with the Lab chosen, or on a plan that exists already. */
export type WizardOpening =
  | { readonly kind: 'new' }
  | { readonly kind: 'practise' }
  | { readonly kind: 'plan'; readonly planId: string; readonly resume: boolean }

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'journal'; readonly planId: string | null }
  | { readonly page: 'lab' }
  | { readonly page: 'set-up-kms-host'; readonly opening: WizardOpening; readonly visit: number }

interface Navigation {
  readonly route: Route
  /** Whether leaving the present page would lose what was typed. Set by the page itself. */
  readonly guarded: boolean
}

/** Where the window is. A page that holds typed input guards itself; leaving it then asks first. */
export const useNavigation = create<Navigation>(() => ({ route: { page: 'home' }, guarded: false }))

let visits = 0

/** Goes to a page, after a question where the present page holds typed input. */
export const go = async (route: Route): Promise<void> => {
  if (useNavigation.getState().guarded && !(await ask(discardDraft))) return
  useNavigation.setState({ route, guarded: false })
}

/** Opens the wizard "Set up a KMS host"; every opening is a new visit with its own store. */
export const openSetUpKmsHost = (opening: WizardOpening): Promise<void> => {
  visits += 1
  return go({ page: 'set-up-kms-host', opening, visit: visits })
}

/** Says whether the present page holds typed input that leaving would lose. */
export const setGuarded = (guarded: boolean): void => useNavigation.setState({ guarded })
