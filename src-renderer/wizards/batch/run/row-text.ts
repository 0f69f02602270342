import type { BatchRow, BatchRowStep } from '../../../../src-main/contract/models/batch.ts'
import { batchRun as words } from '../../../strings/batch/run.ts'
import { sentenceOf, type ShownError } from '../../../strings/errors.ts'

/** The step that a computer is at, or at which it ended; null before its turn. */
export const presentStep = ({ steps }: BatchRow): BatchRowStep | null =>
  steps.find(({ state }) => state === 'running' || state === 'failed' || state === 'unknown') ??
  steps.findLast(({ state }) => state === 'done') ??
  null

/** The explained error of a computer, from the row or from its step; a sentence of the app's own where neither has one. */
export const errorOfRow = (row: BatchRow): ShownError =>
  row.error ?? row.steps.find(({ error }) => error !== null)?.error ?? words.noReason

/** What is said of a computer in one line: the present step while it runs, what came back or what was in the way after. */
export const rowLine = (row: BatchRow): string => {
  switch (row.state) {
    case 'pending':
      return ''
    case 'discarded':
      return words.neverTouched
    case 'stopped':
    case 'running':
      return presentStep(row)?.title ?? words.connecting
    case 'done':
      return presentStep(row)?.outcome ?? words.allSteps(row.steps.length)
    case 'failed':
    case 'skipped':
    case 'unknown':
      return sentenceOf(errorOfRow(row)).message
  }
}
