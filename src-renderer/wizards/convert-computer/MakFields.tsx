import { Field, makeStyles, RadioGroup } from '@fluentui/react-components'
import { HintedRadio } from '../../components/HintedRadio.tsx'
import { LabKeys } from '../../components/LabKeys.tsx'
import { Section } from '../../components/Section.tsx'
import { convert as words } from '../../strings/convert-computer.ts'
import { extractKey } from '../set-up-kms-host/key-text.ts'
import type { OptionsProps } from '../task-wizard/task-wizard.ts'
import type { ConversionFields } from './conversion-fields.ts'
import type { KeyComputer } from './use-key-check.ts'
import { KeyEntry } from './KeyEntry.tsx'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })
const everyWay = ['online', 'telephone', 'later'] as const

interface Props extends Omit<OptionsProps<ConversionFields>, 'computer'> {
  readonly computer: KeyComputer
  /** When the MAK can be activated: nobody telephones for many computers. */
  readonly ways?: readonly (typeof everyWay)[number][]
}

/** The MAK, and when it is activated. */
export const MakFields = ({ ways = everyWay, ...props }: Props) => {
  const styles = useStyles()
  const { fields, computer, edit } = props
  const choose = (value: string): void => {
    const activation = ways.find((way) => way === value)
    if (activation !== undefined) edit({ activation })
  }
  const change = (mak: string): void => edit({ mak, overruled: [] })
  return (
    <>
      <Section title={words.makTitle}>
        <p className={styles.text}>{words.makWhat}</p>
        <KeyEntry {...props} name="mak" label={words.makLabel} purpose="mak" value={fields.mak} onChange={change} />
      </Section>
      {computer.target.place === 'lab' && (
        <LabKeys kind="mak" title={words.labKeys} onUse={(key) => change(extractKey(key))} />
      )}
      <Section title={words.activationTitle}>
        <Field label={words.activationLabel}>
          <RadioGroup name="activation" value={fields.activation} onChange={(_, data) => choose(data.value)}>
            {ways.map((way) => (
              <HintedRadio
                key={way}
                value={way}
                label={words.activations[way]}
                hint={words.activations[`${way}Hint`]}
              />
            ))}
          </RadioGroup>
        </Field>
      </Section>
    </>
  )
}
