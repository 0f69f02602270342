import { Button, makeStyles, ProgressBar } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { PlanState } from '../../../../src-main/contract/models/plan.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { useNow } from '../../../components/use-now.ts'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { durationText } from '../../../format/time.ts'
import { MissingSecrets, type EnteredSecrets } from '../../../plan/MissingSecrets.tsx'
import { isAtWork } from '../../../plan/plan-states.ts'
import { RunningSteps } from '../../../plan/RunningSteps.tsx'
import { ask } from '../../../stores/question-store.ts'
import { discardQuestion } from '../../../strings/home.ts'
import { running as words } from '../../../strings/set-up-kms-host/running.ts'
import { stepNames, wizard as wizardWords } from '../../../strings/set-up-kms-host/wizard.ts'
import type { RunningStep } from '../machine.ts'
import { useWizard } from '../use-wizard.ts'
import { CloseButton } from './LeaveButton.tsx'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  progress: { display: 'grid', rowGap: '8px', maxWidth: '720px' },
  line: { display: 'flex', justifyContent: 'space-between', margin: 0 },
})

const headingOf = (state: PlanState, name: string): string => {
  switch (state) {
    case 'interrupted':
      return words.headingInterrupted
    case 'waiting-for-input':
      return words.headingWaiting
    case 'stopped':
      return words.headingStopped
    case 'proposed':
    case 'running':
    case 'stopping':
    case 'done':
    case 'failed':
    case 'discarded':
      return words.heading(name)
  }
}

/** Step 4 while the plan runs, or waits to be resumed. */
export const RunningStepPage = ({ state }: { readonly state: RunningStep }) => {
  const styles = useStyles()
  const wizard = useWizard()
  const area = useRef<HTMLDivElement>(null)
  const [entered, setEntered] = useState<EnteredSecrets>({})
  const [complaint, setComplaint] = useState<string | null>(null)
  const { plan, request } = state
  const atWork = isAtWork(plan.state) || request === 'resuming'
  const now = useNow(atWork)
  const started = plan.steps.find((step) => step.startedAt !== null)?.startedAt ?? null
  const done = plan.steps.filter((step) => step.state === 'done').length

  const resume = (): void => {
    const missing = plan.missingSecrets.find(({ name }) => (entered[name] ?? '').trim() === '')
    setComplaint(missing?.name ?? null)
    if (missing === undefined) return void wizard.plan.resume(entered)
    area.current?.querySelector<HTMLElement>(`[name="${missing.name}"]`)?.focus()
  }

  const discard = async (): Promise<void> => {
    if (await ask(discardQuestion(done))) await wizard.plan.discard()
  }

  return (
    <WizardFrame
      title={wizardWords.title}
      stepNames={stepNames}
      step={3}
      heading={headingOf(plan.state, plan.targetName)}
      onSubmit={() => !atWork && resume()}
      actions={
        <>
          {atWork ? (
            plan.state === 'running' && <Button onClick={() => void wizard.plan.stop()}>{words.stop}</Button>
          ) : (
            <>
              <Button type="submit" appearance="primary">
                {words.resume}
              </Button>
              <Button onClick={() => void discard()}>{words.discard}</Button>
            </>
          )}
          <CloseButton />
        </>
      }
    >
      {state.error !== null && <ErrorPanel error={state.error} title={words.actionFailed} />}
      <PlanExplanation state={atWork ? 'running' : plan.state} />
      {(plan.state === 'stopping' || request === 'stopping') && <Panel level="info" alert title={words.stopping} />}
      {plan.error !== null && !atWork && <ErrorPanel error={plan.error} />}
      {!atWork && plan.missingSecrets.length > 0 && (
        <div ref={area}>
          <MissingSecrets
            secrets={plan.missingSecrets}
            entered={entered}
            complaint={complaint}
            onChange={(name, value) => setEntered({ ...entered, [name]: value })}
          />
        </div>
      )}
      <div className={styles.progress}>
        <ProgressBar value={plan.progress} max={1} thickness="large" aria-label={wizardWords.progress} />
        <p className={styles.line}>
          <span>{words.progress(done, plan.steps.length)}</span>
          {atWork && started !== null && <span>{words.elapsed(durationText(now - Date.parse(started)))}</span>}
        </p>
      </div>
      <RunningSteps steps={plan.steps} now={now} showErrors={plan.error === null || atWork} />
    </WizardFrame>
  )
}

const PlanExplanation = ({ state }: { readonly state: PlanState }) => {
  const styles = useStyles()
  switch (state) {
    case 'interrupted':
      return (
        <Panel level="warning" alert>
          <p className={styles.text}>{words.interrupted}</p>
        </Panel>
      )
    case 'waiting-for-input':
      return (
        <Panel level="info" alert>
          <p className={styles.text}>{words.waiting}</p>
        </Panel>
      )
    case 'stopped':
      return (
        <Panel level="info" alert>
          <p className={styles.text}>{words.stopped}</p>
        </Panel>
      )
    case 'proposed':
    case 'running':
    case 'stopping':
    case 'done':
    case 'failed':
    case 'discarded':
      return <p className={styles.text}>{words.intro}</p>
  }
}
