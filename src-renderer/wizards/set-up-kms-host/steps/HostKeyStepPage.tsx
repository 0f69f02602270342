import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useRef } from 'react'
import { LabKeys } from '../../../components/LabKeys.tsx'
import { Section } from '../../../components/Section.tsx'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { common } from '../../../strings/common.ts'
import { hostKey as words } from '../../../strings/set-up-kms-host/host-key.ts'
import { stepNames, wizard as wizardWords } from '../../../strings/set-up-kms-host/wizard.ts'
import type { HostKeyStep } from '../machine.ts'
import { useWizard } from '../use-wizard.ts'
import { CurrentKey } from './CurrentKey.tsx'
import { HostKeyField } from './HostKeyField.tsx'
import { CancelButton } from '../../../plan/LeaveButton.tsx'
import { HostKeyPairing } from './HostKeyPairing.tsx'
import { useFieldFocus } from '../../../components/use-field-focus.ts'

const useStyles = makeStyles({
  area: { display: 'grid', rowGap: tokens.spacingVerticalXL },
  text: { margin: 0, maxWidth: '720px' },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** Step 2: the host key, checked while it is typed. */
export const HostKeyStepPage = ({ state }: { readonly state: HostKeyStep }) => {
  const styles = useStyles()
  const wizard = useWizard()
  const area = useRef<HTMLDivElement>(null)
  useFieldFocus(state.complaint, area)
  const { test } = state
  const inLab = test.phase === 'done' && test.target.place === 'lab'
  return (
    <WizardFrame
      title={wizardWords.title}
      stepNames={stepNames}
      step={1}
      heading={words.heading}
      onSubmit={() => void wizard.hostKey.next()}
      actions={
        <>
          <Button onClick={() => wizard.send({ type: 'back' })}>{common.back}</Button>
          <Button type="submit" appearance="primary">
            {common.next}
          </Button>
          <CancelButton />
        </>
      }
    >
      <div ref={area} className={styles.area}>
        <HostKeyField state={state} />
        {inLab && <LabKeys kind="kms-host" title={words.labKeys} onUse={wizard.hostKey.paste} />}
        <HostKeyPairing state={state} />
        {test.phase === 'done' && test.result.snapshot !== null && <CurrentKey snapshot={test.result.snapshot} />}
        <Section title={words.whatTitle}>
          <p className={styles.text}>{words.what}</p>
        </Section>
        <Section title={words.whereTitle}>
          <p className={styles.text}>{words.where}</p>
        </Section>
        <p className={styles.muted}>{words.reassurance}</p>
      </div>
    </WizardFrame>
  )
}
