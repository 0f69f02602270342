import { Field, makeStyles, tokens } from '@fluentui/react-components'
import { FileInput } from '../../../components/FileInput.tsx'
import { FindingList } from '../../../components/FindingList.tsx'
import { Section } from '../../../components/Section.tsx'
import { editHost as words } from '../../../strings/edit-kms-host.ts'
import type { ValueStep } from '../machine.ts'
import { useEdit } from '../use-edit.ts'

const useStyles = makeStyles({
  field: { maxWidth: '560px' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
})

/** A .reg file with what it holds, in sentences, or why it is refused. */
export const FilePicker = ({ state }: { readonly state: ValueStep }) => {
  const styles = useStyles()
  const { pick } = useEdit()
  const { file } = state.fields
  const { complaint } = state
  return (
    <>
      <Field
        className={styles.field}
        required
        label={words.file}
        hint={words.fileHint}
        {...(complaint === null ? {} : { validationState: 'error' as const, validationMessage: complaint.message })}
      >
        {(props) => <FileInput {...props} name="file" accept=".reg" onPick={(picked) => void pick(picked)} />}
      </Field>
      <div aria-live="polite">
        {file !== null && (
          <Section title={file.check.values === null ? words.fileRefused(file.name) : words.fileHolds(file.name)}>
            {file.check.sentences.length > 0 && (
              <ul className={styles.list}>
                {file.check.sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
            {file.check.findings.length > 0 && <FindingList findings={file.check.findings} label={words.file} />}
          </Section>
        )}
      </div>
    </>
  )
}
