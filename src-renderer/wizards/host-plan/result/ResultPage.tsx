import type { ReactNode } from 'react'
import { DeferredSettings } from '../DeferredSettings.tsx'
import type { PlanEffects } from '../plan-effects.ts'
import type { PlanFrame, ResultStep } from '../plan-stage.ts'
import { DomainOutcomes } from './DomainOutcomes.tsx'
import { HostState } from './HostState.tsx'
import { PlanEndPage } from './PlanEndPage.tsx'
import { resultAsText } from './result-text.ts'

interface Props {
  readonly frame: PlanFrame
  readonly state: ResultStep
  readonly plan: PlanEffects
  /** What became of it. */
  readonly heading: string
  /** What to say of a plan whose steps all ran. */
  readonly done: string
  readonly onStartAgain: () => void
  /** Sections of the wizard's own, below the state of the host. */
  readonly children?: ReactNode
}

/** The end of a plan for a KMS host: what was done, what the computer and DNS show now, and what is left. */
export const ResultPage = ({ frame, state, plan: effects, heading, done, onStartAgain, children }: Props) => {
  const { plan, report } = state
  return (
    <PlanEndPage
      frame={frame}
      state={state}
      heading={heading}
      done={done}
      copyText={resultAsText(heading, plan, report)}
      onStartAgain={onStartAgain}
    >
      {report !== null && <DomainOutcomes report={report} />}
      {plan.state !== 'failed' && <DeferredSettings deferred={plan.deferred} />}
      <HostState state={state} onVerify={() => void effects.verify()} />
      {children}
    </PlanEndPage>
  )
}
