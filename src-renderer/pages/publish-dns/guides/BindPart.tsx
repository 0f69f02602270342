import { Button, Field, makeStyles, Select, Spinner, tokens } from '@fluentui/react-components'
import { useRef, type FormEvent } from 'react'
import { useStore } from 'zustand'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useFieldFocus } from '../../../components/use-field-focus.ts'
import { algorithms, record } from '../../../strings/publish-dns/change.ts'
import { bind as words } from '../../../strings/publish-dns/guides.ts'
import { bindComplaint } from './bind-complaint.ts'
import type { BindGuide } from './bind-store.ts'
import { BindHosts } from './BindHosts.tsx'
import { BindWays } from './BindWays.tsx'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  form: { display: 'grid', rowGap: tokens.spacingVerticalL },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalL },
  algorithm: { width: '300px', maxWidth: '100%' },
})

/** BIND configuration to paste: what it is made of, and the ways from weak to strong. */
export const BindPart = ({ guide }: { readonly guide: BindGuide }) => {
  const styles = useStyles()
  const { fields, busy, error, text } = useStore(guide.store)
  const area = useRef<HTMLFormElement>(null)
  const complaint = bindComplaint(error, fields.hosts)
  useFieldFocus(complaint, area)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void guide.make()
  }
  const choose = (name: string): void => {
    const found = algorithms.find(([algorithm]) => algorithm === name)
    if (found !== undefined) guide.edit({ algorithm: found[0] })
  }
  const field = (name: 'domain' | 'zone' | 'keyName' | 'server', label: string) => (
    <TextField
      name={name}
      label={label}
      required={name === 'domain'}
      value={fields[name]}
      complaint={complaint}
      onChange={(value) => guide.edit({ [name]: value })}
    />
  )
  return (
    <>
      <p className={styles.text}>{words.intro}</p>
      <form ref={area} className={styles.form} noValidate aria-label={words.make} onSubmit={submit}>
        <div className={styles.row}>
          {field('domain', words.domain)}
          {field('zone', words.zone)}
        </div>
        <BindHosts guide={guide} hosts={fields.hosts} complaint={complaint} />
        <div className={styles.row}>
          {(['port', 'priority', 'weight', 'ttl'] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              figure
              label={record[name]}
              value={fields[name]}
              complaint={complaint}
              onChange={(value) => guide.edit({ [name]: value })}
            />
          ))}
        </div>
        <div className={styles.row}>
          {field('keyName', words.keyName)}
          <Field className={styles.algorithm} label={words.algorithm}>
            <Select name="algorithm" value={fields.algorithm} onChange={(_, data) => choose(data.value)}>
              {algorithms.map(([algorithm, label]) => (
                <option key={algorithm} value={algorithm}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        {field('server', words.server)}
        <div className={styles.row}>
          <Button type="submit" appearance="primary" disabledFocusable={busy}>
            {words.make}
          </Button>
          {busy && <Spinner size="tiny" labelPosition="after" label={words.making} />}
        </div>
      </form>
      {error !== null && complaint === null && <ErrorPanel error={error} title={words.failed} />}
      {text !== null && <BindWays text={text} />}
    </>
  )
}
