import { Button } from '@fluentui/react-components'
import { useRef } from 'react'
import type { PlanState } from '../../../src-main/contract/models/plan.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { WizardFrame } from '../../components/WizardFrame.tsx'
import { LeavePlanButtons } from './LeavePlanButtons.tsx'
import { isAtWork } from '../../plan/plan-states.ts'
import { PlanProgress } from '../../plan/PlanProgress.tsx'
import { running as words } from '../../strings/set-up-kms-host/running.ts'
import type { PlanEffects } from './plan-effects.ts'
import type { PlanFrame, RunningStep } from './plan-stage.ts'
import { SecretsAgain } from './SecretsAgain.tsx'
import { useEnteredSecrets } from './use-entered-secrets.ts'

const headingOf = (state: PlanState, running: string): string => {
  switch (state) {
    case 'interrupted':
      return words.headingInterrupted
    case 'waiting-for-input':
      return words.headingWaiting
    case 'stopped':
      return words.headingStopped
    case 'proposed':
    case 'running':
    case 'stopping':
    case 'done':
    case 'failed':
    case 'discarded':
      return running
  }
}

/** What the pages of a plan under way are given. */
export interface PlanPageProps {
  readonly frame: PlanFrame
  readonly state: RunningStep
  readonly plan: PlanEffects
  /** The heading while it runs. */
  readonly running: string
}

/** The last step while the plan runs, or waits to be resumed. */
export const RunningPage = ({ frame, state, plan: effects, running }: PlanPageProps) => {
  const { plan, request } = state
  const area = useRef<HTMLDivElement>(null)
  const secrets = useEnteredSecrets(plan.missingSecrets, area)
  const atWork = isAtWork(plan.state) || request === 'resuming' || request === 'providing'
  const resume = (): void => {
    if (secrets.areComplete()) void effects.resume(secrets.entered)
  }
  return (
    <WizardFrame
      {...frame}
      heading={headingOf(atWork ? 'running' : plan.state, running)}
      onSubmit={() => !atWork && resume()}
      actions={
        <>
          {atWork && plan.state === 'running' && <Button onClick={() => void effects.stop()}>{words.stop}</Button>}
          {!atWork && (
            <Button type="submit" appearance="primary">
              {words.resume}
            </Button>
          )}
          <LeavePlanButtons plan={plan} atWork={atWork} onDiscard={effects.discard} />
        </>
      }
    >
      {state.error !== null && <ErrorPanel error={state.error} title={words.actionFailed} />}
      {!atWork && <SecretsAgain secrets={plan.missingSecrets} fields={secrets} area={area} />}
      <PlanProgress plan={plan} request={request === 'providing' ? 'resuming' : request} />
    </WizardFrame>
  )
}
