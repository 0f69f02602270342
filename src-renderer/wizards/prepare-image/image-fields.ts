import type { ImageChoice, ImageTask, PrepareImageDraft } from '../../../src-main/contract/models/prepare-image.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { prepareImage as words } from '../../strings/prepare-image.ts'
import type { FieldComplaint } from '../target-step/target-machine.ts'

/** What is chosen on the page "Task". */
export interface ImageFields {
  readonly task: ImageTask | null
}

/** One word for a task, as the value of a choice. */
export const taskKey = (task: ImageTask): string => {
  switch (task.do) {
    case 'rearm-application':
      return `${task.do} ${task.applicationId}`
    case 'rearm-product':
      return `${task.do} ${task.activationId}`
    case 'rearm-windows':
    case 'generalize':
      return task.do
  }
}

/** The choice that is meant by the fields; null where there is none, or the computer refuses it. */
export const chosenOf = (choices: readonly ImageChoice[], { task }: ImageFields): ImageChoice | null =>
  task === null
    ? null
    : (choices.find((choice) => taskKey(choice.task) === taskKey(task) && choice.refused === null) ?? null)

/** What is missing before main is asked. Whether the task can be done there is main's to say. */
export const imageComplaint = ({ task }: ImageFields): FieldComplaint | null =>
  task === null ? { field: 'task', message: words.nothingChosen } : null

/** The draft that main turns into a plan. Throws where no task was chosen, which `imageComplaint` rules out. */
export const imageDraft = ({ task }: ImageFields, target: TargetRef): PrepareImageDraft => {
  if (task === null) throw new Error(words.nothingChosen)
  return { wizard: 'prepare-image', target, task }
}
