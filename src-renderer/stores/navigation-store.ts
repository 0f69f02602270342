import { create } from 'zustand'
import type { ComputerRow } from '../../src-main/contract/models/estate.ts'
import type { HostChange } from '../../src-main/contract/models/kms-host-settings.ts'
import type { TargetRef } from '../../src-main/contract/models/target.ts'
import { hresultText } from '../format/hresult.ts'
import { discardDraft } from '../strings/common.ts'
import type { TargetFields } from '../wizards/target-step/target-fields.ts'
import { ask, type Question } from './question-store.ts'
import { isTaskWizard, type TaskWizardName } from './task-wizards.ts'

/** How a wizard is opened: with an empty draft, with the Lab chosen, or on a plan that exists already. */
export type WizardOpening =
  | { readonly kind: 'new' }
  | { readonly kind: 'practise' }
  | { readonly kind: 'plan'; readonly planId: string; readonly resume: boolean }

/**
 * How a task wizard is opened. `computer` fills in the step "Computer" as it was filled in elsewhere, so that nobody types a
 * name twice when one wizard leads to another.
 */
export type TaskOpening =
  | { readonly kind: 'new'; readonly computer?: TargetFields }
  | { readonly kind: 'practise' }
  | { readonly kind: 'plan'; readonly planId: string; readonly resume: boolean }

/** How a batch is opened: with the computers that were selected for a task, or one that exists already. */
export type BatchOpening =
  | { readonly kind: 'new'; readonly wizard: TaskWizardName; readonly computers: readonly ComputerRow[] }
  | { readonly kind: 'batch'; readonly batchId: string; readonly resume: boolean }

/** How the page "Publish KMS in DNS" is opened: to look up, or on a plan that exists already. */
export type PublishDnsOpening = Exclude<WizardOpening, { readonly kind: 'practise' }>

/** How the dialog that changes one setting of a KMS host is opened. */
export type EditOpening =
  | { readonly kind: 'setting'; readonly target: TargetRef; readonly setting: HostChange['setting'] }
  | { readonly kind: 'plan'; readonly planId: string; readonly resume: boolean }

/** How the page that undoes a plan is opened: for a plan that ended, or on the plan that undoes one. */
export type UndoOpening =
  | { readonly kind: 'of'; readonly planId: string }
  | { readonly kind: 'plan'; readonly planId: string; readonly resume: boolean }

export type Route =
  | { readonly page: 'computers' }
  | { readonly page: 'home' }
  | { readonly page: 'journal'; readonly planId: string | null }
  | { readonly page: 'lab' }
  | { readonly page: 'kms-hosts' }
  | { readonly page: 'deployment-map' }
  | { readonly page: 'expiry' }
  | { readonly page: 'publish-dns'; readonly opening: PublishDnsOpening; readonly visit: number }
  | { readonly page: 'licensing-details'; readonly computer: TargetFields | null; readonly visit: number }
  | { readonly page: 'check-computer'; readonly computer: TargetFields | null; readonly visit: number }
  | { readonly page: 'error-lookup'; readonly text: string; readonly visit: number }
  | { readonly page: 'edit-kms-host'; readonly opening: EditOpening; readonly visit: number }
  | {
      readonly page: 'task'
      readonly wizard: TaskWizardName
      readonly opening: TaskOpening
      readonly visit: number
    }
  | { readonly page: 'batch'; readonly opening: BatchOpening; readonly visit: number }
  | { readonly page: 'undo'; readonly opening: UndoOpening; readonly visit: number }
  | { readonly page: 'set-up-kms-host'; readonly opening: WizardOpening; readonly visit: number }

interface Navigation {
  readonly route: Route
  /** Whether leaving the present page would lose what was typed. Set by the page itself. */
  readonly guarded: boolean
  /** What is asked before a guarded page is left. */
  readonly question: Question
}

/** Where the window is. A page that holds typed input guards itself; leaving it then asks first. */
export const useNavigation = create<Navigation>(() => ({
  route: { page: 'computers' },
  guarded: false,
  question: discardDraft,
}))

let visits = 0

/**
 * Goes to a page, after a question where the present page holds typed input. Resolves to false where the person stays.
 */
