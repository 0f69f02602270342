import { Button } from '@fluentui/react-components'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import { CloseButton } from '../../plan/LeaveButton.tsx'
import { ask } from '../../stores/question-store.ts'
import { discardQuestion } from '../../strings/home.ts'
import { running as words } from '../../strings/set-up-kms-host/running.ts'

interface Props {
  readonly plan: PlanView
  readonly atWork: boolean
  readonly onDiscard: () => Promise<void>
}

/** The ways out of a plan: drop it while it stands still, or leave its page. */
export const LeavePlanButtons = ({ plan, atWork, onDiscard }: Props) => {
  const discard = async (): Promise<void> => {
    const done = plan.steps.filter((step) => step.state === 'done').length
    if (await ask(discardQuestion(done))) await onDiscard()
  }
  return (
    <>
      {!atWork && <Button onClick={() => void discard()}>{words.discard}</Button>}
      <CloseButton />
    </>
  )
}
