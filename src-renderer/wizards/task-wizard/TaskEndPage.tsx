import { DeferredSettings } from '../host-plan/DeferredSettings.tsx'
import type { PlanFrame, ResultStep } from '../host-plan/plan-stage.ts'
import { PlanEndPage } from '../host-plan/result/PlanEndPage.tsx'
import { planLines } from '../host-plan/result/result-text.ts'
import type { TaskWizard } from './task-wizard.ts'

interface Props<F extends object> {
  readonly wizard: TaskWizard<F>
  readonly frame: PlanFrame
  readonly state: ResultStep
  readonly onStartAgain: () => void
}

/** The end of a task: what was done, and what the wizard makes of what came back. */
export const TaskEndPage = <F extends object>({ wizard, frame, state, onStartAgain }: Props<F>) => {
  const { plan, results } = state
  const end = { plan, results }
  const { heading, text } = wizard.endText(end)
  const { Result } = wizard
  const lines = [...planLines(heading, plan), ...(wizard.resultLines?.(end) ?? [])]
  return (
    <PlanEndPage
      frame={frame}
      state={state}
      heading={heading}
      done={text}
      copyText={lines.join('\r\n')}
      onStartAgain={onStartAgain}
    >
      {Result !== undefined && <Result {...end} />}
      {plan.state !== 'failed' && <DeferredSettings deferred={plan.deferred} />}
    </PlanEndPage>
  )
}
