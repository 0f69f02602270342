import { makeStyles, Spinner, tokens } from '@fluentui/react-components'
import type { PlanStepView, StepState } from '../../src-main/contract/models/plan.ts'
import type { Finding } from '../../src-main/contract/models/finding.ts'
import { ErrorPanel } from '../components/ErrorPanel.tsx'
import { LevelIcon } from '../components/LevelIcon.tsx'
import { durationText } from '../format/time.ts'
import { stepStateName } from '../strings/plan.ts'
import { running as words } from '../strings/set-up-kms-host/running.ts'

const levels: Record<Exclude<StepState, 'running' | 'pending'>, Finding['level']> = {
  done: 'ok',
  failed: 'problem',
  skipped: 'skipped',
  unknown: 'warning',
  'waiting-for-input': 'info',
}

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '860px' },
  step: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) max-content',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { width: '20px', height: '20px', display: 'inline-flex', alignItems: 'center', justifyContent: 'center' },
  dot: {
    width: '10px',
    height: '10px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  waiting: { color: tokens.colorNeutralForeground3 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  state: { color: tokens.colorNeutralForeground2, textAlign: 'right' },
  error: { gridColumn: '2 / -1', marginTop: tokens.spacingVerticalS },
})

interface Props {
  readonly steps: readonly PlanStepView[]
  /** Milliseconds; the elapsed time of a running step is counted to here. */
  readonly now: number
  /** False where the page shows the error of the failed step elsewhere. */
  readonly showErrors?: boolean
}

/** The steps of a plan with their states, while it runs and afterwards. */
export const RunningSteps = ({ steps, now, showErrors = true }: Props) => {
  const styles = useStyles()
  return (
    <ol className={styles.list} aria-label={words.steps}>
      {steps.map((step) => (
        <li key={step.index} className={styles.step} {...(step.state === 'running' ? { 'aria-current': 'step' } : {})}>
          <StateIcon state={step.state} isOpen={step.error !== null} />
          <div className={step.state === 'pending' ? styles.waiting : undefined}>
            {step.title}
            {step.note !== null && <p className={styles.note}>{step.note}</p>}
          </div>
          <div className={styles.state}>
            {stepStateName(step)}
            {tookText(step, now)}
          </div>
          {showErrors && step.error !== null && (
            <div className={styles.error}>
              <ErrorPanel error={step.error} level={step.state === 'done' ? 'warning' : 'problem'} />
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

const tookText = (step: PlanStepView, now: number): string => {
  if (step.startedAt === null || step.state === 'pending') return ''
  const end = step.endedAt === null ? (step.state === 'running' ? now : null) : Date.parse(step.endedAt)
  return end === null ? '' : `, ${durationText(end - Date.parse(step.startedAt))}`
}

/** `isOpen`: something is left although the step is done. */
const StateIcon = ({ state, isOpen }: { readonly state: StepState; readonly isOpen: boolean }) => {
  const styles = useStyles()
  switch (state) {
    case 'running':
      return (
        <span className={styles.icon} aria-hidden="true">
          <Spinner size="extra-tiny" />
        </span>
      )
    case 'pending':
      return (
        <span className={styles.icon} aria-hidden="true">
          <span className={styles.dot} />
        </span>
      )
    case 'done':
      return <LevelIcon level={isOpen ? 'warning' : levels.done} />
    case 'failed':
    case 'skipped':
    case 'unknown':
    case 'waiting-for-input':
      return <LevelIcon level={levels[state]} />
  }
}
