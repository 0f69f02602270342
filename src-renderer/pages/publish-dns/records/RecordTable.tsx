import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { SurveyedRecord } from '../../../../src-main/contract/models/dns-survey.ts'
import type { Finding } from '../../../../src-main/contract/models/finding.ts'
import { Cell, DataTable } from '../../../components/DataTable.tsx'
import { FindingList } from '../../../components/FindingList.tsx'
import { LevelIcon } from '../../../components/LevelIcon.tsx'
import { domain as words, page, probeWords, stateWords } from '../../../strings/publish-dns/page.ts'

const levels: Record<SurveyedRecord['state'], Finding['level']> = {
  good: 'ok',
  rogue: 'problem',
  dead: 'problem',
  unsure: 'warning',
}

const useStyles = makeStyles({
  judgement: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
  actions: { display: 'flex', gap: tokens.spacingHorizontalXS },
  figure: { whiteSpace: 'nowrap' },
  target: { fontWeight: tokens.fontWeightSemibold },
})

/** What a person may ask for with a record of the table. */
export interface RecordActions {
  readonly onChange: (record: SurveyedRecord) => void
  readonly onRemove: (record: SurveyedRecord) => void
}

interface Props {
  readonly caption: string
  readonly records: readonly SurveyedRecord[]
  /** Null where the table only shows. */
  readonly actions: RecordActions | null
}

const figures = [words.port, words.priority, words.weight, words.ttl].map((name) => ({ name, numeric: true }))

/** KMS records with what answers behind them, what is thought of them, and what to do. */
export const RecordTable = ({ caption, records, actions }: Props) => {
  const columns = [
    { name: words.target },
    ...figures,
    { name: words.answers },
    { name: words.judgement },
    ...(actions === null ? [] : [{ name: words.actions }]),
  ]
  return (
    <DataTable caption={caption} columns={columns}>
      {records.map((entry) => {
        const { target, port, priority, weight } = entry.record
        return (
          <Row
            key={[target, port, priority, weight].join(' ')}
            entry={entry}
            actions={actions}
            columns={columns.length}
          />
        )
      })}
    </DataTable>
  )
}

interface RowProps {
  readonly entry: SurveyedRecord
  readonly actions: RecordActions | null
  readonly columns: number
}

const Row = ({ entry, actions, columns }: RowProps) => {
  const styles = useStyles()
  const { record, state, probe } = entry
  const findings = entry.findings.filter((finding) => finding.level !== 'ok')
  const joined = findings.length > 0
  return (
    <>
      <tr>
        <Cell header joined={joined}>
          <span className={styles.target}>{record.target}</span>
        </Cell>
        {[record.port, record.priority, record.weight].map((figure, index) => (
          <Cell key={figures[index]?.name} numeric joined={joined}>
            {figure}
          </Cell>
        ))}
        <Cell numeric joined={joined}>
          <span className={styles.figure}>{record.ttl === null ? words.ttlUnknown : words.ttlValue(record.ttl)}</span>
        </Cell>
        <Cell joined={joined}>{probe === null ? probeWords.failed : probeWords[probe.outcome]}</Cell>
        <Cell joined={joined}>
          <span className={styles.judgement}>
            <LevelIcon level={levels[state]} />
            {stateWords[state]}
          </span>
        </Cell>
        {actions !== null && (
          <Cell joined={joined}>
            <div className={styles.actions}>
              <Button
                size="small"
                aria-label={page.changeOf(record.target, record.port)}
                onClick={() => actions.onChange(entry)}
              >
                {page.change}
              </Button>
              <Button
                size="small"
                aria-label={page.removeOf(record.target, record.port)}
                onClick={() => actions.onRemove(entry)}
              >
                {page.remove}
              </Button>
            </div>
          </Cell>
        )}
      </tr>
      {joined && (
        <tr>
          <Cell colSpan={columns}>
            <FindingList findings={findings} label={words.findingsOf(record.target)} />
          </Cell>
        </tr>
      )}
    </>
  )
}
