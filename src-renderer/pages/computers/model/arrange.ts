import type { ComputerRow } from '../../../../src-main/contract/models/estate.ts'
import type { Entry } from '../../../stores/computer-entry.ts'
import { tableWords } from '../../../strings/computers/table.ts'
import { columnOf, type ComputerColumn } from './columns.ts'

export interface Sorting {
  readonly column: string
  readonly descending: boolean
}

/** A filter on one column: one of the values fits. Of `expires`, the value is a number of days from now. */
export interface ColumnFilter {
  readonly column: string
  readonly values: readonly string[]
}

/** A line of the table: a computer, or the heading of those that belong together. */
export type Item =
  | { readonly kind: 'row'; readonly key: string; readonly entry: Entry }
  | {
      readonly kind: 'group'
      readonly key: string
      readonly label: string
      readonly count: number
      readonly open: boolean
    }

const padded = (text: string): string => text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(10, '0'))

const orderOf = (column: ComputerColumn) => column.order ?? ((row: ComputerRow) => padded(column.text(row)))

const compare = (left: number | string, right: number | string): number => (left < right ? -1 : left > right ? 1 : 0)

/** Sorts computers; those that are equal stay in the order in which they were added. Unknown columns are left out. */
export const sorted = (entries: readonly Entry[], sorting: readonly Sorting[]): readonly Entry[] => {
  const rules = sorting.flatMap(({ column, descending }) => {
    const known = columnOf(column)
    return known === undefined ? [] : [{ order: orderOf(known), sign: descending ? -1 : 1 }]
  })
  if (rules.length === 0) return entries
  const keyed = entries.map((entry) => ({ entry, keys: rules.map(({ order }) => order(entry.row)) }))
  keyed.sort((left, right) => {
    for (const [index, { sign }] of rules.entries()) {
      const difference = compare(left.keys[index] ?? '', right.keys[index] ?? '')
      if (difference !== 0) return sign * difference
    }
    return 0
  })
  return keyed.map(({ entry }) => entry)
}

const dayLength = 24 * 60 * 60 * 1000

const fits = ({ column, values }: ColumnFilter, now: number): ((row: ComputerRow) => boolean) => {
  if (column === 'outcome') {
    const wanted = new Set(values)
    return ({ outcome }) => wanted.has(outcome)
  }
  if (column === 'expires') {
    const end = now + Math.max(...values.map(Number)) * dayLength
    return ({ licence }) => (licence?.expiresAt ?? null) !== null && Date.parse(licence?.expiresAt ?? '') <= end
  }
  const known = columnOf(column)
  const wanted = new Set(values)
  return (row) => known === undefined || wanted.has(known.text(row))
}

/**
 * The computers that fit: every word of the search stands in the entry's text, and every filter fits.
 * @param now milliseconds, by the clock of the place
 */
export const filtered = (
  entries: readonly Entry[],
  search: string,
  filters: readonly ColumnFilter[],
  now: number,
): readonly Entry[] => {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const tests = filters.filter(({ values }) => values.length > 0).map((filter) => fits(filter, now))
  if (words.length === 0 && tests.length === 0) return entries
  return entries.filter(
    ({ text, row }) => words.every((word) => text.includes(word)) && tests.every((test) => test(row)),
  )
}

/**
 * The lines of the table. Groups stand in the order of their names, their computers as they came.
 * @param closed the keys of groups that are folded
 */
export const grouped = (
  entries: readonly Entry[],
  groupBy: string | null,
  closed: ReadonlySet<string>,
): readonly Item[] => {
  const column = groupBy === null ? undefined : columnOf(groupBy)
  const rowItem = (entry: Entry): Item => ({ kind: 'row', key: `r${entry.row.id}`, entry })
  if (column === undefined) return entries.map(rowItem)
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const label = column.text(entry.row)
    const group = groups.get(label)
    if (group === undefined) groups.set(label, [entry])
    else group.push(entry)
  }
  const order = orderOf(column)
  const first = (group: readonly Entry[]) => (group[0] === undefined ? '' : order(group[0].row))
  return [...groups]
    .toSorted(([, left], [, right]) => compare(first(left), first(right)))
    .flatMap(([label, group]): readonly Item[] => {
      const key = `g${column.id}:${label}`
      const open = !closed.has(key)
      const heading: Item = {
        kind: 'group',
        key,
        label: label === '' ? tableWords.none : label,
        count: group.length,
        open,
      }
      return open ? [heading, ...group.map(rowItem)] : [heading]
    })
}

/** Rows as tab-separated text with their headings, as spreadsheets take it; line ends and tabs within become blanks. */
export const asText = (entries: readonly Entry[], columns: readonly ComputerColumn[]): string => {
  const plain = (text: string): string => text.replace(/[\t\r\n]+/g, ' ')
  const lines = entries.map(({ row }) => columns.map(({ text }) => plain(text(row))).join('\t'))
  return [columns.map(({ title }) => title).join('\t'), ...lines].join('\r\n')
}
