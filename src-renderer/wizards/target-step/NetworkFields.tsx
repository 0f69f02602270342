import { Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { target as words } from '../../strings/target-step.ts'
import type { TargetFields } from './target-fields.ts'
import type { FieldComplaint } from './target-machine.ts'
import { AccountFields } from './AccountFields.tsx'
import { problemAt } from '../../components/use-field-focus.ts'

const useStyles = makeStyles({
  host: { width: '420px', maxWidth: '100%' },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, marginBottom: tokens.spacingVerticalXS },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
})

interface Props {
  readonly target: TargetFields
  readonly complaint: FieldComplaint | null
  readonly edit: (patch: Partial<TargetFields>) => void
}

/** Name and account of a computer on the network. */
export const NetworkFields = ({ target, complaint, edit }: Props) => {
  const styles = useStyles()
  return (
    <>
      <Field
        className={styles.host}
        required
        label={words.host}
        hint={words.hostHint}
        {...problemAt(complaint, 'host')}
      >
        <Input
          name="host"
          value={target.host}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, data) => edit({ host: data.value })}
        />
      </Field>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{words.otherAccount}</legend>
        <p className={styles.hint}>{words.otherAccountHint}</p>
        <AccountFields
          userLabel={words.user}
          passwordLabel={words.password}
          userField="user"
          passwordField="password"
          user={target.user}
          password={target.password}
          complaint={complaint}
          onUser={(user) => edit({ user })}
          onPassword={(password) => edit({ password })}
        />
      </fieldset>
    </>
  )
}
