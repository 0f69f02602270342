import { Button, makeStyles } from '@fluentui/react-components'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { WizardFrame } from '../../components/WizardFrame.tsx'
import { CancelButton } from '../../plan/LeaveButton.tsx'
import { isBlocked, PlanReview } from '../../plan/PlanReview.tsx'
import { common } from '../../strings/common.ts'
import { review } from '../../strings/set-up-kms-host/review.ts'
import { task as words } from '../../strings/task-wizard.ts'
import { DeferredSettings } from '../host-plan/DeferredSettings.tsx'
import type { TaskReviewStep } from './task-machine.ts'
import type { Task } from './task-store.ts'
import type { TaskWizard } from './task-wizard.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

interface Props<F extends object> {
  readonly wizard: TaskWizard<F>
  readonly task: Task<F>
  readonly state: TaskReviewStep<F>
}

/** Step 3: main's own summary, and the one button that starts it. It is absent where a problem keeps the plan from running. */
export const TaskReviewPage = <F extends object>({ wizard, task, state }: Props<F>) => {
  const styles = useStyles()
  const { plan, fields, committing } = state
  return (
    <WizardFrame
      title={wizard.words.title}
      stepNames={wizard.words.stepNames}
      step={2}
      heading={review.heading}
      onSubmit={() => void (isBlocked(plan) || task.commit())}
      actions={
        <>
          <Button onClick={task.back}>{common.back}</Button>
          {!isBlocked(plan) && (
            <Button type="submit" appearance="primary" disabledFocusable={committing}>
              {committing ? words.starting : wizard.commit(plan, fields)}
            </Button>
          )}
          <CancelButton />
        </>
      }
    >
      <p className={styles.text}>{review.intro(plan.targetName)}</p>
      {state.error !== null && <ErrorPanel error={state.error} title={review.commitFailed} />}
      {wizard.reviewNote?.(plan, fields)}
      <PlanReview plan={plan} note={review.commandsNote} />
      <DeferredSettings deferred={plan.deferred} />
    </WizardFrame>
  )
}
