import { Spinner } from '@fluentui/react-components'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { running as words } from '../../../strings/set-up-kms-host/running.ts'
import { stepNames, wizard as wizardWords } from '../../../strings/set-up-kms-host/wizard.ts'
import type { OpeningStep } from '../machine.ts'
import { CloseButton } from './LeaveButton.tsx'

/** While a plan that exists already is being read. */
export const OpeningStepPage = ({ state }: { readonly state: OpeningStep }) => (
  <WizardFrame
    title={wizardWords.title}
    stepNames={stepNames}
    step={3}
    heading={state.error === null ? words.loading : words.loadFailed}
    actions={<CloseButton />}
  >
    {state.error === null ? <Spinner size="small" label={words.loading} /> : <ErrorPanel error={state.error} />}
  </WizardFrame>
)
