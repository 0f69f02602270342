import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { BatchComputerState, BatchCounts, BatchRow } from '../../../../src-main/contract/models/batch.ts'
import type { Finding } from '../../../../src-main/contract/models/finding.ts'
import { LevelIcon } from '../../../components/LevelIcon.tsx'
import { VirtualTable, type VirtualColumn } from '../../../components/VirtualTable.tsx'
import { durationText } from '../../../format/time.ts'
import { batchRun as words } from '../../../strings/batch/run.ts'
import type { KnownRows } from './batch-run-state.ts'
import { RowDialog } from './RowDialog.tsx'
import { isActivationPending, rowLine, rowStateName } from './row-text.ts'

const useStyles = makeStyles({
  area: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, border: 'none', margin: 0, padding: 0 },
  state: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  text: { margin: 0 },
})

type Filter = keyof typeof words.filters

const statesOf: Record<Exclude<Filter, 'all'>, readonly BatchComputerState[]> = {
  running: ['running'],
  waiting: ['pending', 'stopped', 'discarded'],
  done: ['done'],
  failed: ['failed', 'unknown'],
  skipped: ['skipped'],
}
const filters = ['all', 'running', 'waiting', 'done', 'failed', 'skipped'] as const satisfies readonly Filter[]

const levels: Record<BatchComputerState, Finding['level']> = {
  pending: 'skipped',
  running: 'info',
  stopped: 'warning',
  done: 'ok',
  failed: 'problem',
  skipped: 'warning',
  unknown: 'problem',
  discarded: 'skipped',
}

const took = ({ startedAt, endedAt }: BatchRow): string =>
  startedAt === null || endedAt === null ? '' : durationText(Date.parse(endedAt) - Date.parse(startedAt))

const StateCell = (row: BatchRow) => {
  const styles = useStyles()
  return (
    <span className={styles.state}>
      <LevelIcon level={isActivationPending(row) ? 'warning' : levels[row.state]} />
      {rowStateName(row)}
    </span>
  )
}

const LineCell = (row: BatchRow) => <span title={rowLine(row)}>{rowLine(row)}</span>

const columns: readonly VirtualColumn<BatchRow>[] = [
  { name: words.columns.name, width: 'minmax(200px, 3fr)', cell: ({ name }) => name },
  { name: words.columns.state, width: '200px', cell: (row) => <StateCell {...row} /> },
  { name: words.columns.step, width: 'minmax(200px, 4fr)', cell: (row) => <LineCell {...row} /> },
  { name: words.columns.took, width: '96px', cell: took },
]

interface Props {
  readonly rows: KnownRows
  readonly counts: BatchCounts
  readonly total: number
}

/** The computers of a batch with their states; the counts above choose which are shown, and a row opens its steps. */
export const ComputerTable = ({ rows, counts, total }: Props) => {
  const styles = useStyles()
  const [filter, setFilter] = useState<Filter>('all')
  const [opened, setOpened] = useState<{ readonly position: number; readonly open: boolean } | null>(null)
  const row = opened === null ? null : (rows[opened.position] ?? null)
  const states = filter === 'all' ? null : statesOf[filter]
  const shown = rows.filter((row) => row !== null).filter(({ state }) => states === null || states.includes(state))
  const countOf = (one: Filter): number =>
    one === 'all' ? total : statesOf[one].reduce((sum, state) => sum + counts[state], 0)
  return (
    <div className={styles.area}>
      <fieldset className={styles.filters} aria-label={words.filter}>
        {filters.map((one) => (
          <ToggleButton key={one} size="small" checked={filter === one} onClick={() => setFilter(one)}>
            {words.filterText(words.filters[one], countOf(one))}
          </ToggleButton>
        ))}
      </fieldset>
      {shown.length === 0 ? (
        <p className={styles.text}>{words.noneShown}</p>
      ) : (
        <VirtualTable
          key={filter}
          caption={words.table}
          rows={shown}
          keyOf={({ position }) => position}
          onOpen={({ position }) => setOpened({ position, open: true })}
          columns={columns}
        />
      )}
      {opened !== null && row !== null && (
        <RowDialog row={row} open={opened.open} onClose={() => setOpened({ ...opened, open: false })} />
      )}
    </div>
  )
}
