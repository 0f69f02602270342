import { Field, Input, makeStyles } from '@fluentui/react-components'
import type { PlanView } from '../../src-main/contract/models/plan.ts'
import { Section } from '../components/Section.tsx'
import { running as words } from '../strings/set-up-kms-host/running.ts'
import { extractKey } from '../wizards/set-up-kms-host/key-text.ts'

/** What was typed, by the names in `missingSecrets`. */
export type EnteredSecrets = Readonly<Record<string, string>>

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' }, field: { width: '420px', maxWidth: '100%' } })

interface Props {
  readonly secrets: PlanView['missingSecrets']
  readonly entered: EnteredSecrets
  /** Name of the secret that was left out, as Resume found it. */
  readonly complaint: string | null
  readonly onChange: (name: string, value: string) => void
}

/** Keys and passwords that a resumed plan needs again. */
export const MissingSecrets = ({ secrets, entered, complaint, onChange }: Props) => {
  const styles = useStyles()
  return (
    <Section title={words.secretsTitle}>
      <p className={styles.text}>{words.secretsBody}</p>
      {secrets.map(({ name, label, lastFive }) => (
        <Field
          key={name}
          required
          className={styles.field}
          label={words.secretLabel(label, lastFive)}
          {...(complaint === name
            ? { validationState: 'error' as const, validationMessage: words.secretMissing(label) }
            : {})}
        >
          <Input
            name={name}
            type={lastFive === null ? 'password' : 'text'}
            value={entered[name] ?? ''}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, data) => onChange(name, lastFive === null ? data.value : extractKey(data.value))}
          />
        </Field>
      ))}
    </Section>
  )
}
