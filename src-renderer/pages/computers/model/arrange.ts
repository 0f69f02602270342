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

/** The heading of computers that belong together. */
export interface GroupLine {
  readonly kind: 'group'
  readonly key: string
  readonly label: string
  readonly count: number
  readonly open: boolean
}

/** A line of the table. */
export type Item = Entry | GroupLine

const padded = (text: string): string => text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(10, '0'))

/** What a function of a row and a column gave before: most rows are the same when one of ten thousand changes. */
const keptByRow = <T>(
  make: (column: ComputerColumn) => (row: ComputerRow) => T,
): ((column: ComputerColumn) => (row: ComputerRow) => T) => {
  const kept = new Map<string, WeakMap<ComputerRow, T>>()
  return (column) => {
    const known = kept.get(column.id) ?? new WeakMap<ComputerRow, T>()
    kept.set(column.id, known)
    const fresh = make(column)
    return (row) => {
      const before = known.get(row)
      if (before !== undefined) return before
      const value = fresh(row)
      known.set(row, value)
      return value
    }
  }
}

const orderOf = keptByRow((column) => column.order ?? ((row) => padded(column.text(row))))
const labelOf = keptByRow((column) => column.text)

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
 * The computers that every filter fits.
 * @param now milliseconds, by the clock of the place
 */
export const filtered = (
  entries: readonly Entry[],
  filters: readonly ColumnFilter[],
  now: number,
): readonly Entry[] => {
  const tests = filters.filter(({ values }) => values.length > 0).map((filter) => fits(filter, now))
  return tests.length === 0 ? entries : entries.filter(({ row }) => tests.every((test) => test(row)))
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
  if (column === undefined) return entries
  const label = labelOf(column)
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const name = label(entry.row)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [entry])
    else group.push(entry)
  }
  const order = orderOf(column)
  const first = (group: readonly Entry[]) => (group[0] === undefined ? '' : order(group[0].row))
  return [...groups]
    .toSorted(([, left], [, right]) => compare(first(left), first(right)))
    .flatMap(([name, group]): readonly Item[] => {
      const key = `g${column.id}:${name}`
      const open = !closed.has(key)
      const heading: GroupLine = {
        kind: 'group',
        key,
        label: name === '' ? tableWords.none : name,
        count: group.length,
        open,
      }
      return open ? [heading, ...group] : [heading]
    })
}
