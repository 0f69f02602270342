import { Checkbox, Field, makeStyles } from '@fluentui/react-components'
import type { ConversionAdvice } from '../../../src-main/contract/models/conversion.ts'
import { Section } from '../../components/Section.tsx'
import { convert as words } from '../../strings/convert-computer.ts'
import type { OptionsProps } from '../task-wizard/task-wizard.ts'
import type { ConversionFields } from './conversion-fields.ts'
import { SetupKeyFields } from './SetupKeyFields.tsx'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

interface Props extends OptionsProps<ConversionFields> {
  readonly advice: ConversionAdvice
}

/** What a conversion to a KMS client needs: its setup key, what a host leaves behind, the activation. */
export const ToClientFields = (props: Props) => {
  const styles = useStyles()
  const { advice, fields, edit } = props
  return (
    <>
      <SetupKeyFields {...props} advice={advice.setupKey} />
      {fields.direction === 'host-to-client' && (
        <Section title={words.leftTitle}>
          <Field hint={words.closeFirewallHint}>
            <Checkbox
              name="closeFirewall"
              label={words.closeFirewall}
              checked={fields.closeFirewall}
              onChange={(_, data) => edit({ closeFirewall: data.checked === true })}
            />
          </Field>
          <p className={styles.text}>{words.recordLeft}</p>
        </Section>
      )}
      <Section title={words.activationTitle}>
        <Field hint={words.activateNowHint}>
          <Checkbox
            name="activateNow"
            label={words.activateNow}
            checked={fields.activateNow}
            onChange={(_, data) => edit({ activateNow: data.checked === true })}
          />
        </Field>
      </Section>
    </>
  )
}
