import { Button, Field, makeStyles, Spinner, Textarea, tokens } from '@fluentui/react-components'
import { useRef, type FormEvent } from 'react'
import { useStore } from 'zustand'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { FindingList } from '../../../components/FindingList.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { problemAt, useFieldFocus } from '../../../components/use-field-focus.ts'
import { several as words } from '../../../strings/publish-dns/guides.ts'
import { PermissionCheckList } from './PermissionCheckList.tsx'
import type { SeveralGuide, SeveralState } from './several-store.ts'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  form: { display: 'grid', rowGap: tokens.spacingVerticalL },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  hosts: { width: '420px', maxWidth: '100%' },
})

const fields = ['domain', 'group', 'hosts'] as const

/** The first field that main or the form complains about. */
const complaintOf = ({ error, answer }: SeveralState) => {
  const wrong = error ?? answer?.findings.find(({ level }) => level === 'problem') ?? null
  const field = fields.find((name) => wrong?.field?.startsWith(name))
  if (wrong === null || field === undefined) return null
  return { field, message: [wrong.message, wrong.remedy ?? ''].join(' ').trim() }
}

/** The guide's steps that let several KMS hosts share one SRV record, as a check-list. */
export const SeveralPart = ({ guide }: { readonly guide: SeveralGuide }) => {
  const styles = useStyles()
  const state = useStore(guide.store)
  const area = useRef<HTMLFormElement>(null)
  const complaint = complaintOf(state)
  useFieldFocus(complaint, area)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void guide.show()
  }
  const { answer, error, busy } = state
  const other = answer?.findings.filter((finding) => finding.field === undefined || complaint === null) ?? []
  return (
    <>
      <p className={styles.text}>{words.intro}</p>
      <p className={styles.text}>{words.delegate}</p>
      <form ref={area} className={styles.form} noValidate aria-label={words.show} onSubmit={submit}>
        <div className={styles.row}>
          {(['domain', 'group'] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              required
              label={words[name]}
              value={state.fields[name]}
              complaint={complaint}
              onChange={(value) => guide.edit({ [name]: value })}
            />
          ))}
        </div>
        <Field
          className={styles.hosts}
          required
          label={words.hosts}
          hint={words.hostsHint}
          {...problemAt(complaint, 'hosts')}
        >
          <Textarea
            name="hosts"
            rows={3}
            spellCheck={false}
            value={state.fields.hosts}
            onChange={(_, data) => guide.edit({ hosts: data.value })}
          />
        </Field>
        <div className={styles.row}>
          <Button type="submit" appearance="primary" disabledFocusable={busy}>
            {words.show}
          </Button>
          {busy && <Spinner size="tiny" labelPosition="after" label={words.making} />}
        </div>
      </form>
      {error !== null && complaint === null && <ErrorPanel error={error} title={words.failed} />}
      {other.length > 0 && <FindingList findings={other} label={words.findings} />}
      {answer !== null && answer.steps.length > 0 && (
        <PermissionCheckList steps={answer.steps} done={state.done} onTick={guide.tick} />
      )}
    </>
  )
}
