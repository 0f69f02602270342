import { Button, makeStyles } from '@fluentui/react-components'
import { CopyButton } from '../../../components/CopyButton.tsx'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Section } from '../../../components/Section.tsx'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { FailureSummary } from '../../../plan/FailureSummary.tsx'
import { RunningSteps } from '../../../plan/RunningSteps.tsx'
import { go, openSetUpKmsHost } from '../../../stores/navigation-store.ts'
import { result as words } from '../../../strings/set-up-kms-host/result.ts'
import { running } from '../../../strings/set-up-kms-host/running.ts'
import { stepNames, wizard as wizardWords } from '../../../strings/set-up-kms-host/wizard.ts'
import type { ResultStep } from '../machine.ts'
import { CloseButton } from '../steps/LeaveButton.tsx'
import { useWizard } from '../use-wizard.ts'
import { HostState } from './HostState.tsx'
import { resultAsText, resultHeading } from './result-text.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

/** The end of the plan: what was done, what the computer and DNS show now, and the way back. */
export const ResultStepPage = ({ state }: { readonly state: ResultStep }) => {
  const styles = useStyles()
  const wizard = useWizard()
  const { plan, report } = state
  const failed = plan.state === 'failed'
  const name = plan.targetName
  return (
    <WizardFrame
      title={wizardWords.title}
      stepNames={stepNames}
      step={3}
      heading={resultHeading(plan, report)}
      actions={
        <>
          <CopyButton large text={resultAsText(plan, report)} label={words.copyDetails} />
          <Button onClick={() => void go({ page: 'journal', planId: plan.planId })}>{words.openJournal}</Button>
          {failed && <Button onClick={() => void openSetUpKmsHost({ kind: 'new' })}>{words.startAgain}</Button>}
          <CloseButton primary />
        </>
      }
    >
      {state.error !== null && <ErrorPanel error={state.error} title={running.actionFailed} />}
      {failed ? (
        <FailureSummary plan={plan} />
      ) : (
        <p className={styles.text}>{plan.state === 'discarded' ? words.discardedBody : words.doneBody}</p>
      )}
      <HostState state={state} onVerify={() => void wizard.plan.verify()} />
      {plan.state === 'done' && report?.licensed === true && (
        <Section title={words.nextTitle}>
          <p className={styles.text}>{words.next}</p>
        </Section>
      )}
      <Section title={words.wayBackTitle}>
        <p className={styles.text}>{words.wayBack(name)}</p>
      </Section>
      <Section title={running.steps}>
        <RunningSteps steps={plan.steps} now={0} showErrors={false} />
      </Section>
    </WizardFrame>
  )
}
