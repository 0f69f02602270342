import { makeStyles } from '@fluentui/react-components'
import type { ComputerEntry, ComputerPreview } from '../../../../src-main/contract/models/estate-adding.ts'
import { Cell, DataTable } from '../../../components/DataTable.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { Section } from '../../../components/Section.tsx'
import { addingWords as words } from '../../../strings/computers/adding.ts'

const useStyles = makeStyles({ text: { margin: 0 } })

/** Lines of each part of a preview that are drawn. */
const drawn = 50

const more = ({ group, tags, ou }: ComputerEntry): string =>
  [group, tags.join(', '), ou].filter((text) => text !== null && text !== '').join(' · ')

/** What would be added, and what was not taken, line by line. */
export const AddPreview = ({ preview }: { readonly preview: ComputerPreview }) => {
  const styles = useStyles()
  const { entries, problems, total, known, problemCount, limited } = preview
  return (
    <>
      {problemCount > 0 && (
        <Panel
          level={problems.some(({ level }) => level === 'error') ? 'problem' : 'warning'}
          title={words.problems(problemCount)}
          alert
        >
          {problemCount > drawn && <p className={styles.text}>{words.first(drawn)}</p>}
          <DataTable
            caption={words.problems(problemCount)}
            columns={[
              { name: words.line, numeric: true },
              { name: words.field },
              { name: words.value },
              { name: words.why },
            ]}
          >
            {problems.slice(0, drawn).map((problem, index) => (
              <tr key={index}>
                <Cell numeric>{problem.line ?? ''}</Cell>
                <Cell>{problem.field}</Cell>
                <Cell>{problem.value}</Cell>
                <Cell>
                  {problem.message} {problem.remedy}
                </Cell>
              </tr>
            ))}
          </DataTable>
        </Panel>
      )}
      <Section title={words.previewTitle}>
        <p className={styles.text}>
          {total === 0 ? words.noneFound : words.found(total, known)} {total > drawn && words.first(drawn)}{' '}
          {limited && words.limited}
        </p>
        {total > 0 && (
          <DataTable
            caption={words.previewTitle}
            columns={[{ name: words.computer }, { name: words.state }, { name: words.windows }, { name: words.more }]}
          >
            {entries.slice(0, drawn).map((entry) => (
              <tr key={entry.index}>
                <Cell header>{entry.host}</Cell>
                <Cell>{entry.known ? words.known : words.fresh}</Cell>
                <Cell>{entry.osCaption ?? ''}</Cell>
                <Cell>{more(entry)}</Cell>
              </tr>
            ))}
          </DataTable>
        )}
      </Section>
    </>
  )
}
