import type { BatchComputerState, BatchRow } from '../contract/models/batch.ts'
import { formatCode } from '../licensing/result-code.ts'
import { byteOrderMark, csvLines } from './report-csv.ts'
import { localIsoOf } from './report-time.ts'

const stateNames: Readonly<Record<BatchComputerState, string>> = {
  pending: 'Waiting',
  running: 'Running',
  stopped: 'Stopped half-way',
  done: 'Done',
  failed: 'Failed',
  skipped: 'Skipped',
  unknown: 'Outcome unknown',
  discarded: 'Not done',
}

const headings = ['Computer', 'State', 'Result', 'What to do', 'Code', 'Steps done', 'Begun', 'Ended']

const time = (iso: string | null): string => (iso === null ? '' : localIsoOf(iso))

/** Done but for the activation, for which Windows goes on asking by itself. */
const isPending = ({ state, steps }: BatchRow): boolean =>
  state === 'done' && steps.some((step) => step.error?.code === 'activation-pending')

const cellsOf = (row: BatchRow) => {
  const { name, state, steps, error, startedAt, endedAt } = row
  const explained = error ?? steps.find((step) => step.error !== null)?.error ?? null
  const done = steps.filter((step) => step.state === 'done')
  const result = explained?.message ?? done.at(-1)?.outcome ?? ''
  const code = explained?.hresult === undefined ? '' : formatCode(explained.hresult)
  const ended = [time(startedAt), time(endedAt)]
  const stateName = isPending(row) ? 'Done, not activated yet' : stateNames[state]
  return [name, stateName, result, explained?.remedy ?? '', code, done.length, ...ended]
}

/** The beginning of a file of results: what spreadsheets know UTF-8 by, and the line of headings. */
export const batchCsvHead = (): string => byteOrderMark + csvLines([headings])

/** Computers of a batch with their results, a line each. What a spreadsheet would take for a formula is harmless. */
export const batchCsvLines = (rows: readonly BatchRow[]): string =>
  rows.length === 0 ? '' : csvLines(rows.map(cellsOf))
