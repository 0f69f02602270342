import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useEffect, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { bridge } from '../../bridge/bridge.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { announce } from '../../components/Announcer.tsx'
import { Page } from '../../components/Page.tsx'
import { errorLookup as words } from '../../strings/error-lookup.ts'
import { LookupAnswer } from './LookupAnswer.tsx'
import { createLookup } from './lookup-store.ts'

const useStyles = makeStyles({
  intro: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  form: { display: 'grid', rowGap: tokens.spacingVerticalM, justifyItems: 'start' },
  field: { width: '100%', maxWidth: '720px' },
  actions: { display: 'flex', columnGap: tokens.spacingHorizontalS },
})

/** Explains result codes, offline. @param text what is looked up at once; "" for nothing */
export const ErrorLookupPage = ({ text }: { readonly text: string }) => {
  const styles = useStyles()
  const [lookup] = useState(() => createLookup(bridge, text))
  const { text: typed, busy, found, error } = useStore(lookup.store)
  useEffect(() => void lookup.lookUp(), [lookup])
  useEffect(() => {
    if (found !== null) announce(found.codes.length === 0 ? words.none : words.found(found.codes.length))
  }, [found])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void lookup.lookUp()
  }
  // Enter looks up; Shift+Enter makes a line, as in a field that takes one code most of the time.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void lookup.lookUp()
  }
  return (
    <Page heading={words.heading}>
      <p className={styles.intro}>{words.intro}</p>
      <form className={styles.form} onSubmit={submit}>
        <Field label={words.field} hint={words.fieldHint} className={styles.field}>
          <Textarea
            value={typed}
            rows={4}
            resize="vertical"
            spellCheck={false}
            onChange={(_, data) => lookup.edit(data.value)}
            onKeyDown={onKeyDown}
          />
        </Field>
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabled={typed.trim() === '' || busy}>
            {words.lookUp}
          </Button>
          <Button disabled={typed === ''} onClick={() => lookup.edit('')}>
            {words.clear}
          </Button>
        </div>
      </form>
      {error !== null && <ErrorPanel error={error} />}
      {found !== null && <LookupAnswer found={found} />}
    </Page>
  )
}
