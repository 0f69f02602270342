import { makeStyles, tokens } from '@fluentui/react-components'
import { target as words } from '../strings/target-step.ts'
import { SecretField } from './SecretField.tsx'
import { TextField } from './TextField.tsx'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalL },
})

interface Props {
  readonly user: string
  readonly password: string
  readonly complaint: { readonly field: string; readonly message: string } | null
  readonly onUser: (text: string) => void
  readonly onPassword: (text: string) => void
}

/** User name and password of an account on another computer. */
export const AccountFields = ({ user, password, complaint, onUser, onPassword }: Props) => (
  <div className={useStyles().row}>
    <TextField
      name="user"
      label={words.user}
      hint={words.userHint}
      value={user}
      complaint={complaint}
      onChange={onUser}
    />
    <SecretField
      name="password"
      label={words.password}
      hint={words.passwordHint}
      show={words.showPassword}
      hide={words.hidePassword}
      value={password}
      complaint={complaint}
      onChange={onPassword}
    />
  </div>
)
