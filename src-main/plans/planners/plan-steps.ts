import type { TargetRef } from '../../contract/models/target.ts'
import type { FrozenStep } from '../frozen-plan.ts'
import type { Draft } from '../proposal.ts'

/** A plan made of a list of actions, without a wizard of its own. */
export interface StepList {
  readonly title: string
  readonly target: TargetRef
  readonly steps: readonly FrozenStep[]
  readonly secrets?: Draft['secrets']
}

/** Plans a list of steps as they are given; for plans of one or two steps such as editing a setting. */
export const planSteps = ({ title, target, steps, secrets = [] }: StepList): Draft => ({
  wizard: 'steps',
  title,
  target,
  steps,
  secrets,
  consents: [],
  findings: [],
})
