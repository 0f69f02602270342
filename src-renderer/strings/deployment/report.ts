import type { ReportFormat, ReportPart } from '../../../src-main/contract/models/report.ts'

/** Words of the dialog "Save a report". */
export const report = {
  open: 'Save a report…',
  title: 'Save a report',
  intro:
    'For handing over: product keys stand in it by their last five characters; passwords and accounts are left out. Names of computers, notes and tags are in it.',
  format: 'Format',
  parts: 'Parts',
  table: 'Table',
  tableHint: 'A CSV file holds one table.',
  partsMissing: 'Choose at least one part.',
  scope: 'Computers',
  all: 'All computers of the list',
  selection: (count: number): string => `The selection (${count})`,
  view: (count: number): string => `What the table shows (${count})`,
  selectionLabel: 'Selection',
  viewLabel: (search: string): string =>
    search.trim() === '' ? 'A part of the list' : `Filter "${search.trim().slice(0, 100)}"`,
  save: 'Save the report',
  making: 'Making the report',
  saved: (computers: number): string =>
    computers === 1
      ? 'The report was saved. It is about 1 computer.'
      : `The report was saved. It is about ${computers} computers.`,
  notSaved: 'It was not saved.',
  failed: 'The report was not saved',
} as const

/** Formats with what each is for. */
export const formats: Readonly<Record<ReportFormat, { readonly name: string; readonly hint: string }>> = {
  pdf: { name: 'PDF', hint: 'To hand over and to print. Thousands of computers take a minute or two' },
  html: { name: 'Web page (HTML)', hint: 'One file that opens in any browser' },
  csv: { name: 'CSV', hint: 'For Excel and other programs' },
  json: { name: 'JSON', hint: 'For scripts' },
}

/** Parts of a report. */
export const partNames: Readonly<Record<ReportPart, string>> = {
  summary: 'Summary: how many in which state',
  computers: 'Each computer, and what to do',
  changes: 'Changes since the scan before',
  plans: 'Plans and batches run, when and by whom',
}
