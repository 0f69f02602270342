import { makeStyles, tokens } from '@fluentui/react-components'
import type { JournalEntry } from '../../../src-main/contract/models/journal.ts'
import { journal } from '../../strings/journal.ts'
import { JournalRow } from './JournalRow.tsx'

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  caption: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  head: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
})

const columns = [journal.when, journal.what, journal.computer, journal.outcome]

/** Journal lines; each opens to its details. */
export const JournalTable = ({ entries }: { readonly entries: readonly JournalEntry[] }) => {
  const styles = useStyles()
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{journal.tableCaption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={styles.head}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <JournalRow key={entry.sequence} entry={entry} />
        ))}
      </tbody>
    </table>
  )
}
