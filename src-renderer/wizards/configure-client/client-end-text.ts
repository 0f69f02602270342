import type { PlanStepView, PlanView } from '../../../src-main/contract/models/plan.ts'
import { clientResult as words } from '../../strings/configure-client/result.ts'
import { result } from '../../strings/set-up-kms-host/result.ts'
import type { TaskEnd } from '../task-wizard/task-wizard.ts'

const isActivation = ({ kind }: PlanStepView): boolean => kind === 'kms-client.activate'

/** What became of a KMS client. */
export type ClientEnd = 'activated' | 'configured' | 'not-activated' | 'not-configured' | 'discarded'

/** What became of the client: success is claimed only for steps that are done. */
export const clientEnd = ({ state, steps }: PlanView): ClientEnd => {
  if (state === 'discarded') return 'discarded'
  if (state === 'done') return steps.some(isActivation) ? 'activated' : 'configured'
  const changes = steps.filter((step) => !isActivation(step))
  return changes.every((step) => step.state === 'done') ? 'not-activated' : 'not-configured'
}

const headingOf = (plan: PlanView): string => {
  const name = plan.targetName
  switch (clientEnd(plan)) {
    case 'activated':
      return words.activated(name)
    case 'configured':
      return words.configured(name)
    case 'not-activated':
      return plan.steps.every(isActivation) ? words.notActivated(name) : words.configuredNotActivated(name)
    case 'not-configured':
      return words.notConfigured(name)
    case 'discarded':
      return result.headingDiscarded
  }
}

/** Heading and sentence of the result: what the activation step itself came to, where there was one. */
export const clientEndText = ({ plan }: TaskEnd): { readonly heading: string; readonly text: string } => ({
  heading: headingOf(plan),
  text: plan.steps.findLast(isActivation)?.note ?? words.done,
})
