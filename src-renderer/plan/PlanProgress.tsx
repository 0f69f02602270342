import { makeStyles, ProgressBar } from '@fluentui/react-components'
import type { PlanState, PlanView } from '../../src-main/contract/models/plan.ts'
import { ErrorPanel } from '../components/ErrorPanel.tsx'
import { Panel } from '../components/Panel.tsx'
import { useNow } from '../components/use-now.ts'
import { durationText } from '../format/time.ts'
import { running as words } from '../strings/set-up-kms-host/running.ts'
import { wizard } from '../strings/set-up-kms-host/wizard.ts'
import type { PlanRequest } from './plan-run.ts'
import { isAtWork } from './plan-states.ts'
import { RunningSteps } from './RunningSteps.tsx'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  progress: { display: 'grid', rowGap: '8px', maxWidth: '720px' },
  line: { display: 'flex', justifyContent: 'space-between', margin: 0 },
})

/** Why a plan stands still; null while it runs. */
const standstill = (state: PlanState): { readonly level: 'info' | 'warning'; readonly text: string } | null => {
  switch (state) {
    case 'interrupted':
      return { level: 'warning', text: words.interrupted }
    case 'waiting-for-input':
      return { level: 'info', text: words.waiting }
    case 'stopped':
      return { level: 'info', text: words.stopped }
    case 'proposed':
    case 'running':
    case 'stopping':
    case 'done':
    case 'failed':
    case 'discarded':
      return null
  }
}

interface Props {
  readonly plan: PlanView
  readonly request: PlanRequest | null
}

/** A plan under way: what it waits for, how far it is, and each step with its state. */
export const PlanProgress = ({ plan, request }: Props) => {
  const styles = useStyles()
  const atWork = isAtWork(plan.state) || request === 'resuming'
  const now = useNow(atWork)
  const started = plan.steps.find((step) => step.startedAt !== null)?.startedAt ?? null
  const done = plan.steps.filter((step) => step.state === 'done').length
  const pause = atWork ? null : standstill(plan.state)
  return (
    <>
      {pause === null ? (
        <p className={styles.text}>{words.intro}</p>
      ) : (
        <Panel level={pause.level} alert>
          <p className={styles.text}>{pause.text}</p>
        </Panel>
      )}
      {(plan.state === 'stopping' || request === 'stopping') && <Panel level="info" alert title={words.stopping} />}
      {plan.error !== null && !atWork && <ErrorPanel error={plan.error} />}
      <div className={styles.progress}>
        <ProgressBar value={plan.progress} max={1} thickness="large" aria-label={wizard.progress} />
        <p className={styles.line}>
          <span>{words.progress(done, plan.steps.length)}</span>
          {atWork && started !== null && <span>{words.elapsed(durationText(now - Date.parse(started)))}</span>}
        </p>
      </div>
      <RunningSteps steps={plan.steps} now={now} showErrors={plan.error === null || atWork} />
    </>
  )
}
