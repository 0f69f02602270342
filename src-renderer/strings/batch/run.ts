import type { BatchComputerState, BatchState } from '../../../src-main/contract/models/batch.ts'
import type { ShownError } from '../errors.ts'

const computers = (count: number): string => (count === 1 ? 'one computer' : `${count} computers`)
const Computers = (count: number): string => (count === 1 ? 'One computer' : `${count} computers`)
const others = (count: number): string => (count === 1 ? 'the other computer' : `the other ${count} computers`)

const noReason: ShownError = {
  code: 'internal',
  message: 'It did not end as it should, and no reason is known.',
  remedy: 'Open its steps, then check this computer.',
  retryable: true,
}

/** A computer of a batch, in words. */
export const computerStateNames: Record<BatchComputerState, string> = {
  pending: 'Waiting',
  running: 'Running',
  stopped: 'Stopped half-way',
  done: 'Done',
  failed: 'Failed',
  skipped: 'Skipped',
  unknown: 'Outcome unknown',
  discarded: 'Not done',
}

/** A batch, in words. */
export const batchStateNames: Record<BatchState, string> = {
  proposed: 'Proposed',
  running: 'Running',
  stopping: 'Stopping',
  stopped: 'Stopped',
  waiting: 'Waits for you',
  interrupted: 'Interrupted',
  done: 'Done',
  discarded: 'Discarded',
}

/** The words of a batch from its review to its result. */
export const batchRun = {
  noReason,
  neverTouched: 'It was never begun.',
  connecting: 'Looking at the computer',
  allSteps: (count: number) => (count === 1 ? 'Its step ran.' : `All ${count} steps ran.`),
  review: {
    heading: (count: number) => `Review what will be done on ${computers(count)}`,
    intro:
      'The same steps for each of them, in this order. A computer is looked at when its turn comes: what it has already is not done again, and where a step does not fit it is skipped with the reason.',
    steps: 'Steps on each computer',
    perComputer: 'Decided at each computer',
    how: 'How it goes through them',
    computers: 'Computers',
    place: 'Its turn',
    blocked: 'It cannot run as it is. Go back and mend what is marked as a problem.',
    findings: 'Before you start',
    commitFailed: 'It was not started',
    starting: 'Starting',
    retryCommit: (count: number) => `Run again on ${computers(count)}`,
  },
  hostWarning: (count: number) => ({
    title: `Make ${computers(count)} KMS hosts?`,
    body: 'Installing a KMS host key makes each of them a KMS host: it offers activation to the whole network. One host key can set up at most 6 hosts. Ordinary computers need no key of this kind.',
    confirm: `Make ${computers(count)} KMS hosts`,
    cancel: 'Cancel',
  }),
  makWarning: (count: number) => ({
    title: `Spend up to ${count} activations of the MAK?`,
    body: `${count === 1 ? 'One computer is' : `${count} computers are`} activated with Microsoft, and each spends one activation of the key. Microsoft gives none back: not by converting a computer back, and not by installing it anew.`,
    confirm: `Spend up to ${count}`,
    cancel: 'Cancel',
  }),
  rearmWarning: (count: number) => ({
    title: `Rearm ${computers(count)}?`,
    body: `${count === 1 ? 'It' : 'Each of them'} spends one of its few rearms, which cannot be given back, and is no longer activated until it asks again. Windows needs a restart afterwards.`,
    confirm: `Rearm ${computers(count)}`,
    cancel: 'Cancel',
  }),
  opening: 'Reading the batch',
  openFailed: 'The batch could not be read',
  progress: 'Progress',
  finished: (done: number, total: number) => `${done} of ${total} computers have had their turn`,
  remaining: (time: string) => `About ${time} left`,
  estimating: 'Time left: not known yet',
  headings: {
    running: (title: string) => title,
    waiting: 'The first computers are done: look at them',
    stopped: 'The batch was stopped',
    interrupted: 'The batch was interrupted',
  },
  intro: 'You may close this page. The batch goes on and stays on the page Computers until it has ended.',
  stopping:
    'No further computer is begun. Those that are being worked on come to their end, so that none is left half done.',
  stop: 'Stop after the running computers',
  resume: 'Check and resume',
  goOn: (count: number) => `Go on with ${others(count)}`,
  discard: 'Give up the rest',
  discardQuestion: (left: number) => ({
    title: 'Give up the rest?',
    body: `What was done stays done. ${left === 1 ? 'One computer was' : `${left} computers were`} not worked on and will stay as they are. The journal keeps what was done.`,
    confirm: 'Give up the rest',
    cancel: 'Keep it as it is',
  }),
  waiting: (done: number, failed: number, skipped: number) =>
    `${[
      `${computers(done)} done`,
      ...(failed === 0 ? [] : [`${failed} failed`]),
      ...(skipped === 0 ? [] : [`${skipped} skipped`]),
    ].join(', ')}. Look at them in the table before the others follow.`,
  stoppedByPerson: 'You stopped it. “Check and resume” goes on with the computers that wait.',
  stoppedByFailures: (failed: number) =>
    `${computers(failed)} failed, and it was to stop then. Look at the reasons before you go on with the computers that wait.`,
  interrupted:
    'The app ended, or its journal could not be written. Computers that were being worked on are looked at first, so that nothing is done twice.',
  filter: 'Show',
  filters: { all: 'All', running: 'Running', waiting: 'Waiting', done: 'Done', failed: 'Failed', skipped: 'Skipped' },
  filterText: (name: string, count: number) => `${name} (${count})`,
  table: 'Computers of the batch',
  columns: { name: 'Computer', state: 'State', step: 'Step or result', took: 'Time' },
  noneShown: 'No computer is in this state.',
  openRow: (name: string) => `Steps on ${name}`,
  steps: 'Steps',
  noSteps: 'No step was begun on it.',
  stepsLater: 'Its steps are known when its turn comes.',
  details: 'Licensing details',
  check: 'Check this computer',
  journal: 'Show in the journal',
  close: 'Close',
  actionFailed: 'That did not work',
  result: {
    heading: (state: BatchState, done: number, total: number) =>
      state === 'discarded'
        ? `Given up: ${done} of ${computers(total)} done`
        : done === total
          ? `Done on ${computers(total)}`
          : `Done on ${done} of ${computers(total)}`,
    failedTitle: (count: number) => `What failed: ${computers(count)}`,
    pendingTitle: (count: number) => `Done, but not activated yet: ${computers(count)}`,
    skippedTitle: (count: number) => `What was skipped: ${computers(count)}`,
    allWorked: 'Every computer was done. Scan them again to see their new state in the table.',
    group: (count: number, message: string) => `${Computers(count)}: ${message}`,
    names: 'Computers',
    whatToDo: 'What to do: ',
    retry: (count: number) => `Run the failed ${count === 1 ? 'one' : String(count)} again`,
    copy: 'Copy the results',
    saveCsv: 'Save as CSV…',
    passwordsBody:
      'The passwords that you enter take the place of those in memory. Those that you leave blank stay as they are.',
    passwordsKeep: 'Keep them as they are',
    journal: 'Show in the journal',
    computers: 'Back to Computers',
  },
} as const
