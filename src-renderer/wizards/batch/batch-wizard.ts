/**
 * The kit of tasks for many computers: the steps Computers, Options, Review and the run. It stands beside
 * wizards/task-wizard, whose wizards do the same task on one computer; both share their fields and the parts of their pages.
 * A wizard adds a `BatchWizard<F>` and its name in batch-wizards.ts. No field depends on a single computer: what differs from
 * computer to computer is decided by main when its turn comes.
 */
import type { ComponentType } from 'react'
import type { BatchDraft } from '../../../src-main/contract/models/batch-draft.ts'
import type { ComputerRow } from '../../../src-main/contract/models/estate.ts'
import type { InputOf } from '../../../src-main/contract/table.ts'
import type { TaskWizardName } from '../../stores/task-wizards.ts'
import type { FieldComplaint } from '../target-step/target-machine.ts'

/** Why a task makes no sense for some of the chosen computers. */
export interface Misfit {
  /** Stable name of the reason. */
  readonly key: string
  readonly title: (count: number) => string
  /** What that means, and what to do instead. */
  readonly text: string
}

/** What the Options page of a wizard is given. */
export interface BatchOptionsProps<F> {
  readonly fields: F
  /** The computers that were chosen and not left out. */
  readonly computers: readonly ComputerRow[]
  readonly edit: (patch: Partial<F>) => void
  readonly complaint: FieldComplaint | null
}

/** One task for many computers. */
export interface BatchWizard<F extends object> {
  readonly name: TaskWizardName
  readonly title: string
  readonly optionsHeading: (count: number) => string
  readonly initialFields: (computers: readonly ComputerRow[]) => F
  /** Names of the fields on the Options page: an error of main's that names one is shown beside it. */
  readonly fieldNames: readonly string[]
  /** What is wrong with the fields before main is asked; null where nothing is. Pure. */
  readonly complaint: (fields: F) => FieldComplaint | null
  readonly secrets?: (fields: F) => Readonly<Record<string, InputOf<'secrets.put'>>>
  /** The draft that main turns into a batch. Pure. */
  readonly toDraft: (fields: F, refs: Readonly<Record<string, string>>) => BatchDraft
  /** Why the task makes no sense for a computer, by what was read of it last; null where it does or nothing is known. */
  readonly misfit: (computer: ComputerRow) => Misfit | null
  /** Why the chosen options do not fit a computer, which is then left out; null where they do or nothing is known. */
  readonly unfit?: (fields: F, computer: ComputerRow) => string | null
  readonly Options: ComponentType<BatchOptionsProps<F>>
  /** The verb of the commit button with the number of computers. @param wording what the frozen steps are, by kind */
  readonly commit: (count: number, kinds: readonly string[]) => string
}
