import { Button, makeStyles, useRestoreFocusTarget } from '@fluentui/react-components'
import { CommandText } from '../../../components/CommandText.tsx'
import { CopyButton } from '../../../components/CopyButton.tsx'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { FactList } from '../../../components/FactList.tsx'
import { FindingList } from '../../../components/FindingList.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { Section } from '../../../components/Section.tsx'
import { StepTable } from '../../../components/StepTable.tsx'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { common } from '../../../strings/common.ts'
import { review as words } from '../../../strings/set-up-kms-host/review.ts'
import { stepNames, wizard as wizardWords } from '../../../strings/set-up-kms-host/wizard.ts'
import type { OptionFields } from '../draft.ts'
import type { ReviewStep } from '../machine.ts'
import { useWizard } from '../use-wizard.ts'
import { DeferredSettings } from '../../host-plan/DeferredSettings.tsx'
import { ExportButton } from '../../../plan/ExportButton.tsx'
import { CancelButton } from '../../../plan/LeaveButton.tsx'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  copy: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px' },
})

const publishingText = ({ publishing, rows }: OptionFields): string => {
  switch (publishing) {
    case 'automatic':
      return words.publishedAutomatically
    case 'domains':
      return words.publishedIn(rows.map(({ domain }) => domain.trim()).join(', '))
    case 'none':
      return words.publishedNowhere
  }
}

/** Step 4: main's own summary of the plan, and the one button that starts it. */
export const ReviewStepPage = ({ state }: { readonly state: ReviewStep }) => {
  const styles = useStyles()
  const wizard = useWizard()
  const restoreFocus = useRestoreFocusTarget()
  const { plan, key, draft } = state
  const masked = key.phase === 'checked' ? key.check.masked : null
  const blocked = plan.findings.some((finding) => finding.level === 'problem')
  const commands = plan.steps.flatMap((step) => step.equivalent ?? [])
  return (
    <WizardFrame
      title={wizardWords.title}
      stepNames={stepNames}
      step={3}
      heading={words.heading}
      onSubmit={() => void wizard.warning.open()}
      actions={
        <>
          <Button onClick={() => wizard.send({ type: 'back' })}>{common.back}</Button>
          <Button type="submit" appearance="primary" {...restoreFocus}>
            {words.commit(plan.targetName)}
          </Button>
          <CancelButton />
        </>
      }
    >
      <p className={styles.text}>{words.intro(plan.targetName)}</p>
      {state.error !== null && <ErrorPanel error={state.error} title={words.commitFailed} />}
      <FactList
        facts={[
          [words.computer, plan.targetName],
          [words.key, masked === null ? '' : <CommandText key="key" text={masked} />],
          [words.activation, words.activations[draft.options.activation]],
          [words.publishing, publishingText(draft.options)],
          [words.firewall, draft.options.openFirewall ? words.firewallOn(draft.options.port) : words.firewallOff],
        ]}
      />
      {plan.findings.length > 0 && (
        <Section title={words.findings}>
          {blocked && <Panel level="problem" alert title={words.blocked} />}
          <FindingList findings={plan.findings} label={words.findings} />
        </Section>
      )}
      <DeferredSettings deferred={plan.deferred} />
      <Section title={words.caption}>
        <StepTable steps={plan.steps} />
        <div className={styles.copy}>
          <CopyButton text={commands.join('\r\n')} label={words.copyAll} />
          <ExportButton planId={plan.planId} />
          <span>{words.commandsNote}</span>
        </div>
      </Section>
    </WizardFrame>
  )
}
