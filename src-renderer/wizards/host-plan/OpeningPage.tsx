import { Spinner } from '@fluentui/react-components'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { WizardFrame } from '../../components/WizardFrame.tsx'
import { running as words } from '../../strings/set-up-kms-host/running.ts'
import { CloseButton } from '../../plan/LeaveButton.tsx'
import type { OpeningStep, PlanFrame } from './plan-stage.ts'

/** While a plan that exists already is being read. */
export const OpeningPage = ({ frame, state }: { readonly frame: PlanFrame; readonly state: OpeningStep }) => (
  <WizardFrame {...frame} heading={state.error === null ? words.loading : words.loadFailed} actions={<CloseButton />}>
    {state.error === null ? <Spinner size="small" label={words.loading} /> : <ErrorPanel error={state.error} />}
  </WizardFrame>
)
