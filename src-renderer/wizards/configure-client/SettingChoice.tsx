import { Field, makeStyles, RadioGroup, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { HintedRadio } from '../../components/HintedRadio.tsx'
import { Section } from '../../components/Section.tsx'
import { configureClient as words } from '../../strings/configure-client/options.ts'

const useStyles = makeStyles({
  now: { margin: 0, maxWidth: '720px', overflowWrap: 'anywhere' },
  label: { color: tokens.colorNeutralForeground2 },
  indented: {
    display: 'grid',
    rowGap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    marginLeft: tokens.spacingHorizontalXXL,
  },
})

interface Choice<V extends string> {
  readonly value: V
  readonly label: string
  readonly hint?: string
}

interface Props<V extends string> {
  /** Name of the group, by which the focus finds it. */
  readonly name: string
  readonly title: string
  readonly label: string
  /** What the computer is set to; null for many computers. */
  readonly now: string | null
  readonly value: V | 'keep'
  readonly choices: readonly Choice<V>[]
  readonly onChoose: (value: V | 'keep') => void
  /** Why the computer lacks the setting; null where it has it. */
  readonly missing?: string | null
  /** What the present choice needs. */
  readonly children?: ReactNode
}

/** One setting of a KMS client: what it is now, and what it shall be. "Leave it as it is" is the first choice. */
export const SettingChoice = <V extends string>(props: Props<V>) => {
  const styles = useStyles()
  const { name, title, label, now, value, choices, onChoose, missing = null, children } = props
  const choose = (chosen: string): void => onChoose(choices.find((choice) => choice.value === chosen)?.value ?? 'keep')
  return (
    <Section title={title}>
      {now !== null && (
        <p className={styles.now}>
          <span className={styles.label}>{words.nowLabel}: </span>
          {now}
        </p>
      )}
      <Field label={label} {...(missing === null ? {} : { hint: missing })}>
        <RadioGroup
          name={name}
          value={missing === null ? value : 'keep'}
          disabled={missing !== null}
          onChange={(_, data) => choose(data.value)}
        >
          <HintedRadio value="keep" label={words.keep} disabled={missing !== null} />
          {choices.map((choice) => (
            <HintedRadio key={choice.value} {...choice} disabled={missing !== null} />
          ))}
        </RadioGroup>
      </Field>
      {children !== undefined && <div className={styles.indented}>{children}</div>}
    </Section>
  )
}
