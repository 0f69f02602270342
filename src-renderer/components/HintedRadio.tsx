import { makeStyles, mergeClasses, Radio, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  label: { color: tokens.colorNeutralForeground1 },
  hint: { display: 'block', color: tokens.colorNeutralForeground2, maxWidth: '680px' },
  disabled: { color: tokens.colorNeutralForegroundDisabled },
})

interface Props {
  readonly value: string
  readonly label: string
  readonly hint?: string
  /** Whether it cannot be chosen; the hint then says why. */
  readonly disabled?: boolean
}

/** A choice, with a sentence that says what it means. */
export const HintedRadio = ({ value, label, hint, disabled = false }: Props) => {
  const styles = useStyles()
  return (
    <Radio
      value={value}
      disabled={disabled}
      label={
        <>
          <span className={mergeClasses(styles.label, disabled && styles.disabled)}>{label}</span>
          {hint !== undefined && <span className={styles.hint}>{hint}</span>}
        </>
      }
    />
  )
}
