import { useEffect, useState } from 'react'
import { KmsKeyWarning } from '../../dialogs/KmsKeyWarning.tsx'
import { setGuarded } from '../../stores/navigation-store.ts'
import { isEdited } from './draft.ts'
import type { ReviewStep, WizardState } from './machine.ts'
import { HostKeyStepPage } from './steps/HostKeyStepPage.tsx'
import { stepNames, targetWords, wizard as words } from '../../strings/set-up-kms-host/wizard.ts'
import { OpeningPage } from '../host-plan/OpeningPage.tsx'
import { PlanUnderWay } from '../host-plan/PlanUnderWay.tsx'
import { HostResultPage } from './HostResultPage.tsx'
import { OptionsStepPage } from './options/OptionsStepPage.tsx'
import { ReviewStepPage } from './steps/ReviewStepPage.tsx'
import { TargetStepPage } from '../target-step/TargetStepPage.tsx'
import { useWizard, useWizardState } from './use-wizard.ts'

/** The page of the present step. Leaving asks first while something typed would be lost. */
export const WizardSteps = () => {
  const state = useWizardState()
  const edited = 'draft' in state && isEdited(state.draft)
  useEffect(() => {
    setGuarded(edited)
    return () => setGuarded(false)
  }, [edited])
  return (
    <>
      <Page state={state} />
      <WarningOverReview state={state} />
    </>
  )
}

/** The warning. It stays mounted after its answer, with what it said last, so that Fluent can close it properly. */
const WarningOverReview = ({ state }: { readonly state: WizardState }) => {
  const { warning, send } = useWizard()
  const open = state.step === 'review' && state.warning.phase === 'open'
  const [last, setLast] = useState<ReviewStep | null>(null)
  if (open && state !== last) setLast(state)
  if (last?.warning.phase !== 'open') return null
  return (
    <KmsKeyWarning
      open={open}
      name={last.plan.targetName}
      hosts={last.warning.hosts}
      committing={last.warning.committing}
      onConfirm={() => void warning.confirm()}
      onCancel={() => send({ type: 'warning-closed' })}
    />
  )
}

const frame = { title: words.title, stepNames, step: stepNames.length - 1 }

const Page = ({ state }: { readonly state: WizardState }) => {
  const wizard = useWizard()
  switch (state.step) {
    case 'target':
      return (
        <TargetStepPage
          title={words.title}
          stepNames={stepNames}
          words={targetWords}
          state={{ target: state.draft.target, test: state.test, complaint: state.complaint }}
          effects={wizard.target}
        />
      )
    case 'host-key':
      return <HostKeyStepPage state={state} />
    case 'options':
      return <OptionsStepPage state={state} />
    case 'review':
      return <ReviewStepPage state={state} />
    case 'opening':
      return <OpeningPage frame={frame} state={state} />
    case 'running':
      return (
        <PlanUnderWay frame={frame} state={state} plan={wizard.plan} running={words.running(state.plan.targetName)} />
      )
    case 'result':
      return <HostResultPage frame={frame} state={state} plan={wizard.plan} />
  }
}
