import { Checkbox, Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import type { ClipboardEvent } from 'react'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { FindingList } from '../../components/FindingList.tsx'
import { problemAt } from '../../components/use-field-focus.ts'
import { convert as words } from '../../strings/convert-computer.ts'
import { extractKey } from '../set-up-kms-host/key-text.ts'
import type { OptionsProps } from '../task-wizard/task-wizard.ts'
import type { ConversionFields } from './conversion-fields.ts'
import { type ConversionKeyPurpose, type KeyComputer, useKeyCheck } from './use-key-check.ts'

const useStyles = makeStyles({
  area: { display: 'grid', rowGap: tokens.spacingVerticalS },
  field: { width: '420px', maxWidth: '100%' },
  input: { fontFamily: tokens.fontFamilyMonospace },
  checking: { justifySelf: 'start' },
})

interface Props extends Omit<OptionsProps<ConversionFields>, 'computer'> {
  readonly computer: KeyComputer
  /** Also the name by which a complaint finds the field. */
  readonly name: string
  readonly label: string
  readonly purpose: ConversionKeyPurpose
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A product key with what its check found. Not a password field: the person compares it with its source. */
export const KeyEntry = ({ name, label, purpose, value, onChange, fields, computer, edit, complaint }: Props) => {
  const styles = useStyles()
  const check = useKeyCheck(value, purpose, computer)
  const warnings = check.phase === 'checked' ? check.findings.filter(({ level }) => level === 'warning') : []
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const { selectionStart, selectionEnd, value: present } = event.currentTarget
    // Pasting into the middle of a typed key is left to the browser.
    if (present !== '' && (selectionEnd ?? 0) - (selectionStart ?? 0) < present.length) return
    event.preventDefault()
    onChange(extractKey(event.clipboardData.getData('text')))
  }
  const overrule = (check_: string, on: boolean): void => {
    const others = fields.overruled.filter((one) => one !== check_)
    edit({ overruled: on ? [...others, check_] : others })
  }
  return (
    <div className={styles.area}>
      <Field className={styles.field} required label={label} hint={words.keyHint} {...problemAt(complaint, name)}>
        <Input
          name={name}
          value={value}
          placeholder={words.keyPlaceholder}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          input={{ className: styles.input }}
          onPaste={paste}
          onChange={(_, data) => onChange(data.value)}
        />
      </Field>
      <div aria-live="polite" className={styles.area}>
        {check.phase === 'checking' && (
          <Spinner className={styles.checking} size="tiny" labelPosition="after" label={words.checking} />
        )}
        {check.phase === 'checked' && <FindingList findings={check.findings} label={label} />}
      </div>
      {check.phase === 'failed' && <ErrorPanel error={check.error} />}
      {warnings.map((finding) => (
        <Checkbox
          key={finding.check}
          name={`overrule-${finding.check}`}
          label={words.overrule}
          checked={fields.overruled.includes(finding.check)}
          onChange={(_, data) => overrule(finding.check, data.checked === true)}
        />
      ))}
    </div>
  )
}
