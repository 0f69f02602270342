import { Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { target as words } from '../../../strings/set-up-kms-host/target.ts'
import type { Complaint } from '../complaints.ts'
import type { TargetFields } from '../draft.ts'
import { useWizard } from '../use-wizard.ts'
import { AccountFields } from './AccountFields.tsx'
import { complaintOf } from './use-complaint.ts'

const useStyles = makeStyles({
  host: { width: '420px', maxWidth: '100%' },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, marginBottom: tokens.spacingVerticalXS },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
})

interface Props {
  readonly target: TargetFields
  readonly complaint: Complaint | null
}

/** Name and account of a computer on the network. */
export const NetworkFields = ({ target, complaint }: Props) => {
  const styles = useStyles()
  const { edit } = useWizard().target
  return (
    <>
      <Field
        className={styles.host}
        required
        label={words.host}
        hint={words.hostHint}
        {...complaintOf(complaint, 'host')}
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
