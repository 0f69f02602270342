import type { BatchRow, BatchView } from '../../../../src-main/contract/models/batch.ts'
import { batchRun as words } from '../../../strings/batch/run.ts'
import { sentenceOf } from '../../../strings/errors.ts'
import type { KnownRows } from './batch-run-state.ts'
import { groupsOf } from './outcome-groups.ts'
import { isActivationPending, rowLine, rowStateName } from './row-text.ts'

const hasError = (row: BatchRow): boolean =>
  row.state === 'failed' || row.state === 'skipped' || row.state === 'unknown' || isActivationPending(row)

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
