import type { BatchRow, BatchRowStep } from '../../../../src-main/contract/models/batch.ts'
import { batchRun as words, computerStateNames } from '../../../strings/batch/run.ts'
import { notActivatedYet } from '../../../strings/plan.ts'
import { sentenceOf, type ShownError } from '../../../strings/errors.ts'

/** The step that a computer is at, or at which it ended; null before its turn. */
export const presentStep = ({ steps }: BatchRow): BatchRowStep | null =>
  steps.find(({ state }) => state === 'running' || state === 'failed' || state === 'unknown') ??
  steps.findLast(({ state }) => state === 'done') ??
  null

/** The explained error of a computer, from the row or from its step; a sentence of the app's own where neither has one. */
export const errorOfRow = (row: BatchRow): ShownError =>
  row.error ?? row.steps.find(({ error }) => error !== null)?.error ?? words.noReason

/** Whether a computer's plan is done but for the activation, for which Windows goes on asking by itself. */
export const isActivationPending = ({ state, steps }: BatchRow): boolean =>
  state === 'done' && steps.some((step) => step.state === 'done' && step.error?.code === 'activation-pending')

/** The state of a computer in words. */
export const rowStateName = (row: BatchRow): string =>
  isActivationPending(row) ? notActivatedYet : computerStateNames[row.state]

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
