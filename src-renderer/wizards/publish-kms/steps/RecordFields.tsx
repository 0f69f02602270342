import { makeStyles, tokens } from '@fluentui/react-components'
import { TextField } from '../../../components/TextField.tsx'
import { record as words } from '../../../strings/publish-dns/change.ts'
import { problemOf } from '../change-complaints.ts'
import { useChange, useChangeState } from '../use-change.ts'

const useStyles = makeStyles({
  stack: { display: 'grid', rowGap: tokens.spacingVerticalL },
  figures: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalL },
})

/** The fields of a KMS record. The domain of a record that exists is fixed. */
export const RecordFields = () => {
  const styles = useStyles()
  const change = useChange()
  const { draft, complaint, findings } = useChangeState()
  const { record } = draft
  const at = (field: string) => (complaint?.field === field ? complaint : problemOf(findings, field))
  const isNew = draft.op === 'create'
  return (
    <div className={styles.stack}>
      <TextField
        name="domain"
        required={isNew}
        readOnly={!isNew}
        label={words.domain}
        hint={isNew ? words.domainHint : words.domainFixed}
        value={record.domain}
        complaint={at('domain')}
        onChange={(domain) => change.editRecord({ domain })}
      />
      <TextField
        name="target"
        required
        label={words.target}
        hint={words.targetHint}
        value={record.target}
        complaint={at('target')}
        onChange={(target) => change.editRecord({ target })}
      />
      <div className={styles.figures}>
        {(['port', 'priority', 'weight', 'ttl'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            required
            figure
            label={words[name]}
            hint={words[`${name}Hint`]}
            value={record[name]}
            complaint={at(name)}
            onChange={(value) => change.editRecord({ [name]: value })}
          />
        ))}
      </div>
    </div>
  )
}
