import { Button, Spinner } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { AppError } from '../../../../src-main/contract/app-error.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { MissingSecrets, type EnteredSecrets } from '../../../plan/MissingSecrets.tsx'
import type { PlanRun, PlanRunState } from '../../../plan/plan-run.ts'
import { isAtWork } from '../../../plan/plan-states.ts'
import { PlanProgress } from '../../../plan/PlanProgress.tsx'
import { ask } from '../../../stores/question-store.ts'
import { discardQuestion } from '../../../strings/home.ts'
import { plan as words, stepNames } from '../../../strings/publish-dns/change.ts'
import { running } from '../../../strings/set-up-kms-host/running.ts'

interface OpeningProps {
  readonly title: string
  readonly error: AppError | null
  readonly onClose: () => void
}

/** While a plan that exists already is being read. */
export const OpeningStep = ({ title, error, onClose }: OpeningProps) => (
  <WizardFrame
    title={title}
    stepNames={stepNames}
    step={3}
    heading={error === null ? words.openingHeading : words.openFailed}
    actions={<Button onClick={onClose}>{running.close}</Button>}
  >
    {error === null ? <Spinner size="small" label={words.openingHeading} /> : <ErrorPanel error={error} />}
  </WizardFrame>
)

interface Props {
  readonly title: string
  readonly run: PlanRun
  readonly state: Extract<PlanRunState, { phase: 'running' }>
  readonly onClose: () => void
}

/** Step 4 while the plan runs, or waits to be resumed. */
export const WritingStep = ({ title, run, state, onClose }: Props) => {
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
      title={title}
      stepNames={stepNames}
      step={3}
      heading={words.runningHeading}
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
