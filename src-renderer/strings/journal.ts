import type { JournalEntry } from '../../src-main/contract/models/journal.ts'

/** The words of the Journal page. */
export const journal = {
  heading: 'Journal',
  intro: 'What the app did, and to which computer, newest first. Lines are only ever added. Keys are masked.',
  filter: 'Filter',
  filterHint: 'Computer, step, command or person',
  none: 'Nothing has been done yet.',
  noMatch: 'No line that is loaded matches the filter.',
  ofPlan: 'Only one plan is shown.',
  showAll: 'Show the whole journal',
  loadOlder: 'Load older lines',
  end: 'That is the whole journal.',
  endOfPlan: 'That is all of this plan.',
  shown: (shown: number, loaded: number) =>
    shown === loaded ? `${loaded} ${loaded === 1 ? 'line' : 'lines'}` : `${shown} of ${loaded} loaded lines`,
  when: 'When',
  what: 'What',
  computer: 'Computer',
  outcome: 'Outcome',
  command: 'Command-line equivalent',
  who: 'Who',
  plan: 'Plan',
  result: 'What came back',
  line: 'Line',
  error: 'Error',
  left: 'Still open',
  technical: 'Technical detail',
  tableCaption: 'Journal lines, newest first',
  showLine: (title: string) => `Details of: ${title}`,
  copyLine: 'Copy this line',
  openBatch: 'Open the batch',
} as const

/** What each kind of journal line is called. */
export const journalEventNames: Record<JournalEntry['event'], string> = {
  committed: 'Plan started',
  consented: 'Warning confirmed',
  'will-run': 'Begun',
  done: 'Done',
  failed: 'Failed',
  unknown: 'Outcome unknown',
  skipped: 'Skipped',
  stopped: 'Stopped',
  resumed: 'Resumed',
  'found-done': 'Found done',
  'found-not-done': 'Found not done',
  finished: 'Plan finished',
  discarded: 'Plan discarded',
  waiting: 'Waiting for input',
  provided: 'Input given',
}
