import type { CsvField, CsvReading } from '../../../src-main/contract/models/estate-adding.ts'
import { counted } from './counted.ts'

/** The words of the dialog that adds computers. */
export const addingWords = {
  title: 'Add computers',
  ways: 'Ways to add computers',
  text: 'Type or paste',
  file: 'CSV file',
  range: 'Address range',
  directory: 'Active Directory',
  scenario: 'Lab scenario',
  textLabel: 'Names or addresses',
  textHint: 'One or many, separated by lines, blanks, commas or semicolons. A column of a spreadsheet can be pasted.',
  fileLabel: 'CSV file',
  fileHint:
    'Separator and encoding are recognised. The first column is taken for the name where no heading says otherwise.',
  picked: (name: string) => `Picked: ${name}`,
  separator: 'Separator',
  encoding: 'Encoding',
  header: 'The first line holds headings',
  column: (title: string) => `Column “${title}”`,
  rangeLabel: 'Address ranges',
  rangeHint: 'For example 10.0.0.1-10.0.0.50, 10.0.0.1-50 or 10.0.0.0/24; several by comma or line.',
  server: 'Domain controller',
  serverHintNetwork: 'Empty: the domain of this computer is asked.',
  serverHintLab: "Empty: the technician's computer of the Lab asks its own domain.",
  directoryName: 'Name',
  directoryNameHint: 'With * for any characters, for example PC-*. Empty: all.',
  ou: 'Organisational unit',
  ouHint: 'A distinguished name, a path or a part of one. Empty: all.',
  account: 'Use another account',
  scenarioBody: (title: string, count: number) =>
    `The scenario “${title}” has ${counted(count, 'computer', 'computers')}. They are added with their full names.`,
  show: {
    text: 'Check the names',
    file: 'Read the file',
    range: 'Check the ranges',
    directory: 'Ask Active Directory',
    scenario: 'Show the computers',
  },
  reading: 'Reading',
  previewTitle: 'What will be added',
  found: (total: number, known: number) =>
    known === 0
      ? `${counted(total, 'computer', 'computers')}.`
      : `${counted(total, 'computer', 'computers')}, of which ${known.toLocaleString('en')} ${known === 1 ? 'is' : 'are'} in the list already.`,
  first: (count: number) => `The first ${count.toLocaleString('en')} are shown.`,
  limited: 'There are more than were read. Narrow the question to see the others.',
  noneFound: 'No computer was found. Nothing can be added.',
  computer: 'Computer',
  line: 'Line',
  more: 'Group, tags, OU',
  windows: 'Windows',
  known: 'In the list already',
  fresh: 'New',
  state: 'List',
  problems: (count: number) =>
    count === 1
      ? 'One line was not taken as it stands'
      : `${count.toLocaleString('en')} lines were not taken as they stand`,
  field: 'Field',
  value: 'Value',
  why: 'Why, and what to do',
  group: 'Group for those without one',
  tags: 'Tags for all of them',
  tagsHint: 'Separate them with commas.',
  updateKnown: 'Computers that are in the list already take group, tags, note and OU from here',
  add: (count: number) => `Add ${counted(count, 'computer', 'computers')}`,
  update: (count: number) => `Update ${counted(count, 'computer', 'computers')}`,
  added: (added: number, updated: number, left: number) =>
    [
      `${counted(added, 'computer', 'computers')} added`,
      ...(updated > 0 ? [`${updated.toLocaleString('en')} updated`] : []),
      ...(left > 0 ? [`${left.toLocaleString('en')} left as they were`] : []),
    ].join(', ') + '.',
  nothingTyped: 'Enter at least one name.',
  noRange: 'Enter at least one range.',
  noFile: 'Pick a file.',
  discard: 'The list of names is kept while this page is open.',
} as const

/** What a column of a CSV file can hold. */
export const csvFieldNames: Record<CsvField, string> = {
  name: 'Name or address',
  group: 'Group',
  tags: 'Tags',
  note: 'Note',
  ou: 'Organisational unit',
}

export const notRead = 'Not read'

export const separatorNames: Record<NonNullable<CsvReading['separator']>, string> = {
  ';': 'Semicolon',
  ',': 'Comma',
  '\t': 'Tab',
  '|': 'Bar',
}

export const encodingNames: Record<NonNullable<CsvReading['encoding']>, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big end first',
  'windows-1252': 'Windows-1252',
}
