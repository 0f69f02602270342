import type { ReportPart } from '../contract/models/report.ts'
import {
  soonDays,
  type Report,
  type ReportChange,
  type ReportComputer,
  type ReportFigures,
  type ReportPlan,
} from './report-model.ts'

/** What stands in a cell. */
export type CellValue = string | number | boolean | null

/** A column of a report's table: its heading and what stands in a row. */
export interface ReportColumn<T> {
  readonly heading: string
  readonly value: (row: T) => CellValue
}

export const computerColumns: readonly ReportColumn<ReportComputer>[] = [
  { heading: 'Computer', value: (row) => row.name },
  { heading: 'Address used', value: (row) => row.host },
  { heading: 'Group', value: (row) => row.group },
  { heading: 'Tags', value: (row) => row.tags.join('; ') },
  { heading: 'Note', value: (row) => row.note },
  { heading: 'Organisational unit', value: (row) => row.organisationalUnit },
  { heading: 'Windows', value: (row) => row.windows },
  { heading: 'Build', value: (row) => row.build },
  { heading: 'State', value: (row) => row.state },
  { heading: 'Details', value: (row) => row.details },
  { heading: 'What to do', value: (row) => row.whatToDo },
  { heading: 'Channel', value: (row) => row.channel },
  { heading: 'Ends at', value: (row) => row.expiresAt },
  { heading: 'Key (last five)', value: (row) => row.keyLastFive },
  { heading: 'KMS host', value: (row) => row.kmsHost },
  { heading: 'Client machine ID', value: (row) => row.clientMachineId },
  { heading: 'Is a KMS host', value: (row) => row.isKmsHost },
  { heading: 'KMS count', value: (row) => row.kmsCount },
  { heading: 'Result code', value: (row) => row.resultCode },
  { heading: 'Last scan', value: (row) => row.lastScanAt },
]

export const changeColumns: readonly ReportColumn<ReportChange>[] = [
  { heading: 'Computer', value: (row) => row.name },
  { heading: 'Group', value: (row) => row.group },
  { heading: 'Before', value: (row) => row.before },
  { heading: 'Now', value: (row) => row.now },
  { heading: 'Details', value: (row) => row.details },
  { heading: 'What to do', value: (row) => row.whatToDo },
  { heading: 'Last scan', value: (row) => row.lastScanAt },
]

export const planColumns: readonly ReportColumn<ReportPlan>[] = [
  { heading: 'Kind', value: (row) => (row.kind === 'batch' ? 'Batch' : 'Plan') },
  { heading: 'What was done', value: (row) => row.title },
  { heading: 'Steps', value: (row) => row.steps.join('; ') },
  { heading: 'Computers', value: (row) => row.targets.join('; ') },
  { heading: 'By', value: (row) => row.by.join('; ') },
  { heading: 'Began', value: (row) => row.startedAt },
  { heading: 'Ended', value: (row) => row.endedAt },
  { heading: 'Result', value: (row) => row.result },
  { heading: 'Counted', value: (row) => row.turns.of },
  { heading: 'Total', value: (row) => row.turns.total },
  { heading: 'Done', value: (row) => row.turns.done },
  { heading: 'Failed', value: (row) => row.turns.failed },
  { heading: 'Skipped', value: (row) => row.turns.skipped },
  { heading: 'Not known', value: (row) => row.turns.unknown },
  { heading: 'Not done', value: (row) => row.turns.left },
  { heading: 'Trouble', value: (row) => row.troubles.map(({ name, message }) => `${name}: ${message}`).join('; ') },
]

/** A table of a report: headings, and its rows as cells. */
export interface ReportTable {
  readonly headings: readonly string[]
  readonly count: number
  row(index: number): readonly CellValue[]
}

const tableOf = <T>(columns: readonly ReportColumn<T>[], rows: readonly T[]): ReportTable => ({
  headings: columns.map(({ heading }) => heading),
  count: rows.length,
  row: (index) => {
    const row = rows[index]
    return row === undefined ? [] : columns.map(({ value }) => value(row))
  },
})

interface SummaryLine {
  readonly by: string
  readonly name: string
  readonly count: number
}

const figureNames: readonly (readonly [keyof ReportFigures, string])[] = [
  ['computers', 'Computers'],
  ['activated', 'Activated'],
  ['toDo', 'Not activated, or in a grace period'],
  ['notRead', 'Could not be read, or not yet'],
  ['endingSoon', `End within ${soonDays} days, or have ended`],
  ['kmsHosts', 'KMS hosts'],
]

const summaryLines = ({ summary }: Report): readonly SummaryLine[] =>
  summary === null
    ? []
    : [
        ...figureNames.map(([key, name]) => ({ by: 'At a glance', name, count: summary.figures[key] })),
        ...summary.byOutcome.map((count) => ({ by: 'State', ...count })),
        ...summary.byWindows.map((count) => ({ by: 'Windows', ...count })),
        ...summary.byChannel.map((count) => ({ by: 'Channel', ...count })),
        ...summary.byKmsHost.map((count) => ({ by: 'KMS host of KMS clients', ...count })),
      ]

const summaryColumns: readonly ReportColumn<SummaryLine>[] = [
  { heading: 'By', value: ({ by }) => by },
  { heading: 'Value', value: ({ name }) => name },
  { heading: 'Computers', value: ({ count }) => count },
]

/** One part of a report as a table. */
export const reportTable = (report: Report, part: ReportPart): ReportTable => {
  switch (part) {
    case 'summary':
      return tableOf(summaryColumns, summaryLines(report))
    case 'computers':
      return tableOf(computerColumns, report.computers ?? [])
    case 'changes':
      return tableOf(changeColumns, report.changes ?? [])
    case 'plans':
      return tableOf(planColumns, report.plans ?? [])
  }
}
