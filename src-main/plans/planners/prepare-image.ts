import { readImageState } from '../../actions/image-reader.ts'
import { AppFailure } from '../../contract/app-error.ts'
import type { ImageChoice, ImageTask, PrepareImageDraft } from '../../contract/models/prepare-image.ts'
import { targetLabel } from '../../contract/models/target.ts'
import type { FrozenStep } from '../frozen-plan.ts'
import { lookAt, type LookParts } from '../look.ts'
import type { Draft } from '../proposal.ts'
import { explainFailure } from '../step-failure.ts'

/** What planning an image needs besides the draft. */
export interface ImagePlannerParts extends LookParts {
  readonly computerName: string
}

/** The one step of a task. */
export const imageStep = (task: ImageTask): FrozenStep => {
  switch (task.do) {
    case 'rearm-windows':
      return { kind: 'windows.rearm', params: {} }
    case 'rearm-application':
      return { kind: 'application.rearm', params: { applicationId: task.applicationId } }
    case 'rearm-product':
      return { kind: 'product.rearm', params: { activationId: task.activationId } }
    case 'generalize':
      return { kind: 'windows.generalize', params: {} }
  }
}

const isSame = (one: ImageTask, other: ImageTask): boolean => {
  if (one.do === 'rearm-application')
    return other.do === one.do && other.applicationId.toLowerCase() === one.applicationId.toLowerCase()
  if (one.do === 'rearm-product')
    return other.do === one.do && other.activationId.toLowerCase() === one.activationId.toLowerCase()
  return one.do === other.do
}

const refusal = (message: string, remedy: string): AppFailure =>
  new AppFailure({ code: 'invalid-input', field: 'task', message, remedy, retryable: false })

const findChoice = (choices: readonly ImageChoice[], task: ImageTask, name: string): ImageChoice => {
  const choice = choices.find((one) => isSame(one.task, task))
  if (choice === undefined) {
    const id =
      task.do === 'rearm-application' ? task.applicationId : task.do === 'rearm-product' ? task.activationId : ''
    throw refusal(
      `${name} has no product with a key and the ID ${id}.`,
      'Look at the computer again, and choose one of its products.',
    )
  }
  if (choice.refused !== null) throw refusal(choice.refused.message, choice.refused.remedy)
  return choice
}

/**
 * Plans "Prepare an image": one step. The computer is looked at now, so that what cannot work is refused before anything
 * runs. Throws AppFailure `invalid-input`, field `task`, and where the computer cannot be asked its own failure.
 */
export const planImage = async (
  { wizard, target, task }: PrepareImageDraft,
  parts: ImagePlannerParts,
): Promise<Draft> => {
  const name = target.place === 'this-computer' ? parts.computerName : targetLabel(target)
  const state = await lookAt(parts, target, readImageState).catch((thrown: unknown) => {
    throw new AppFailure(explainFailure(thrown, name), { cause: thrown })
  })
  const choice = findChoice(state.choices, task, name)
  return {
    wizard,
    title: `${choice.title}: ${name}`,
    target,
    steps: [imageStep(task)],
    secrets: [],
    consents: [],
    // What the action's own check finds comes by itself.
    findings: [
      ...(task.do === 'generalize' ? state.findings.filter(({ check }) => check === 'image-of-kms-host') : []),
      ...choice.does.map((message) => ({ check: 'does', level: 'info' as const, message })),
      ...choice.doesNot.map((message) => ({ check: 'does-not', level: 'info' as const, message })),
    ],
  }
}
