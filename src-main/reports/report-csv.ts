import Papa from 'papaparse'
import type { ReportPart } from '../contract/models/report.ts'
import { inPieces, type Breathe } from './in-pieces.ts'
import type { Report } from './report-model.ts'
import { reportTable, type CellValue } from './report-tables.ts'

/** Excel takes a file for UTF-8 where it begins with this. */
export const byteOrderMark = '\u{FEFF}'
const lineEnd = '\r\n'

/**
 * A text that a spreadsheet takes for a formula gets an apostrophe before it (OWASP, CSV injection): what begins with =, +, -,
 * @, a tab or a line break, blanks before it included.
 */
export const harmless = (value: CellValue): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(value) ? `'${value}` : value
}

/** What stands between two cells. */
export type ListSeparator = ',' | ';'

/**
 * The separator that Excel takes by a double click: the semicolon where numbers are written with a decimal comma.
 * @param locale the one of this computer where absent
 */
export const listSeparator = (locale?: string): ListSeparator =>
  new Intl.NumberFormat(locale).format(1.5).includes(',') ? ';' : ','

/** Rows of cells as lines of CSV, each cell harmless. */
export const csvLines = (rows: readonly (readonly CellValue[])[], delimiter: ListSeparator = listSeparator()): string =>
  Papa.unparse(
    rows.map((row) => row.map(harmless)),
    { newline: lineEnd, header: false, delimiter },
  ) + lineEnd

/** One part of a report as CSV: quotes where they are needed, UTF-8 with a byte order mark, a first line of headings. */
export const reportCsv = async (
  report: Report,
  part: ReportPart,
  separator: ListSeparator,
  breathe: Breathe,
): Promise<string> => {
  const table = reportTable(report, part)
  const rows = await inPieces(
    table.count,
    (from, to) =>
      csvLines(
        Array.from({ length: to - from }, (_, index) => table.row(from + index)),
        separator,
      ),
    breathe,
  )
  return [byteOrderMark, csvLines([table.headings], separator), ...rows].join('')
}
