import { useEffect } from 'react'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { PlanState, PlanView } from '../../../src-main/contract/models/plan.ts'
import { LevelIcon } from '../../components/LevelIcon.tsx'
import { timeText } from '../../format/time.ts'
import { openPlan } from '../../stores/navigation-store.ts'
import { ask } from '../../stores/question-store.ts'
import { discardPlan, followAtWork } from '../../stores/unfinished-plans-store.ts'
import { discardQuestion, home } from '../../strings/home.ts'
import { planStateNames } from '../../strings/plan.ts'

const useStyles = makeStyles({
  plan: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  text: { flexGrow: 1, minWidth: '220px' },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

const runsByItself = (state: PlanState): boolean => state === 'running' || state === 'stopping'

/** One unfinished plan with what can be done about it. */
export const UnfinishedPlan = ({ plan }: { readonly plan: PlanView }) => {
  const styles = useStyles()
  const done = plan.steps.filter((step) => step.state === 'done').length
  const atWork = runsByItself(plan.state)
  const waitsForId = plan.waiting !== null
  useEffect(() => (atWork ? followAtWork(plan.planId) : undefined), [atWork, plan.planId])
  const open = (resume: boolean): Promise<void> => openPlan(plan.wizard, plan.planId, resume)
  const discard = async (): Promise<void> => {
    if (await ask(discardQuestion(done))) await discardPlan(plan.planId)
  }
  return (
    <article className={styles.plan} aria-label={home.labelOf(plan.title, plan.targetName)}>
      <LevelIcon level={atWork || waitsForId ? 'info' : 'warning'} />
      <div className={styles.text}>
        <p className={styles.title}>{plan.title}</p>
        <p className={styles.muted}>
          {plan.targetName}. {waitsForId ? home.waitsForConfirmationId : planStateNames[plan.state]}.{' '}
          {home.stepsDone(done, plan.steps.length)}. {home.begun(timeText(plan.createdAt))}.
        </p>
      </div>
      <div className={styles.actions}>
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
      </div>
    </article>
  )
}