const tryToGo = async (route: Route): Promise<boolean> => {
  const { guarded, question } = useNavigation.getState()
  if (guarded && !(await ask(question))) return false
  useNavigation.setState({ route, guarded: false })
  return true
}

/** Goes to a page, after a question where the present page holds typed input. */
export const go = async (route: Route): Promise<void> => {
  await tryToGo(route)
}

/** Opens the wizard "Set up a KMS host"; every opening is a new visit with its own store. */
export const openSetUpKmsHost = (opening: WizardOpening): Promise<void> => {
  visits += 1
  return go({ page: 'set-up-kms-host', opening, visit: visits })
}

/** Opens the page "Publish KMS in DNS"; every opening is a new visit. */
export const openPublishDns = (opening: PublishDnsOpening): Promise<void> => {
  visits += 1
  return go({ page: 'publish-dns', opening, visit: visits })
}

/**
 * Opens the dialog that changes one setting of a KMS host; every opening is a new visit. Resolves to false where the person
 * stays on the present page.
 */
export const openEditKmsHost = (opening: EditOpening): Promise<boolean> => {
  visits += 1
  return tryToGo({ page: 'edit-kms-host', opening, visit: visits })
}

/** Opens a task wizard by its name; every opening is a new visit with its own store. */
export const openTaskWizard = (wizard: TaskWizardName, opening: TaskOpening): Promise<void> => {
  visits += 1
  return go({ page: 'task', wizard, opening, visit: visits })
}

/**
 * Opens a task for many computers at once; every opening is a new visit.
 * @param computers those that were selected, at most 10,000 and all of one place; the wizard names those it does not fit
 */
export const openBatch = (wizard: TaskWizardName, computers: readonly ComputerRow[]): Promise<void> => {
  visits += 1
  return go({ page: 'batch', opening: { kind: 'new', wizard, computers }, visit: visits })
}

/** Opens a batch that exists already. @param resume whether to go on at once, where nothing has to be typed first */
export const openKnownBatch = (batchId: string, resume: boolean): Promise<void> => {
  visits += 1
  return go({ page: 'batch', opening: { kind: 'batch', batchId, resume }, visit: visits })
}

/** Opens the licensing details; every opening is a new visit. @param computer read at once; null to choose one */
export const openLicensingDetails = (computer: TargetFields | null = null): Promise<void> => {
  visits += 1
  return go({ page: 'licensing-details', computer, visit: visits })
}

/** Opens "Check this computer"; every opening is a new visit. @param computer checked at once; null to choose one */
export const openCheckComputer = (computer: TargetFields | null = null): Promise<void> => {
  visits += 1
  return go({ page: 'check-computer', computer, visit: visits })
}

/**
 * Opens the error look-up; every opening is a new visit.
 * @param code a code as a number or as it is written, or a text with codes in it; "" opens it blank
 */
export const openErrorLookup = (code: number | string = ''): Promise<void> => {
  visits += 1
  const text = typeof code === 'number' ? hresultText(code) : code
  return go({ page: 'error-lookup', text, visit: visits })
}

/** Opens the page that undoes what a plan changed; every opening is a new visit. */
export const openUndo = (opening: UndoOpening): Promise<void> => {
  visits += 1
  return go({ page: 'undo', opening, visit: visits })
}

/**
 * Opens a plan that exists already, in the wizard that made it.
 * @param wizard the plan's `wizard`
 * @param resume whether to check and go on at once, where nothing has to be typed first
 */
export const openPlan = async (wizard: string, planId: string, resume: boolean): Promise<void> => {
  const opening = { kind: 'plan', planId, resume } as const
  if (isTaskWizard(wizard)) return openTaskWizard(wizard, opening)
  switch (wizard) {
    case 'undo':
      return openUndo(opening)
    case 'publish-kms':
      return openPublishDns(opening)
    case 'edit-kms-host':
      await openEditKmsHost(opening)
      return undefined
    default:
      return openSetUpKmsHost(opening)
  }
}

/** Says whether the present page holds typed input that leaving would lose, and what is asked then. */
export const setGuarded = (guarded: boolean, question: Question = discardDraft): void =>
  useNavigation.setState({ guarded, question })
