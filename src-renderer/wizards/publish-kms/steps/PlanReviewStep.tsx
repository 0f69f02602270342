import { Button, makeStyles, Spinner } from '@fluentui/react-components'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import type { PlanRunState } from '../../../plan/plan-run.ts'
import { isBlocked, PlanReview } from '../../../plan/PlanReview.tsx'
import { common } from '../../../strings/common.ts'
import { commitVerb, plan as words, stepNames, titles } from '../../../strings/publish-dns/change.ts'
import { useChange, useChangeState } from '../use-change.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

interface Props {
  readonly state: Extract<PlanRunState, { phase: 'review' }>
  readonly onLeave: () => void
}

/** Step 3: main's own summary of the change, and the one button that starts it. */
export const PlanReviewStep = ({ state, onLeave }: Props) => {
  const styles = useStyles()
  const change = useChange()
  const { op, record } = useChangeState().draft
  const { plan, committing, error } = state
  const blocked = isBlocked(plan)
  return (
    <WizardFrame
      title={titles[op]}
      stepNames={stepNames}
      step={2}
      heading={words.reviewHeading}
      onSubmit={() => !blocked && void change.plan.commit()}
      actions={
        <>
          {committing && <Spinner size="tiny" labelPosition="after" label={words.starting} />}
          <Button onClick={change.plan.back}>{common.back}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={blocked || committing}>
            {commitVerb(op, record.target, record.domain.trim())}
          </Button>
          <Button onClick={onLeave}>{common.cancel}</Button>
        </>
      }
    >
      <p className={styles.text}>{words.reviewIntro(plan.targetName)}</p>
      {error !== null && <ErrorPanel error={error} title={words.commitFailed} />}
      <PlanReview plan={plan} note={words.commandsNote} />
    </WizardFrame>
  )
}
