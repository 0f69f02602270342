import { Field, makeStyles, RadioGroup, tokens } from '@fluentui/react-components'
import { conversionDirections } from '../../../src-main/contract/conversion-directions.ts'
import { HintedRadio } from '../../components/HintedRadio.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Section } from '../../components/Section.tsx'
import { problemAt } from '../../components/use-field-focus.ts'
import { batchTasks } from '../../strings/batch/tasks.ts'
import { convert } from '../../strings/convert-computer.ts'
import type { BatchOptionsProps } from '../batch/batch-wizard.ts'
import { targetOf } from '../batch/prepare/chosen-computers.ts'
import { ownKey, suggestedKey, type ConversionFields } from './conversion-fields.ts'
import { directionCounts, directionOf } from './conversion-of-many.ts'
import { KeyEntry } from './KeyEntry.tsx'
import { MakFields } from './MakFields.tsx'
import { AfterKeyFields } from './ToClientFields.tsx'
import type { KeyComputer } from './use-key-check.ts'

const words = batchTasks.convert
const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  indented: { marginLeft: tokens.spacingHorizontalXXL },
})

type Props = BatchOptionsProps<ConversionFields>

/** The conversion of many computers: the direction, and the key for it. */
export const ConvertBatchOptions = (props: Props) => {
  const styles = useStyles()
  const { fields, computers, edit, complaint } = props
  const counts = directionCounts(computers)
  const unread = computers.filter((computer) => directionOf(computer) === undefined).length
  const [first] = computers
  const choose = (value: string): void => {
    const direction = conversionDirections.find((one) => one === value)
    if (direction !== undefined) edit({ direction })
  }
  return (
    <>
      <Section title={words.directionTitle}>
        {unread > 0 && <p className={styles.text}>{words.unread(unread)}</p>}
        <Field label={words.direction} {...problemAt(complaint, 'direction')}>
          <RadioGroup name="direction" value={fields.direction ?? ''} onChange={(_, data) => choose(data.value)}>
            {conversionDirections.map((direction) => {
              const count = counts.get(direction) ?? 0
              const none = count === 0 && unread === 0
              const { label, hint } = convert.directions[direction]
              return (
                <HintedRadio
                  key={direction}
                  value={direction}
                  disabled={none}
                  label={words.directionCount(label, count)}
                  hint={none ? words.none : hint}
                />
              )
            })}
          </RadioGroup>
        </Field>
      </Section>
      {fields.direction !== null && first !== undefined && (
        <Keys
          {...props}
          computer={{ target: targetOf(first), snapshot: null }}
          count={counts.get(fields.direction) ?? 0}
        />
      )}
    </>
  )
}

const Keys = (props: Props & { readonly computer: KeyComputer; readonly count: number }) => {
  const styles = useStyles()
  const { fields, edit, complaint, count } = props
  if (fields.direction === 'kms-to-mak')
    return (
      <>
        <MakFields {...props} ways={['online', 'later']} />
        {fields.activation !== 'later' && (
          <Panel level="warning">
            <p className={styles.text}>{words.spends(count)}</p>
          </Panel>
        )}
      </>
    )
  const typed = fields.setupKeyChoice === ownKey
  return (
    <>
      <Section title={convert.setupKeyTitle}>
        <p className={styles.text}>{convert.setupKeyWhat}</p>
        <Field label={words.keyLabel} {...problemAt(typed ? null : complaint, 'setupKey')}>
          <RadioGroup
            name={typed ? 'setupKeyChoice' : 'setupKey'}
            value={fields.setupKeyChoice}
            onChange={(_, data) => edit({ setupKeyChoice: data.value })}
          >
            <HintedRadio value={suggestedKey} label={words.suggested} hint={words.suggestedHint} />
            <HintedRadio value={ownKey} label={convert.typed} hint={words.typedHint} />
          </RadioGroup>
        </Field>
        {typed && (
          <div className={styles.indented}>
            <KeyEntry
              {...props}
              name="setupKey"
              label={convert.typedLabel}
              purpose="kms-client"
              value={fields.typedSetupKey}
              onChange={(typedSetupKey) => edit({ typedSetupKey, overruled: [] })}
            />
          </div>
        )}
      </Section>
      <AfterKeyFields {...props} />
    </>
  )
}
