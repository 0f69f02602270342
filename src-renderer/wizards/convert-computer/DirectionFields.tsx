import { Field, RadioGroup } from '@fluentui/react-components'
import type { ConversionAdvice } from '../../../src-main/contract/models/conversion.ts'
import { HintedRadio } from '../../components/HintedRadio.tsx'
import { Section } from '../../components/Section.tsx'
import { problemAt } from '../../components/use-field-focus.ts'
import { convert as words } from '../../strings/convert-computer.ts'
import type { OptionsProps } from '../task-wizard/task-wizard.ts'
import type { ConversionFields } from './conversion-fields.ts'

interface Props extends OptionsProps<ConversionFields> {
  readonly advice: ConversionAdvice
}

/** The directions, those that are not possible here with the reason. */
export const DirectionFields = ({ advice, fields, edit, complaint }: Props) => {
  const choose = (value: string): void => {
    const chosen = advice.options.find(({ direction }) => direction === value)
    if (chosen !== undefined) edit({ direction: chosen.direction })
  }
  return (
    <Section title={words.directionTitle}>
      <Field label={words.directionLabel} {...problemAt(complaint, 'direction')}>
        <RadioGroup name="direction" value={fields.direction ?? ''} onChange={(_, data) => choose(data.value)}>
          {advice.options.map(({ direction, refusal }) => (
            <HintedRadio
              key={direction}
              value={direction}
              disabled={refusal !== null}
              label={words.directions[direction].label}
              hint={refusal === null ? words.directions[direction].hint : words.notPossible(refusal)}
            />
          ))}
        </RadioGroup>
      </Field>
    </Section>
  )
}
