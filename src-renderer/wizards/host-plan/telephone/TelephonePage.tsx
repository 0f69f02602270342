import { Button, makeStyles, Spinner } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { WaitingForInput } from '../../../../src-main/contract/models/telephone.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { RunningSteps } from '../../../plan/RunningSteps.tsx'
import { Section } from '../../../components/Section.tsx'
import { setGuarded } from '../../../stores/navigation-store.ts'
import { running } from '../../../strings/set-up-kms-host/running.ts'
import { telephone as words } from '../../../strings/telephone.ts'
import { LeavePlanButtons } from '../LeavePlanButtons.tsx'
import type { PlanPageProps } from '../RunningPage.tsx'
import { SecretsAgain } from '../SecretsAgain.tsx'
import { useEnteredSecrets } from '../use-entered-secrets.ts'
import { isTouched } from './confirmation-blocks.ts'
import { ConfirmationFields } from './ConfirmationFields.tsx'
import { InstallationId } from './InstallationId.tsx'
import { LabTelephone } from './LabTelephone.tsx'
import { PrintSheet } from './PrintSheet.tsx'
import { WhereToCall } from './WhereToCall.tsx'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

/** The step that waits for a person: whom to call, what to read aloud, and the fields for what is told in return. */
export const TelephonePage = ({
  frame,
  state,
  plan: effects,
  waiting,
}: PlanPageProps & { readonly waiting: WaitingForInput }) => {
  const styles = useStyles()
  const { plan, request, confirmation } = state
  const area = useRef<HTMLDivElement>(null)
  const secrets = useEnteredSecrets(plan.missingSecrets, area)
  const typed = isTouched(confirmation.blocks)
  const busy = request === 'providing'
  useEffect(() => {
    setGuarded(typed, words.leave)
    return () => setGuarded(false)
  }, [typed])
  const activate = (): void => {
    if (secrets.areComplete()) void effects.provide(secrets.entered)
  }
  return (
    <WizardFrame
      {...frame}
      heading={words.heading}
      onSubmit={() => !busy && activate()}
      actions={
        <>
          {busy && <Spinner size="tiny" labelPosition="after" label={words.activating} />}
          <Button type="submit" appearance="primary" disabledFocusable={busy}>
            {words.activate}
          </Button>
          <LeavePlanButtons plan={plan} atWork={busy} onDiscard={effects.discard} />
        </>
      }
    >
      {state.error !== null && <ErrorPanel error={state.error} title={running.actionFailed} />}
      {waiting.error !== null && !busy && <ErrorPanel error={waiting.error} title={words.refused} />}
      <p className={styles.text}>{words.intro(plan.targetName)}</p>
      <Panel level="info" title={words.closeNote} />
      {plan.target.place === 'lab' && (
        <LabTelephone
          installationId={waiting.installationId}
          call={effects.callLab}
          onFill={(digits) => effects.confirmation.paste(0, digits)}
        />
      )}
      <WhereToCall waiting={waiting} />
      <InstallationId waiting={waiting} />
      <ConfirmationFields confirmation={confirmation} effects={effects.confirmation} />
      <SecretsAgain secrets={plan.missingSecrets} fields={secrets} area={area} />
      <Section title={running.steps}>
        <RunningSteps steps={plan.steps} now={0} showErrors={false} />
      </Section>
      <PrintSheet waiting={waiting} computer={plan.targetName} />
    </WizardFrame>
  )
}
