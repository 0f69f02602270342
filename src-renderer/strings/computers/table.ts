import { counted } from './counted.ts'

/** The words of the table of computers. */
export const tableWords = {
  caption: 'Computers',
  filter: 'Filter',
  filterHint: 'Type to filter',
  clearFilter: 'Show all',
  view: 'View',
  groupBy: 'Group by',
  noGroup: 'No groups',
  columns: 'Columns',
  columnsTitle: 'Columns of the table',
  columnsHint: 'Choose what the table shows, and in which order. Drag the edge of a heading to change its width.',
  usualColumns: 'Usual columns',
  moveUp: (name: string) => `Move ${name} up`,
  moveDown: (name: string) => `Move ${name} down`,
  saveView: 'Save the view',
  saveViewTitle: 'Save the view',
  saveViewHint: 'The view keeps filter, states, sorting, groups and columns. A view of the same name is replaced.',
  viewName: 'Name of the view',
  viewNameMissing: 'Enter a name for the view.',
  viewNameTaken: 'This name belongs to a view that comes with the app. Choose another one.',
  save: 'Save',
  removeView: 'Remove the view',
  states: 'States',
  stateCount: (name: string, count: number) => `${name}: ${count.toLocaleString('en')}`,
  shown: (shown: number, total: number) =>
    shown === total
      ? counted(total, 'computer', 'computers')
      : `${shown.toLocaleString('en')} of ${counted(total, 'computer', 'computers')} shown`,
  selected: (count: number, hidden: number) =>
    hidden === 0
      ? `${count.toLocaleString('en')} selected`
      : `${count.toLocaleString('en')} selected, ${hidden.toLocaleString('en')} of them hidden by the filter`,
  clearSelection: 'Clear the selection',
  selectShown: 'Select all shown',
  copyRows: 'Copy selected rows',
  copiedRows: (count: number) => `${counted(count, 'row', 'rows')} copied.`,
  remove: 'Remove from the list',
  nothingFits: 'No computer fits the filter.',
  selectRow: 'Select',
  rows: (count: number) => counted(count, 'computer', 'computers'),
  none: '(none)',
  noExpiry: 'Does not expire',
  sortedUp: 'sorted upwards',
  loading: (loaded: number, total: number) => `Loading computers: ${loaded} of ${total}`,
  keys: 'Arrow keys move, Space selects, Shift and arrows select a range, Ctrl+A selects all that is shown, Ctrl+C copies, Enter goes to the details. Typing filters.',
} as const

/** The names of the columns. */
export const columnNames = {
  name: 'Computer',
  host: 'Reached as',
  outcome: 'State',
  os: 'Windows',
  channel: 'Channel',
  expires: 'Expires',
  kmsHost: 'KMS host',
  group: 'Group',
  tags: 'Tags',
  ou: 'Organisational unit',
  note: 'Note',
  lastScan: 'Last scan',
  previous: 'State before',
  partialKey: 'Key ends in',
  cmid: 'CMID',
  count: 'KMS count',
  user: 'Account',
} as const

/** The views that come with the app. */
export const viewNames = {
  all: 'All',
  attention: 'Needs attention',
  expiring: 'Expiring in 30 days',
  notScanned: 'Not scanned',
} as const

/** The question before computers are taken from the list. */
export const removeQuestion = (count: number) => ({
  title: `Remove ${counted(count, 'computer', 'computers')} from the list?`,
  body: 'What is known of them is forgotten: scan results, tags and notes. Nothing is changed on the computers.',
  confirm: 'Remove from the list',
  cancel: 'Keep them',
})
