import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off'
import { EyeRegular } from '@fluentui/react-icons/svg/eye'
import { useState } from 'react'
import { target as words } from '../../strings/target-step.ts'
import type { FieldComplaint } from './target-machine.ts'
import { problemAt } from '../../components/use-field-focus.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalL },
  toggle: { height: '24px', minWidth: '24px', padding: 0 },
  field: { width: '320px', maxWidth: '100%' },
})

interface Props {
  readonly userLabel: string
  readonly passwordLabel: string
  readonly userField: 'user' | 'labUser'
  readonly passwordField: 'password' | 'labPassword'
  readonly user: string
  readonly password: string
  readonly complaint: FieldComplaint | null
  readonly onUser: (text: string) => void
  readonly onPassword: (text: string) => void
}

/** User name and password side by side; the password can be shown. */
export const AccountFields = (props: Props) => {
  const styles = useStyles()
  const [shown, setShown] = useState(false)
  return (
    <div className={styles.row}>
      <Field
        className={styles.field}
        label={props.userLabel}
        hint={words.userHint}
        {...problemAt(props.complaint, props.userField)}
      >
        <Input
          name={props.userField}
          value={props.user}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, data) => props.onUser(data.value)}
        />
      </Field>
      <Field
        className={styles.field}
        label={props.passwordLabel}
        hint={words.passwordHint}
        {...problemAt(props.complaint, props.passwordField)}
      >
        <Input
          name={props.passwordField}
          type={shown ? 'text' : 'password'}
          value={props.password}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, data) => props.onPassword(data.value)}
          contentAfter={
            <Button
              size="small"
              appearance="transparent"
              className={styles.toggle}
              aria-label={shown ? words.hidePassword : words.showPassword}
              icon={shown ? <EyeOffRegular /> : <EyeRegular />}
              onClick={() => setShown(!shown)}
            />
          }
        />
      </Field>
    </div>
  )
}
