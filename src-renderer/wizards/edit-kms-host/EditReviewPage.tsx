import { Button, makeStyles } from '@fluentui/react-components'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { WizardFrame } from '../../components/WizardFrame.tsx'
import { DeferredSettings } from '../host-plan/DeferredSettings.tsx'
import { PlanReview } from '../../plan/PlanReview.tsx'
import { common } from '../../strings/common.ts'
import { editHost as words } from '../../strings/edit-kms-host.ts'
import { commitVerb } from './edit-text.ts'
import { LeaveEdit } from './LeaveEdit.tsx'
import type { ReviewStep } from './machine.ts'
import { useEdit } from './use-edit.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

/** Step 2: main's own summary, and the one button that makes the change. */
export const EditReviewPage = ({ state }: { readonly state: ReviewStep }) => {
  const styles = useStyles()
  const edit = useEdit()
  const { plan, change, committing } = state
  return (
    <WizardFrame
      title={words.title}
      stepNames={words.stepNames}
      step={1}
      heading={words.reviewHeading}
      onSubmit={() => void edit.commit()}
      actions={
        <>
          <Button onClick={() => edit.send({ type: 'back' })}>{common.back}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={committing}>
            {committing ? words.starting : commitVerb(change)}
          </Button>
          <LeaveEdit />
        </>
      }
    >
      <p className={styles.text}>{words.reviewIntro(plan.targetName)}</p>
      {state.error !== null && <ErrorPanel error={state.error} title={words.commitFailed} />}
      <PlanReview plan={plan} note={words.commandsNote} />
      <DeferredSettings deferred={plan.deferred} />
    </WizardFrame>
  )
}
