import { Field, makeStyles, RadioGroup, tokens } from '@fluentui/react-components'
import type { SetupKeyAdvice, SetupKeyChoice } from '../../../src-main/contract/models/conversion.ts'
import { HintedRadio } from '../../components/HintedRadio.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Section } from '../../components/Section.tsx'
import { problemAt } from '../../components/use-field-focus.ts'
import { convert as words } from '../../strings/convert-computer.ts'
import type { OptionsProps } from '../task-wizard/task-wizard.ts'
import { ownKey, suggestedKey, type ConversionFields } from './conversion-fields.ts'
import { KeyEntry } from './KeyEntry.tsx'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  indented: { marginLeft: tokens.spacingHorizontalXXL },
})

interface Offer {
  readonly value: string
  readonly choice: SetupKeyChoice
}

const offersOf = ({ suggestion }: SetupKeyAdvice): readonly Offer[] => {
  switch (suggestion.outcome) {
    case 'one':
      return [
        { value: suggestedKey, choice: suggestion.choice },
        ...suggestion.ifRefused.map((choice) => ({ value: choice.key, choice })),
      ]
    case 'several':
      return suggestion.candidates.map((choice) => ({ value: choice.key, choice }))
    case 'none':
      return []
  }
}

interface Props extends OptionsProps<ConversionFields> {
  readonly advice: SetupKeyAdvice
}

/** The client setup key with what it was chosen for; a person chooses where the edition is not certain. */
export const SetupKeyFields = (props: Props) => {
  const styles = useStyles()
  const { advice, fields, edit, complaint } = props
  const { suggestion, basis } = advice
  const mayType = suggestion.outcome !== 'none' || suggestion.mayType
  const typed = fields.setupKeyChoice === ownKey
  // The complaint finds the field by its name: the input where a key is typed, the list where one is chosen.
  const group = typed ? 'setupKeyChoice' : 'setupKey'
  return (
    <Section title={words.setupKeyTitle}>
      {suggestion.outcome === 'one' && <p className={styles.text}>{words.basis(basis)}</p>}
      {suggestion.outcome === 'several' && (
        <Panel level="warning" title={words.severalTitle}>
          <p className={styles.text}>{words.several(basis)}</p>
        </Panel>
      )}
      {suggestion.outcome === 'none' && (
        <Panel level="warning" title={words.noneTitle}>
          <p className={styles.text}>{suggestion.reason}</p>
          <p className={styles.text}>{suggestion.remedy}</p>
        </Panel>
      )}
      <p className={styles.text}>{words.setupKeyWhat}</p>
      {mayType && (
        <Field label={words.setupKeyLabel} {...problemAt(typed ? null : complaint, 'setupKey')}>
          <RadioGroup
            name={group}
            value={fields.setupKeyChoice}
            onChange={(_, data) => edit({ setupKeyChoice: data.value })}
          >
            {offersOf(advice).map(({ value, choice }) => (
              <HintedRadio
                key={value}
                value={value}
                label={words.keyOf(choice.name)}
                hint={choice.remark === null ? choice.key : `${choice.key}. ${choice.remark}`}
              />
            ))}
            <HintedRadio value={ownKey} label={words.typed} hint={words.typedHint} />
          </RadioGroup>
        </Field>
      )}
      {mayType && typed && (
        <div className={styles.indented}>
          <KeyEntry
            {...props}
            name="setupKey"
            label={words.typedLabel}
            purpose="kms-client"
            value={fields.typedSetupKey}
            onChange={(typedSetupKey) => edit({ typedSetupKey, overruled: [] })}
          />
        </div>
      )}
    </Section>
  )
}
