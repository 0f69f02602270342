/**
 * How to make a wizard that does one task on a computer. The kit has the steps Computer (wizards/target-step), Options,
 * Review, running and result; a wizard adds what it alone knows:
 *
 * 1. its draft in src-main/contract/models/plan.ts and a planner in src-main/plans/planners;
 * 2. its name in stores/task-wizards.ts, and its component in app/RouteView.tsx;
 * 3. a `TaskWizard<F>` (below), `F` being what is typed and chosen on its Options page: pure functions that make, judge and
 *    send the fields, the Options page, and words in strings/;
 * 4. a component of one line: `<TaskWizardView wizard={myWizard} opening={opening} />`;
 * 5. a card in pages/home/tasks.tsx.
 *
 * Keep `F` free of the computer's present values: a field says "leave it as it is" or what it shall be. Then Back to another
 * computer keeps every input, and one set of fields serves many computers; `toDraft` is asked once for each of them.
 */
import type { ComponentType, ReactNode } from 'react'
import type { LicenseSnapshot } from '../../../src-main/contract/models/license-snapshot.ts'
import type { PlanDraft, PlanView } from '../../../src-main/contract/models/plan.ts'
import type { StepResult } from '../../../src-main/contract/models/step-result.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import type { InputOf } from '../../../src-main/contract/table.ts'
import type { TaskWizardName } from '../../stores/task-wizards.ts'
import type { TargetStepWords } from '../../strings/target-step.ts'
import type { TargetFields } from '../target-step/target-fields.ts'
import type { AskTarget } from '../target-step/target-effects.ts'
import type { FieldComplaint, TestAnswer, TestState } from '../target-step/target-machine.ts'

/** A computer that was tested on the first step. */
export interface TestedComputer {
  readonly target: TargetRef
  /** Its own name where it told it, else what was typed. */
  readonly name: string
  /** Null where the computer could not be read; a wizard that does not say `accepts` need not reckon with it. */
  readonly snapshot: LicenseSnapshot | null
  /** Everything that the test told. */
  readonly test: TestAnswer
  /** What was typed to choose it, to hand over to another wizard. */
  readonly fields: TargetFields
}

/** Why a task is not for the tested computer, with the way to what is. */
export interface TaskRefusal {
  readonly title: string
  readonly text: string
  readonly link?: { readonly label: string; readonly open: () => void }
}

/** What the Options page of a wizard is given. */
export interface OptionsProps<F> {
  readonly fields: F
  readonly computer: TestedComputer
  readonly edit: (patch: Partial<F>) => void
  /** Names the field, by its element's `name`, and says what is wrong; null where nothing is. */
  readonly complaint: FieldComplaint | null
}

/** What a wizard is given about its plan's end. */
export interface TaskEnd {
  readonly plan: PlanView
  /** What the steps that are done brought back, by kind; each kind has its own schema. */
  readonly results: readonly StepResult[]
}

/** The words of a wizard. */
export interface TaskWords {
  readonly title: string
  /** Computer, Options, Review, and the last step in which the plan runs. */
  readonly stepNames: readonly [string, string, string, string]
  readonly target: TargetStepWords
  readonly optionsHeading: (computer: string) => string
  readonly optionsIntro: string
  /** The heading while the plan runs. */
  readonly running: (computer: string) => string
}

/** One wizard that does a task on a computer. */
export interface TaskWizard<F extends object> {
  /** `wizard` of its drafts. */
  readonly name: TaskWizardName
  readonly words: TaskWords
  /** The fields before anything was chosen. Called when a computer is accepted and nothing was edited yet. */
  readonly initialFields: (computer: TestedComputer) => F
  /** Names of the fields on the Options page: an error of main's that names one is shown beside it. */
  readonly fieldNames: readonly string[]
  /** What is wrong with the fields before main is asked; null where nothing is. Pure. */
  readonly complaint: (fields: F, computer: TestedComputer) => FieldComplaint | null
  /** Secrets that the draft needs: each goes into main's memory, and `toDraft` gets its reference by the same name. */
  readonly secrets?: (fields: F) => Readonly<Record<string, InputOf<'secrets.put'>>>
  /** The draft that main turns into a plan. Pure. */
  readonly toDraft: (fields: F, computer: TestedComputer, refs: Readonly<Record<string, string>>) => PlanDraft
  /** Why the task is not for this computer; it keeps Next from going on. */
  readonly refusal?: (computer: TestedComputer) => TaskRefusal | null
  /** Whether a test allows going on; where absent, the computer has to answer without a problem. */
  readonly accepts?: (test: TestState) => boolean
  /** The test of the step "Computer"; where absent, the usual one. */
  readonly ask?: AskTarget
  /** Content of the Options page; its frame, heading and buttons are the kit's. */
  readonly Options: ComponentType<OptionsProps<F>>
  /** More on the review, above the steps: what to know before the commit. */
  readonly reviewNote?: (plan: PlanView, fields: F) => ReactNode
  /** The verb of the commit button: what happens, and where. */
  readonly commit: (plan: PlanView, fields: F) => string
  /** Heading and sentence of the page that shows the end. */
  readonly endText: (end: TaskEnd) => { readonly heading: string; readonly text: string }
  /** Sections of the wizard's own on that page. */
  readonly Result?: ComponentType<TaskEnd>
  /** Lines of the same for the copied text. */
  readonly resultLines?: (end: TaskEnd) => readonly string[]
}
