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
export const ToClientFields = ({ advice, ...props }: Props) => (
  <>
    <SetupKeyFields {...props} advice={advice.setupKey} />
    <AfterKeyFields {...props} />
  </>
)

/** What a conversion to a KMS client does beside its key, for one computer or for many. */
export const AfterKeyFields = ({ fields, edit }: Pick<OptionsProps<ConversionFields>, 'fields' | 'edit'>) => {
  const styles = useStyles()
  return (
    <>
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
