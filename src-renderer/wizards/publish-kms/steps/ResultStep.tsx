import { Button, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { PlanView } from '../../../../src-main/contract/models/plan.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { Section } from '../../../components/Section.tsx'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { FailureSummary } from '../../../plan/FailureSummary.tsx'
import type { PlanRunState } from '../../../plan/plan-run.ts'
import { RunningSteps } from '../../../plan/RunningSteps.tsx'
import { go } from '../../../stores/navigation-store.ts'
import { plan as words, stepNames } from '../../../strings/publish-dns/change.ts'
import { result } from '../../../strings/set-up-kms-host/result.ts'
import { running } from '../../../strings/set-up-kms-host/running.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

const headingOf = ({ state }: PlanView): string => {
  if (state === 'discarded') return words.discardedHeading
  return state === 'done' ? words.doneHeading : words.failedHeading
}

interface Props {
  readonly title: string
  readonly state: Extract<PlanRunState, { phase: 'ended' }>
  /** What DNS shows now. */
  readonly children: ReactNode
  /** Goes back to what was typed; absent where the plan was opened from elsewhere. */
  readonly onStartAgain?: () => void
  readonly onClose: () => void
}

/** The end of the plan: what was done, and what DNS holds now. */
export const ResultStep = ({ title, state, children, onStartAgain, onClose }: Props) => {
  const styles = useStyles()
  const { plan, error } = state
  return (
    <WizardFrame
      title={title}
      stepNames={stepNames}
      step={3}
      heading={headingOf(plan)}
      onSubmit={onClose}
      actions={
        <>
          <Button onClick={() => void go({ page: 'journal', planId: plan.planId })}>{result.openJournal}</Button>
          {plan.state !== 'done' && onStartAgain !== undefined && (
            <Button onClick={onStartAgain}>{words.startAgain}</Button>
          )}
          <Button type="submit" appearance="primary">
            {words.backToRecords}
          </Button>
        </>
      }
    >
      {error !== null && <ErrorPanel error={error} title={running.actionFailed} />}
      {plan.state === 'failed' && <FailureSummary plan={plan} />}
      {plan.state === 'discarded' && <p className={styles.text}>{words.discardedBody}</p>}
      {plan.state === 'done' && (
        <Panel level="ok" alert title={words.doneBody}>
          <p className={styles.text}>{words.replication}</p>
        </Panel>
      )}
      <Section title={words.nowTitle}>{children}</Section>
      <Section title={running.steps}>
        <RunningSteps steps={plan.steps} now={0} showErrors={false} />
      </Section>
    </WizardFrame>
  )
}
