import { Spinner } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { bridge } from '../../bridge/bridge.ts'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { loadLab, useLab } from '../../stores/lab-store.ts'
import type { WizardOpening } from '../../stores/navigation-store.ts'
import { common } from '../../strings/common.ts'
import type { Place } from '../target-step/target-fields.ts'
import { WizardSteps } from './WizardSteps.tsx'
import { WizardProvider } from './use-wizard.ts'
import { createWizard, type Wizard } from './wizard-store.ts'

/** The wizard "Set up a KMS host". It waits for main's word on whether this computer can be a target. */
export const SetUpKmsHost = ({ opening }: { readonly opening: WizardOpening }) => {
  const canManage = useAppInfo((state) => state.info?.canManageThisComputer)
  if (canManage === undefined && opening.kind !== 'plan') return <Spinner size="small" label={common.loading} />
  return <OpenedWizard opening={opening} place={canManage === true ? 'this-computer' : 'lab'} />
}

interface Props {
  readonly opening: WizardOpening
  /** The place that is chosen at first. */
  readonly place: Place
}

const scenario = (): string => useLab.getState().overview?.scenario ?? ''

/** One opening of the wizard. Its store is made here and dropped when the page is left. */
const OpenedWizard = ({ opening, place }: Props) => {
  const [wizard] = useState(() => createWizard(bridge, opening, place, scenario))
  useEffect(() => {
    void loadLab()
    if (opening.kind === 'plan') void openPlan(wizard, opening)
    return wizard.dispose
  }, [wizard, opening])
  return (
    <WizardProvider value={wizard}>
      <WizardSteps />
    </WizardProvider>
  )
}

/** Shows the plan; resumes it at once where that was asked for and nothing has to be typed first. */
const openPlan = async (wizard: Wizard, opening: Extract<WizardOpening, { kind: 'plan' }>): Promise<void> => {
  await wizard.plan.open(opening.planId)
  const state = wizard.store.getState()
  if (opening.resume && state.step === 'running' && state.plan.missingSecrets.length === 0) await wizard.plan.resume({})
}
