import { Button, Spinner } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { AppError } from '../../src-main/contract/app-error.ts'
import { ErrorPanel } from '../components/ErrorPanel.tsx'
import { WizardFrame } from '../components/WizardFrame.tsx'
import { MissingSecrets, type EnteredSecrets } from './MissingSecrets.tsx'
import type { PlanRun, PlanRunState } from './plan-run.ts'
import { isAtWork } from './plan-states.ts'
import { PlanProgress } from './PlanProgress.tsx'
import { go } from '../stores/navigation-store.ts'
import { ask } from '../stores/question-store.ts'
import { discardQuestion } from '../strings/home.ts'
import { openedPlan as words } from '../strings/plan.ts'
import { running } from '../strings/set-up-kms-host/running.ts'

const toTasks = (): void => void go({ page: 'home' })

/** Title, names of the steps and which of them it is. */
export interface PlanStepFrame {
  readonly title: string
  readonly stepNames: readonly string[]
  readonly step: number
}

interface OpeningProps {
  readonly frame: PlanStepFrame
  readonly error: AppError | null
  /** Where Close leads; Tasks where absent. */
  readonly onClose?: () => void
}

/** While a plan that exists already is being read. */
export const OpenedPlanStep = ({ frame, error, onClose = toTasks }: OpeningProps) => (
  <WizardFrame
    {...frame}
    heading={error === null ? words.opening : words.openFailed}
    actions={<Button onClick={onClose}>{running.close}</Button>}
  >
    {error === null ? <Spinner size="small" label={words.opening} /> : <ErrorPanel error={error} />}
  </WizardFrame>
)

interface Props {
  readonly frame: PlanStepFrame
  readonly heading: string
  readonly run: PlanRun
  readonly state: Extract<PlanRunState, { phase: 'running' }>
  /** Where Close leads; Tasks where absent. */
  readonly onClose?: () => void
}

/** The step in which a plan without consents runs, or waits to be resumed. */
export const RunningPlanStep = ({ frame, heading, run, state, onClose = toTasks }: Props) => {
  const area = useRef<HTMLDivElement>(null)
  const [entered, setEntered] = useState<EnteredSecrets>({})
  const [complaint, setComplaint] = useState<string | null>(null)
  const { plan, request, error } = state
  const atWork = isAtWork(plan.state) || request === 'resuming'
  const done = plan.steps.filter((step) => step.state === 'done').length
  const resume = (): void => {
    const missing = plan.missingSecrets.find(({ name }) => (entered[name] ?? '').trim() === '')
    setComplaint(missing?.name ?? null)
    if (missing === undefined) return void run.resume(entered)
    area.current?.querySelector<HTMLElement>(`[name="${missing.name}"]`)?.focus()
  }
  const discard = async (): Promise<void> => {
    if (await ask(discardQuestion(done))) await run.discard()
  }
  return (
    <WizardFrame
      {...frame}
      heading={heading}
      onSubmit={() => !atWork && resume()}
      actions={
        <>
          {atWork ? (
            plan.state === 'running' && <Button onClick={() => void run.stop()}>{running.stop}</Button>
          ) : (
            <>
              <Button type="submit" appearance="primary">
                {running.resume}
              </Button>
              <Button onClick={() => void discard()}>{running.discard}</Button>
            </>
          )}
          <Button onClick={onClose}>{running.close}</Button>
        </>
      }
    >
      {error !== null && <ErrorPanel error={error} title={running.actionFailed} />}
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
      <PlanProgress plan={plan} request={request} />
    </WizardFrame>
  )
}
