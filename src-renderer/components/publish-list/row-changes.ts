import type { PublishRowDraft } from '../../../src-main/contract/models/kms-host-settings.ts'

export type Column = keyof PublishRowDraft
type Rows = readonly PublishRowDraft[]

/** The columns of a publish list, in order. */
export const columns: readonly Column[] = ['domain', 'priority', 'weight']

/** The name of a cell, as main names it in its findings. */
export const cellName = (row: number, column: Column): `publishList${string}` => `publishList[${row}].${column}`

/** The rows with one more, which is empty. */
export const withRow = (rows: Rows): Rows => [...rows, { domain: '', priority: '0', weight: '0' }]

/** The rows without one. */
export const withoutRow = (rows: Rows, row: number): Rows => rows.filter((_, index) => index !== row)

/** The rows with the text of one cell changed. */
export const withCell = (rows: Rows, row: number, column: Column, text: string): Rows =>
  rows.map((one, index) => (index === row ? { ...one, [column]: text } : one))

/** Whether pasted text is more than the name of a domain: lines of a list, or a line with its numbers. */
export const isListText = (text: string): boolean => /[\r\n,]/.test(text.trim())

const lineOf = ({ domain, priority, weight }: PublishRowDraft): string => `${domain}, ${priority}, ${weight}`

/** The whole list as text, one line for each row, with pasted text put in place of one row's name. */
export const listTextWith = (rows: Rows, row: number, pasted: string): string =>
  rows.map((one, index) => (index === row ? pasted.trim() : lineOf(one))).join('\n')
