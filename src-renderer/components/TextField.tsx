import { Field, Input, makeStyles } from '@fluentui/react-components'
import { problemAt } from './use-field-focus.ts'

const useStyles = makeStyles({
  text: { width: '420px', maxWidth: '100%' },
  figure: { width: '170px', maxWidth: '100%' },
  // The browser gives an input the width of twenty characters at least.
  input: { width: '100%', minWidth: 0, '& input': { minWidth: 0 } },
})

interface Props {
  /** Also the name by which a complaint finds the field. */
  readonly name: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly hint?: string
  readonly required?: boolean
  /** As wide as a number needs. */
  readonly figure?: boolean
  readonly readOnly?: boolean
  readonly complaint: { readonly field: string; readonly message: string } | null
}

/** One line of text with its label, hint and what is wrong with it. */
export const TextField = (props: Props) => {
  const styles = useStyles()
  const { name, label, value, onChange, onBlur, hint, required = false, figure = false, readOnly = false } = props
  return (
    <Field
      className={figure ? styles.figure : styles.text}
      label={label}
      required={required}
      {...(hint === undefined ? {} : { hint })}
      {...problemAt(props.complaint, name)}
    >
      <Input
        className={styles.input}
        name={name}
        value={value}
        readOnly={readOnly}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, data) => onChange(data.value)}
        {...(onBlur === undefined ? {} : { onBlur })}
      />
    </Field>
  )
}
