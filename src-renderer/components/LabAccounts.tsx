import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useLab } from '../stores/lab-store.ts'
import { target as words } from '../strings/target-step.ts'
import { CommandText } from './CommandText.tsx'

const useStyles = makeStyles({
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalXS },
  account: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
})

/** The fictional accounts of the Lab's scenario, each with a button that fills it in. */
export const LabAccounts = ({ onUse }: { readonly onUse: (user: string, password: string) => void }) => {
  const styles = useStyles()
  const accounts = useLab((lab) => lab.overview?.accounts) ?? []
  return (
    <>
      <p className={styles.muted}>{words.labAccountsHint}</p>
      <ul className={styles.list} aria-label={words.labAccounts}>
        {accounts.map(({ user, password, note }) => (
          <li key={user} className={styles.account}>
            <Button size="small" onClick={() => onUse(user, password)}>
              {words.fillIn(user)}
            </Button>
            <span>
              {words.labPasswordIs} <CommandText text={password} />
            </span>
            <span className={styles.muted}>{note}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
