import { go } from '../../stores/navigation-store.ts'
import { editHost as words } from '../../strings/edit-kms-host.ts'
import type { PlanEffects } from '../host-plan/plan-effects.ts'
import type { PlanFrame, ResultStep } from '../host-plan/plan-stage.ts'
import { isRefusedSomewhere } from '../host-plan/result/domain-outcomes.ts'
import { ResultPage } from '../host-plan/result/ResultPage.tsx'
import { editResultHeading } from './edit-text.ts'

interface Props {
  readonly frame: PlanFrame
  readonly state: ResultStep
  readonly plan: PlanEffects
}

/** The end of the change: what the host and DNS show now. */
export const EditResultPage = ({ frame, state, plan }: Props) => {
  const refused = state.report !== null && isRefusedSomewhere(state.report.events)
  return (
    <ResultPage
      frame={frame}
      state={state}
      plan={plan}
      heading={editResultHeading(state.plan, state.report)}
      done={refused ? words.doneNotPublished : words.done}
      onStartAgain={() => void go({ page: 'kms-hosts' })}
    />
  )
}
