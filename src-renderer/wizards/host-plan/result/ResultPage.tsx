import { Button, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { CopyButton } from '../../../components/CopyButton.tsx'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Section } from '../../../components/Section.tsx'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { go } from '../../../stores/navigation-store.ts'
import { result as words } from '../../../strings/set-up-kms-host/result.ts'
import { running } from '../../../strings/set-up-kms-host/running.ts'
import { DeferredSettings } from '../DeferredSettings.tsx'
import { CloseButton } from '../../../plan/LeaveButton.tsx'
import type { PlanEffects } from '../plan-effects.ts'
import type { PlanFrame, ResultStep } from '../plan-stage.ts'
import { RunningSteps } from '../../../plan/RunningSteps.tsx'
import { DomainOutcomes } from './DomainOutcomes.tsx'
import { FailureSummary } from '../../../plan/FailureSummary.tsx'
import { HostState } from './HostState.tsx'
import { resultAsText } from './result-text.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

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

/** The end of a plan: what was done, what the computer and DNS show now, and what is left. */
export const ResultPage = ({ frame, state, plan: effects, heading, done, onStartAgain, children }: Props) => {
  const styles = useStyles()
  const { plan, report } = state
  const failed = plan.state === 'failed'
  return (
    <WizardFrame
      {...frame}
      heading={heading}
      actions={
        <>
          <CopyButton large text={resultAsText(heading, plan, report)} label={words.copyDetails} />
          <Button onClick={() => void go({ page: 'journal', planId: plan.planId })}>{words.openJournal}</Button>
          {failed && <Button onClick={onStartAgain}>{words.startAgain}</Button>}
          <CloseButton primary />
        </>
      }
    >
      {state.error !== null && <ErrorPanel error={state.error} title={running.actionFailed} />}
      {failed ? (
        <FailureSummary plan={plan} />
      ) : (
        <p className={styles.text}>{plan.state === 'discarded' ? words.discardedBody : done}</p>
      )}
      {report !== null && <DomainOutcomes report={report} />}
      {!failed && <DeferredSettings deferred={plan.deferred} />}
      <HostState state={state} onVerify={() => void effects.verify()} />
      {children}
      <Section title={running.steps}>
        <RunningSteps steps={plan.steps} now={0} showErrors={false} />
      </Section>
    </WizardFrame>
  )
}
