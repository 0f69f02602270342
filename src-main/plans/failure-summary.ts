import type { BoundAction } from '../actions/bound-action.ts'
import type { AppError } from '../contract/app-error.ts'
import type { StoredPlan } from '../store/stored-plan.ts'

const sentences = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ')

/** What the steps before this one changed and how that is undone, in plain sentences. */
const stillInForce = (plan: StoredPlan, actions: readonly BoundAction[], step: number): string => {
  const done = actions.filter((action, index) => action.risk !== 'read' && plan.steps[index]?.state === 'done')
  if (done.length === 0 && step === 0) return ''
  if (done.length === 0) return 'The steps before it changed nothing on the computer.'
  const titles = done.map(({ title }) => `"${title}"`).join(', ')
  return sentences(`Done before and still in force: ${titles}.`, ...done.map(({ undo }) => undo ?? undefined))
}

/** The plan's error after a step failed: what failed, what to do, what is done already and the way back. */
export const failedPlanError = (
  plan: StoredPlan,
  actions: readonly BoundAction[],
  step: number,
  error: AppError,
): AppError => ({
  ...error,
  message: sentences(`Step ${step + 1} failed: "${actions[step]?.title ?? ''}".`, error.message),
  remedy: sentences(error.remedy, stillInForce(plan, actions, step)),
})

/** The plan's error after the connection was lost: what is known of the step and what to do next. */
export const interruptedPlanError = (
  actions: readonly BoundAction[],
  step: number,
  error: AppError,
  outcome: 'unknown' | 'nothing-done',
): AppError => ({
  ...error,
  message: sentences(
    outcome === 'unknown'
      ? `It is not known whether step ${step + 1} took effect: "${actions[step]?.title ?? ''}".`
      : `Step ${step + 1} has not begun: "${actions[step]?.title ?? ''}".`,
    error.message,
  ),
  remedy: sentences(
    error.remedy,
    outcome === 'unknown'
      ? 'Choose "Check and resume": the app looks at the computer first and does only what is missing.'
      : 'Mend the cause, then resume: the plan goes on with this step.',
  ),
})
