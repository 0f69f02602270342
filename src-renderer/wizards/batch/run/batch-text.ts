import type { BatchRow, BatchView } from '../../../../src-main/contract/models/batch.ts'
import { hresultText } from '../../../format/hresult.ts'
import { timeText } from '../../../format/time.ts'
import { batchRun as words } from '../../../strings/batch/run.ts'
import { sentenceOf } from '../../../strings/errors.ts'
import type { KnownRows } from './batch-run-state.ts'
import { groupsOf } from './outcome-groups.ts'
import { errorOfRow, isActivationPending, rowLine, rowStateName } from './row-text.ts'

const hasError = (row: BatchRow): boolean =>
  row.state === 'failed' || row.state === 'skipped' || row.state === 'unknown' || isActivationPending(row)

/** One field of CSV. A text that a spreadsheet would run as a formula gets an apostrophe in front. */
const field = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const time = (iso: string | null): string => (iso === null ? '' : timeText(iso))

/** The computers of a batch with their results, as CSV with a line of headings. */
export const batchCsv = (rows: KnownRows): string =>
  [
    words.csv,
    ...rows.flatMap((row) => {
      if (row === null) return []
      const error = hasError(row) ? errorOfRow(row) : null
      return [
        [
          row.name,
          rowStateName(row),
          rowLine(row),
          error === null ? '' : sentenceOf(error).remedy,
          error?.hresult === undefined ? '' : hresultText(error.hresult),
          time(row.startedAt),
          time(row.endedAt),
        ],
      ]
    }),
  ]
    .map((fields) => fields.map(field).join(','))
    .join('\r\n')

/** The result of a batch for a ticket: the heading, what failed and was skipped by cause, then every computer. */
export const batchText = (heading: string, { title }: BatchView, rows: KnownRows): string =>
  [
    `${title}. ${heading}.`,
    ...groupsOf(rows, hasError).flatMap((group) => {
      const { message, remedy } = sentenceOf(group.error)
      return [
        '',
        words.result.group(group.rows.length, message),
        `${words.result.whatToDo}${remedy}`,
        group.rows.map(({ name }) => name).join(', '),
      ]
    }),
    '',
    ...rows.flatMap((row) => (row === null ? [] : [`${row.name}: ${rowStateName(row)}. ${rowLine(row)}`])),
  ].join('\r\n')
