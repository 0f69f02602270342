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

const cellsOf = ({ name, state, steps, error, startedAt, endedAt }: BatchRow) => {
  const explained = state === 'done' ? null : (error ?? steps.find((step) => step.error !== null)?.error ?? null)
  const done = steps.filter((step) => step.state === 'done')
  const result = explained?.message ?? done.at(-1)?.outcome ?? ''
  const code = explained?.hresult === undefined ? '' : formatCode(explained.hresult)
  const ended = [time(startedAt), time(endedAt)]
  return [name, stateNames[state], result, explained?.remedy ?? '', code, done.length, ...ended]
}

/** The beginning of a file of results: what spreadsheets know UTF-8 by, and the line of headings. */
export const batchCsvHead = (): string => byteOrderMark + csvLines([headings])

/** Computers of a batch with their results, a line each. What a spreadsheet would take for a formula is harmless. */
export const batchCsvLines = (rows: readonly BatchRow[]): string => (rows.length === 0 ? '' : csvLines(rows.map(cellsOf)))
