import { Button, Field, Input, makeStyles } from '@fluentui/react-components'
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off'
import { EyeRegular } from '@fluentui/react-icons/svg/eye'
import { useState } from 'react'
import { problemAt } from './use-field-focus.ts'

const useStyles = makeStyles({
  toggle: { height: '24px', minWidth: '24px', padding: 0 },
  field: { width: '420px', maxWidth: '100%' },
})

interface Props {
  readonly name: string
  readonly label: string
  readonly hint: string
  /** Names of the button that shows and hides what was typed. */
  readonly show: string
  readonly hide: string
  readonly value: string
  readonly complaint: { readonly field: string; readonly message: string } | null
  readonly onChange: (value: string) => void
}

/** A password or another secret; it can be shown. */
export const SecretField = ({ name, label, hint, show, hide, value, complaint, onChange }: Props) => {
  const styles = useStyles()
  const [shown, setShown] = useState(false)
  return (
    <Field className={styles.field} label={label} hint={hint} {...problemAt(complaint, name)}>
      <Input
        name={name}
        type={shown ? 'text' : 'password'}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, data) => onChange(data.value)}
        contentAfter={
          <Button
            size="small"
            appearance="transparent"
            className={styles.toggle}
            aria-label={shown ? hide : show}
            icon={shown ? <EyeOffRegular /> : <EyeRegular />}
            onClick={() => setShown(!shown)}
          />
        }
      />
    </Field>
  )
}
