import { Field, makeStyles, tokens } from '@fluentui/react-components'
import { FindingList } from '../../../components/FindingList.tsx'
import { Section } from '../../../components/Section.tsx'
import { editHost as words } from '../../../strings/edit-kms-host.ts'
import type { ValueStep } from '../machine.ts'
import { useEdit } from '../use-edit.ts'

const useStyles = makeStyles({
  field: { maxWidth: '560px' },
  input: {
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    // As a small button of Fluent's looks.
    '::file-selector-button': {
      marginRight: tokens.spacingHorizontalS,
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      fontFamily: 'inherit',
      fontSize: tokens.fontSizeBase300,
      fontWeight: tokens.fontWeightSemibold,
      cursor: 'pointer',
    },
    '::file-selector-button:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
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
        {(props) => (
          <input
            {...props}
            type="file"
            name="file"
            accept=".reg"
            className={styles.input}
            onChange={(event) => {
              const picked = event.currentTarget.files?.[0]
              if (picked !== undefined) void pick(picked)
            }}
          />
        )}
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
