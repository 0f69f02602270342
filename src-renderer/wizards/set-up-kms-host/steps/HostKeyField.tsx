import { Checkbox, Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import type { ClipboardEvent } from 'react'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { FindingList } from '../../../components/FindingList.tsx'
import { hostKey as words } from '../../../strings/set-up-kms-host/host-key.ts'
import type { HostKeyStep } from '../machine.ts'
import { useWizard } from '../use-wizard.ts'
import { problemAt } from '../../../components/use-field-focus.ts'

const useStyles = makeStyles({
  area: { display: 'grid', rowGap: tokens.spacingVerticalS },
  field: { width: '420px', maxWidth: '100%' },
  input: { fontFamily: tokens.fontFamilyMonospace },
  checking: { justifySelf: 'start' },
})

/** The key itself with what the check found. Not a password field: the person compares it with its source. */
export const HostKeyField = ({ state }: { readonly state: HostKeyStep }) => {
  const styles = useStyles()
  const wizard = useWizard()
  const { key, draft } = state
  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const { selectionStart, selectionEnd, value } = event.currentTarget
    // Pasting into the middle of a typed key is left to the browser.
    if (
      value !== '' &&
      selectionEnd !== null &&
      selectionStart !== null &&
      selectionEnd - selectionStart < value.length
    )
      return
    event.preventDefault()
    wizard.hostKey.paste(event.clipboardData.getData('text'))
  }
  return (
    <div className={styles.area}>
      <Field
        className={styles.field}
        required
        label={words.label}
        hint={words.hint}
        {...problemAt(state.complaint, 'hostKey')}
      >
        <Input
          name="hostKey"
          value={draft.key}
          placeholder={words.placeholder}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          input={{ className: styles.input }}
          onPaste={paste}
          onBlur={() => void wizard.hostKey.check()}
          onChange={(_, data) => wizard.hostKey.edit(data.value)}
        />
      </Field>
      <div aria-live="polite" className={styles.area}>
        {key.phase === 'checking' && (
          <Spinner className={styles.checking} size="tiny" labelPosition="after" label={words.checking} />
        )}
        {key.phase === 'checked' && <FindingList findings={key.check.findings} label={words.label} />}
      </div>
      {key.phase === 'failed' && <ErrorPanel error={key.error} />}
      {key.phase === 'checked' &&
        key.check.findings
          .filter((finding) => finding.level === 'warning')
          .map((finding) => (
            <Field key={finding.check} {...problemAt(state.complaint, 'overrule')}>
              <Checkbox
                name="overrule"
                label={words.overrule}
                checked={draft.overruled.includes(finding.check)}
                onChange={(_, data) =>
                  wizard.send({ type: 'overruled', check: finding.check, on: data.checked === true })
                }
              />
            </Field>
          ))}
    </div>
  )
}
