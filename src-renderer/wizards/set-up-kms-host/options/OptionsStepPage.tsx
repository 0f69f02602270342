import { Button, makeStyles, Spinner } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Section } from '../../../components/Section.tsx'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { common } from '../../../strings/common.ts'
import { options as words } from '../../../strings/set-up-kms-host/options.ts'
import { stepNames, wizard as wizardWords } from '../../../strings/set-up-kms-host/wizard.ts'
import { CancelButton } from '../../../plan/LeaveButton.tsx'
import type { OptionsStep } from '../machine.ts'
import { useFieldFocus } from '../../../components/use-field-focus.ts'
import { useWizard } from '../use-wizard.ts'
import { ActivationChoice } from './ActivationChoice.tsx'
import { IntervalFields } from './IntervalFields.tsx'
import { PortFields } from './PortFields.tsx'
import { PublishingChoice } from './PublishingChoice.tsx'

const useStyles = makeStyles({
  area: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '24px' },
  text: { margin: 0, maxWidth: '720px' },
})

/** Step 3: activation, publishing, port and what is rarer. Everything is set as Windows has it. */
export const OptionsStepPage = ({ state }: { readonly state: OptionsStep }) => {
  const styles = useStyles()
  const wizard = useWizard()
  const area = useRef<HTMLDivElement>(null)
  useFieldFocus(state.complaint, area)
  useEffect(() => void wizard.options.check(), [wizard])
  const { error: checkError } = state.options
  return (
    <WizardFrame
      title={wizardWords.title}
      stepNames={stepNames}
      step={2}
      heading={words.heading}
      onSubmit={() => void wizard.options.next()}
      actions={
        <>
          {state.proposing && <Spinner size="tiny" labelPosition="after" label={words.proposing} />}
          <Button onClick={() => wizard.send({ type: 'back' })}>{common.back}</Button>
          <Button type="submit" appearance="primary">
            {common.next}
          </Button>
          <CancelButton />
        </>
      }
    >
      <div ref={area} className={styles.area}>
        <p className={styles.text}>{words.intro}</p>
        {state.error !== null && <ErrorPanel error={state.error} title={words.proposeFailed} />}
        {checkError !== null && <ErrorPanel error={checkError} title={words.checkFailed} />}
        <Section title={words.activation}>
          <ActivationChoice options={state.draft.options} />
        </Section>
        <Section title={words.publishing}>
          <PublishingChoice state={state} />
        </Section>
        <Section title={words.network}>
          <PortFields state={state} />
        </Section>
        <IntervalFields state={state} />
      </div>
    </WizardFrame>
  )
}
