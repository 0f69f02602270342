import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import type { AppError } from '../../../../src-main/contract/app-error.ts'
import type { ComputerRow } from '../../../../src-main/contract/models/estate.ts'
import { bridge } from '../../../bridge/bridge.ts'
import { announce } from '../../../components/Announcer.tsx'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Section } from '../../../components/Section.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { detailWords as words } from '../../../strings/computers/details.ts'
import { tagChange } from '../model/tags.ts'

const useStyles = makeStyles({
  form: { display: 'grid', rowGap: tokens.spacingVerticalM },
  button: { justifySelf: 'start' },
})

/** Group, tags and note of a computer. What is typed stays until it is saved or the panel is closed. */
export const KeptFields = ({ row }: { readonly row: ComputerRow }) => {
  const styles = useStyles()
  const [group, setGroup] = useState(row.group ?? '')
  const [tags, setTags] = useState(row.tags.join(', '))
  const [note, setNote] = useState(row.note ?? '')
  const [saved, setSaved] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const edit = (set: (value: string) => void) => (value: string) => {
    set(value)
    setSaved(false)
  }
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const answer = await bridge.call('computers.change', {
      place: row.place,
      ids: [row.id],
      change: {
        group: group.trim() === '' ? null : group.trim(),
        note: note.trim() === '' ? null : note,
        ...tagChange(row.tags, tags),
      },
    })
    setError(answer.ok ? null : answer.error)
    setSaved(answer.ok)
    if (answer.ok) announce(words.saved)
  }
  return (
    <Section title={words.kept}>
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        <TextField
          name="group"
          label={words.group}
          hint={words.groupHint}
          value={group}
          complaint={null}
          onChange={edit(setGroup)}
        />
        <TextField
          name="tags"
          label={words.tags}
          hint={words.tagsHint}
          value={tags}
          complaint={null}
          onChange={edit(setTags)}
        />
        <Field label={words.note}>
          <Textarea value={note} maxLength={2000} onChange={(_, data) => edit(setNote)(data.value)} />
        </Field>
        {error !== null && <ErrorPanel error={error} />}
        <Button type="submit" className={styles.button}>
          {words.save}
        </Button>
        {saved && <p>{words.saved}</p>}
      </form>
    </Section>
  )
}
