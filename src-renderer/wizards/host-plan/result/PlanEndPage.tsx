import { Button, makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { undoableKinds } from '../../../../src-main/contract/undoable-kinds.ts'
import { CopyButton } from '../../../components/CopyButton.tsx'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Section } from '../../../components/Section.tsx'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { ExportButton } from '../../../plan/ExportButton.tsx'
import { UndoButton } from '../../../plan/UndoButton.tsx'
import { CloseButton } from '../../../plan/LeaveButton.tsx'
import { FailureSummary } from '../../../plan/FailureSummary.tsx'
import { RunningSteps } from '../../../plan/RunningSteps.tsx'
import { go } from '../../../stores/navigation-store.ts'
import { result as words } from '../../../strings/set-up-kms-host/result.ts'
import { running } from '../../../strings/set-up-kms-host/running.ts'
import type { PlanFrame, ResultStep } from '../plan-stage.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

interface Props {
  readonly frame: PlanFrame
  readonly state: ResultStep
  /** What became of it. */
  readonly heading: string
  /** What to say of a plan whose steps all ran. */
  readonly done: string
  /** Everything as plain text, for a ticket. */
  readonly copyText: string
  readonly onStartAgain: () => void
  /** What the wizard has to show, above the steps. */
  readonly children?: ReactNode
}

/** The end of any plan: what was done, what failed and what is left, with what the wizard has to say of it. */
export const PlanEndPage = ({ frame, state, heading, done, copyText, onStartAgain, children }: Props) => {
  const styles = useStyles()
  const { plan } = state
  const failed = plan.state === 'failed'
  const left = plan.steps.flatMap(({ state, error }) => (state === 'done' && error !== null ? [error] : []))
  const changedSomething = plan.steps.some(({ state, kind }) => state === 'done' && undoableKinds.has(kind))
  return (
    <WizardFrame
      {...frame}
      heading={heading}
      actions={
        <>
          <CopyButton large text={copyText} label={words.copyDetails} />
          <ExportButton planId={plan.planId} />
          {changedSomething && <UndoButton planId={plan.planId} />}
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
      {!failed &&
        left.map((error, index) => <ErrorPanel key={index} error={error} level="warning" title={words.left} />)}
      {children}
      <Section title={running.steps}>
        <RunningSteps steps={plan.steps} now={0} showErrors={false} />
      </Section>
    </WizardFrame>
  )
}
