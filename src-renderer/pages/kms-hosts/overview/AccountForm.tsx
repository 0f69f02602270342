import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, type FormEvent } from 'react'
import { AccountFields } from '../../../components/AccountFields.tsx'
import { LabAccounts } from '../../../components/LabAccounts.tsx'
import { useFieldFocus } from '../../../components/use-field-focus.ts'
import { overview as words } from '../../../strings/kms-hosts/overview.ts'
import type { Overview, OverviewState } from '../overview-store.ts'

const useStyles = makeStyles({
  form: { display: 'grid', rowGap: tokens.spacingVerticalM },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, marginBottom: tokens.spacingVerticalXS },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  go: { justifySelf: 'start' },
})

interface Props {
  readonly overview: Overview
  readonly state: OverviewState
  readonly inLab: boolean
}

/** The account with which the host is read. */
export const AccountForm = ({ overview, state, inLab }: Props) => {
  const styles = useStyles()
  const area = useRef<HTMLFormElement>(null)
  useFieldFocus(state.complaint, area)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void overview.read()
  }
  return (
    <form ref={area} className={styles.form} noValidate autoComplete="off" aria-label={words.account} onSubmit={submit}>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{words.account}</legend>
        <p className={styles.hint}>{words.accountHint}</p>
        {inLab && <LabAccounts onUse={(user, password) => overview.edit({ user, password })} />}
        <AccountFields
          user={state.user}
          password={state.password}
          complaint={state.complaint}
          onUser={(user) => overview.edit({ user })}
          onPassword={(password) => overview.edit({ password })}
        />
      </fieldset>
      <Button type="submit" className={styles.go}>
        {words.readWithAccount}
      </Button>
    </form>
  )
}
