import { Checkbox, Field, makeStyles, RadioGroup, tokens } from '@fluentui/react-components'
import { HintedRadio } from '../../../components/HintedRadio.tsx'
import { Section } from '../../../components/Section.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { batchPolicy as words } from '../../../strings/batch/policy.ts'
import type { FieldComplaint } from '../../target-step/target-machine.ts'
import type { PolicyFields } from './policy-fields.ts'

const useStyles = makeStyles({
  indented: { marginLeft: tokens.spacingHorizontalXXL },
  part: { display: 'grid', rowGap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
})

const answers: readonly PolicyFields['onFailure'][] = ['continue', 'stop-at-first', 'stop-after']

interface Props {
  readonly policy: PolicyFields
  /** How many computers there are. */
  readonly count: number
  readonly edit: (patch: Partial<PolicyFields>) => void
  readonly complaint: FieldComplaint | null
}

/** How the batch goes through its computers: what a failure means, a first few, how many at once. */
export const PolicyPart = ({ policy, count, edit, complaint }: Props) => {
  const styles = useStyles()
  const choose = (value: string): void => {
    const onFailure = answers.find((answer) => answer === value)
    if (onFailure !== undefined) edit({ onFailure })
  }
  return (
    <Section title={words.title}>
      <div className={styles.part}>
        {count > 1 && (
          <Field hint={words.tryFirstHint}>
            <Checkbox
              name="tryFirst"
              label={words.tryFirst}
              checked={policy.tryFirst}
              onChange={(_, data) => edit({ tryFirst: data.checked === true })}
            />
          </Field>
        )}
        {count > 1 && policy.tryFirst && (
          <div className={styles.indented}>
            <TextField
              name="first"
              figure
              label={words.first}
              value={policy.first}
              complaint={complaint}
              onChange={(first) => edit({ first })}
            />
          </div>
        )}
        <Field label={words.onFailure}>
          <RadioGroup name="onFailure" value={policy.onFailure} onChange={(_, data) => choose(data.value)}>
            <HintedRadio value="continue" label={words.continue} hint={words.continueHint} />
            <HintedRadio value="stop-at-first" label={words.stopAtFirst} hint={words.stopAtFirstHint} />
            <HintedRadio value="stop-after" label={words.stopAfter} hint={words.stopAfterHint} />
          </RadioGroup>
        </Field>
        {policy.onFailure === 'stop-after' && (
          <div className={styles.indented}>
            <TextField
              name="stopAfter"
              figure
              label={words.stopAfterNumber}
              value={policy.stopAfter}
              complaint={complaint}
              onChange={(stopAfter) => edit({ stopAfter })}
            />
          </div>
        )}
        <TextField
          name="concurrency"
          figure
          label={words.concurrency}
          hint={words.concurrencyHint}
          value={policy.concurrency}
          complaint={complaint}
          onChange={(concurrency) => edit({ concurrency })}
        />
      </div>
    </Section>
  )
}
