import type { ReportedRow } from '../../contract/models/self-test-report.ts'

/** A property of a reported row as text; null where it is none. */
export const textIn = (row: ReportedRow, name: string): string | null => {
  const value = row[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** documented: "none" as WMI reports it for counts (slmgr.md 7.1). */
const none = 0xffffffff

/** A property of a reported row as a number; null where it is none or stands for "none". */
export const numberIn = (row: ReportedRow, name: string): number | null => {
  const value = row[name]
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < none ? value : null
}

/** A property of a reported row as a time in milliseconds; null where it is none. */
export const timeIn = (row: ReportedRow, name: string): number | null => {
  const time = Date.parse(textIn(row, name) ?? '')
  return Number.isNaN(time) || time <= 0 ? null : time
}
