import { Field, makeStyles, Textarea } from '@fluentui/react-components'
import { problemAt } from '../../components/use-field-focus.ts'
import { configureClient as words } from '../../strings/configure-client/options.ts'
import { suffixesNow } from './present-text.ts'
import { SettingChoice } from './SettingChoice.tsx'
import type { KnownClientProps } from './known-client-props.ts'

const useStyles = makeStyles({ field: { width: '420px', maxWidth: '100%' }, text: { margin: 0 } })

/** The DNS suffix search list, with what it replaces. The list begins with what the computer has. */
export const SuffixFields = ({ fields, snapshot, edit, complaint }: KnownClientProps) => {
  const styles = useStyles()
  const choose = (suffixes: 'keep' | 'list'): void =>
    edit(
      suffixes === 'list' && fields.dnsSuffixes === ''
        ? { suffixes, dnsSuffixes: (snapshot?.dnsSuffixes ?? []).join('\n') }
        : { suffixes },
    )
  return (
    <SettingChoice
      name="suffixes"
      title={words.suffixes}
      label={words.suffixesLabel}
      now={snapshot && suffixesNow(snapshot)}
      value={fields.suffixes}
      choices={[{ value: 'list', label: words.list, hint: words.listHint }]}
      onChoose={choose}
    >
      {fields.suffixes === 'list' && (
        <>
          <Field
            className={styles.field}
            label={words.listField}
            hint={words.listFieldHint}
            {...problemAt(complaint, 'dnsSuffixes')}
          >
            <Textarea
              name="dnsSuffixes"
              rows={4}
              value={fields.dnsSuffixes}
              autoComplete="off"
              spellCheck={false}
              onChange={(_, data) => edit({ dnsSuffixes: data.value })}
            />
          </Field>
          {snapshot !== null && <p className={styles.text}>{words.replaces(suffixesNow(snapshot))}</p>}
        </>
      )}
    </SettingChoice>
  )
}
