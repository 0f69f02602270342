import { Button, makeStyles, Spinner } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { bridge } from '../../bridge/bridge.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Section } from '../../components/Section.tsx'
import { WizardFrame } from '../../components/WizardFrame.tsx'
import { FailureSummary } from '../../plan/FailureSummary.tsx'
import { CancelButton, CloseButton } from '../../plan/LeaveButton.tsx'
import { OpenedPlanStep, RunningPlanStep } from '../../plan/PlanSteps.tsx'
import type { PlanRun, PlanRunState } from '../../plan/plan-run.ts'
import { isBlocked, PlanReview } from '../../plan/PlanReview.tsx'
import { RunningSteps } from '../../plan/RunningSteps.tsx'
import { go, type UndoOpening } from '../../stores/navigation-store.ts'
import { common } from '../../strings/common.ts'
import { result } from '../../strings/set-up-kms-host/result.ts'
import { review } from '../../strings/set-up-kms-host/review.ts'
import { running } from '../../strings/set-up-kms-host/running.ts'
import { undo as words } from '../../strings/undo.ts'
import { OfferStep } from './OfferStep.tsx'
import { createUndo } from './undo-store.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

interface ReviewProps {
  readonly run: PlanRun
  readonly state: Extract<PlanRunState, { phase: 'review' }>
}

/** Step 2: main's own summary, and the one button that starts it. */
const ReviewStep = ({ run, state: { plan, committing, error } }: ReviewProps) => {
  const styles = useStyles()
  const blocked = isBlocked(plan)
  return (
    <WizardFrame
      title={words.title}
      stepNames={words.stepNames}
      step={1}
      heading={words.reviewHeading}
      onSubmit={() => !blocked && void run.commit()}
      actions={
        <>
          {committing && <Spinner size="tiny" labelPosition="after" label={words.starting} />}
          <Button onClick={run.back}>{common.back}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={blocked || committing}>
            {words.commit}
          </Button>
          <CancelButton />
        </>
      }
    >
      <p className={styles.text}>{words.reviewIntro(plan.targetName)}</p>
      {error !== null && <ErrorPanel error={error} title={words.commitFailed} />}
      <PlanReview plan={plan} note={review.commandsNote} />
    </WizardFrame>
  )
}

/** The end: what was put back, and what was not. */
const EndStep = ({ state: { plan, error } }: { readonly state: Extract<PlanRunState, { phase: 'ended' }> }) => {
  const styles = useStyles()
  return (
    <WizardFrame
      title={words.title}
      stepNames={words.stepNames}
      step={2}
      heading={words.ended(plan.state)}
      actions={
        <>
          <Button onClick={() => void go({ page: 'journal', planId: plan.planId })}>{words.journal}</Button>
          <CloseButton primary />
        </>
      }
    >
      {error !== null && <ErrorPanel error={error} title={running.actionFailed} />}
      {plan.state === 'failed' && <FailureSummary plan={plan} />}
      {plan.state === 'discarded' && <p className={styles.text}>{result.discardedBody}</p>}
      {plan.state === 'done' && <Panel level="ok" alert title={words.done} />}
      <Section title={running.steps}>
        <RunningSteps steps={plan.steps} now={0} showErrors={false} />
      </Section>
    </WizardFrame>
  )
}

/** Undoes what a plan changed: what can be put back, the review, the plan, its end. */
export const UndoPage = ({ opening }: { readonly opening: UndoOpening }) => {
  const [undo] = useState(() => createUndo(bridge, opening))
  useEffect(() => {
    void undo.open()
    return undo.dispose
  }, [undo])
  const run = useStore(undo.run.store)
  const frame = { title: words.title, stepNames: words.stepNames, step: 2 }
  switch (run.phase) {
    case 'none':
      return opening.kind === 'of' ? <OfferStep undo={undo} /> : null
    case 'review':
      return <ReviewStep run={undo.run} state={run} />
    case 'opening':
      return <OpenedPlanStep frame={frame} error={run.error} />
    case 'running':
      return <RunningPlanStep frame={frame} heading={words.running(run.plan.targetName)} run={undo.run} state={run} />
    case 'ended':
      return <EndStep state={run} />
  }
}
