import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { CommandText } from '../../components/CommandText.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { timeText } from '../../format/time.ts'
import { useLab } from '../../stores/lab-store.ts'
import { target as words } from '../../strings/target-step.ts'
import type { TargetFields } from './target-fields.ts'
import type { FieldComplaint } from './target-machine.ts'
import { AccountFields } from './AccountFields.tsx'
import { LabComputerLabel } from './LabComputerLabel.tsx'
import { problemAt } from '../../components/use-field-focus.ts'

const useStyles = makeStyles({
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
  accounts: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalXS },
  account: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, marginBottom: tokens.spacingVerticalXS },
})

interface Props {
  readonly target: TargetFields
  readonly complaint: FieldComplaint | null
  readonly edit: (patch: Partial<TargetFields>) => void
}

/** The Lab's computers and its fictional accounts. */
export const LabFields = ({ target, complaint, edit }: Props) => {
  const styles = useStyles()
  const { overview, error } = useLab()
  if (overview === null) return error === null ? null : <ErrorPanel error={error} title={words.labUnavailable} />
  return (
    <>
      <Field
        label={words.labComputer}
        hint={words.labClock(timeText(overview.now))}
        {...problemAt(complaint, 'labHost')}
      >
        <RadioGroup name="labHost" value={target.labHost} onChange={(_, data) => edit({ labHost: data.value })}>
          {overview.computers.map((computer) => (
            <Radio key={computer.host} value={computer.host} label={<LabComputerLabel computer={computer} />} />
          ))}
        </RadioGroup>
      </Field>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{words.labAccounts}</legend>
        <p className={styles.muted}>{words.labAccountsHint}</p>
        <ul className={styles.accounts}>
          {overview.accounts.map((account) => (
            <li key={account.user} className={styles.account}>
              <Button size="small" onClick={() => edit({ labUser: account.user, labPassword: account.password })}>
                {words.fillIn(account.user)}
              </Button>
              <span>
                {words.labPasswordIs} <CommandText text={account.password} />
              </span>
              <span className={styles.muted}>{account.note}</span>
            </li>
          ))}
        </ul>
        <AccountFields
          userLabel={words.labUser}
          passwordLabel={words.labPassword}
          userField="labUser"
          passwordField="labPassword"
          user={target.labUser}
          password={target.labPassword}
          complaint={complaint}
          onUser={(labUser) => edit({ labUser })}
          onPassword={(labPassword) => edit({ labPassword })}
        />
      </fieldset>
    </>
  )
}
