import { useEffect } from 'react'
import { Button } from '@fluentui/react-components'
import type { PlanState, PlanView } from '../../../src-main/contract/models/plan.ts'
import { timeText } from '../../format/time.ts'
import { openPlan } from '../../stores/navigation-store.ts'
import { ask } from '../../stores/question-store.ts'
import { discardPlan, followAtWork } from '../../stores/unfinished-plans-store.ts'
import { discardQuestion, home } from '../../strings/home.ts'
import { planStateNames } from '../../strings/plan.ts'
import { UnfinishedItem } from './UnfinishedItem.tsx'

const runsByItself = (state: PlanState): boolean => state === 'running' || state === 'stopping'

/** One unfinished plan with what can be done about it. */
export const UnfinishedPlan = ({ plan }: { readonly plan: PlanView }) => {
  const done = plan.steps.filter((step) => step.state === 'done').length
  const atWork = runsByItself(plan.state)
  const waitsForId = plan.waiting !== null
  useEffect(() => (atWork ? followAtWork(plan.planId) : undefined), [atWork, plan.planId])
  const open = (resume: boolean): Promise<void> => openPlan(plan.wizard, plan.planId, resume)
  const discard = async (): Promise<void> => {
    if (await ask(discardQuestion(done))) await discardPlan(plan.planId)
  }
  return (
    <UnfinishedItem
      level={atWork || waitsForId ? 'info' : 'warning'}
      label={home.labelOf(plan.title, plan.targetName)}
      title={plan.title}
      text={[
        plan.targetName,
        waitsForId ? home.waitsForConfirmationId : planStateNames[plan.state],
        home.stepsDone(done, plan.steps.length),
        `${home.begun(timeText(plan.createdAt))}.`,
      ].join('. ')}
    >
      {atWork ? (
        <Button onClick={() => void open(false)}>{home.open}</Button>
      ) : (
        <>
          <Button appearance="primary" onClick={() => void open(!waitsForId)}>
            {waitsForId ? home.enterConfirmationId : home.resume}
          </Button>
          <Button onClick={() => void discard()}>{home.discard}</Button>
        </>
      )}
    </UnfinishedItem>
  )
}
