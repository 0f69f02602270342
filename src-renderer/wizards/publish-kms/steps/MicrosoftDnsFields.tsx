import { makeStyles, tokens } from '@fluentui/react-components'
import { AccountFields } from '../../../components/AccountFields.tsx'
import { LabAccounts } from '../../../components/LabAccounts.tsx'
import { way as words } from '../../../strings/publish-dns/change.ts'
import { useChange, useChangeState } from '../use-change.ts'

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, marginBottom: tokens.spacingVerticalXS },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** The account with which the DNS server is managed. */
export const MicrosoftDnsFields = () => {
  const styles = useStyles()
  const change = useChange()
  const { draft, complaint } = useChangeState()
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.account}</legend>
      <p className={styles.hint}>{words.accountHint}</p>
      {change.opening.place.place === 'lab' && (
        <LabAccounts onUse={(user, password) => change.editWay({ user, password })} />
      )}
      <AccountFields
        user={draft.way.user}
        password={draft.way.password}
        complaint={complaint}
        onUser={(user) => change.editWay({ user })}
        onPassword={(password) => change.editWay({ password })}
      />
    </fieldset>
  )
}
