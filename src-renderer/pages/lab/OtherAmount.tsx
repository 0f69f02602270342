import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { clock as words, units } from '../../strings/lab/lab.ts'
import { readAmount, type Unit } from './amount.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  label: { lineHeight: '32px' },
  amount: { maxWidth: '320px' },
})

const choices: readonly Unit[] = ['minutes', 'hours', 'days']
const isUnit = (value: string): value is Unit => choices.some((choice) => choice === value)

interface Props {
  readonly disabled: boolean
  readonly onAdvance: (minutes: number) => void
}

/** Any amount of time to move the clock on by. */
export const OtherAmount = ({ disabled, onAdvance }: Props) => {
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const [unit, setUnit] = useState<Unit>('hours')
  const [message, setMessage] = useState<string | null>(null)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const amount = readAmount(typed, unit)
    setMessage(amount.ok ? null : amount.message)
    if (!amount.ok) event.currentTarget.querySelector('input')?.focus()
    else if (!disabled) onAdvance(amount.minutes)
  }
  return (
    <form className={styles.form} noValidate autoComplete="off" aria-label={words.amount} onSubmit={submit}>
      <span className={styles.label} aria-hidden="true">
        {words.or}
      </span>
      <Field
        className={styles.amount}
        {...(message === null ? {} : { validationState: 'error', validationMessage: message })}
      >
        <Input
          aria-label={words.amount}
          inputMode="numeric"
          input={{ size: 6 }}
          value={typed}
          onChange={(_, data) => {
            setTyped(data.value)
            setMessage(null)
          }}
        />
      </Field>
      <Select aria-label={words.unit} value={unit} onChange={(_, data) => isUnit(data.value) && setUnit(data.value)}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {units[choice]}
          </option>
        ))}
      </Select>
      <Button type="submit" disabledFocusable={disabled}>
        {words.advance}
      </Button>
    </form>
  )
}
