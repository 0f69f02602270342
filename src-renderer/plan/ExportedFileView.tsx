import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { AppError } from '../../src-main/contract/app-error.ts'
import type { ExportedFile } from '../../src-main/contract/models/plan-export.ts'
import { bridge } from '../bridge/bridge.ts'
import { announce } from '../components/Announcer.tsx'
import { CodeBlock } from '../components/CodeBlock.tsx'
import { Disclosure } from '../components/Disclosure.tsx'
import { ErrorPanel } from '../components/ErrorPanel.tsx'
import { Section } from '../components/Section.tsx'
import { planExport as words } from '../strings/plan-export.ts'

const useStyles = makeStyles({
  text: { margin: 0 },
  save: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
})

/** One file of an export: what it is, its text on demand, and the button that saves it. */
export const ExportedFileView = ({ file, opened }: { readonly file: ExportedFile; readonly opened: boolean }) => {
  const styles = useStyles()
  const { name, kind, bytes, text, notes } = file
  const [isOpen, setOpen] = useState(opened)
  const [told, setTold] = useState<string | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const save = async (): Promise<void> => {
    const result = await bridge.call('file.save', { suggestedName: name, kind, bytes })
    setError(result.ok ? null : result.error)
    const sentence = result.ok ? (result.value.saved ? words.saved(name) : words.notSaved) : null
    setTold(sentence)
    if (sentence !== null) announce(sentence)
  }
  return (
    <Section title={name}>
      {notes.map((note) => (
        <p key={note} className={styles.text}>
          {note}
        </p>
      ))}
      <div className={styles.save}>
        <Button onClick={() => void save()}>{words.save(name)}</Button>
        {told !== null && <span>{told}</span>}
      </div>
      {error !== null && <ErrorPanel error={error} title={words.saveFailed} />}
      <Disclosure title={words.preview(name)} open={isOpen} onToggle={setOpen}>
        <CodeBlock text={text} copyLabel={words.copy(name)} />
      </Disclosure>
    </Section>
  )
}
