import type { Entry } from '../../../stores/computer-entry.ts'
import type { ComputerColumn } from './columns.ts'

/** What makes a spreadsheet take a text for a formula when it stands at the beginning. */
const formulaStart = /^[=+\-@＝＋－＠]/

/** A cell in one line. A text that a spreadsheet would calculate gets an apostrophe before it, which spreadsheets hide. */
const cell = (text: string): string => {
  const line = text.replace(/[\t\r\n]+/g, ' ').trimStart()
  return formulaStart.test(line) ? `'${line}` : line
}

/** Rows as tab-separated text with their headings, as spreadsheets take it; line ends and tabs within become blanks. */
export const asText = (entries: readonly Entry[], columns: readonly ComputerColumn[]): string => {
  const lines = entries.map(({ row }) => columns.map(({ text }) => cell(text(row))).join('\t'))
  return [columns.map(({ title }) => title).join('\t'), ...lines].join('\r\n')
}
