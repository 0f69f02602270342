import { listActions, type ListedAction } from '../actions/action-descriptions.ts'
import type { Catalogue } from '../actions/bound-action.ts'
import { notOfferedOptions } from '../actions/slmgr-coverage.ts'

const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  ')
  return rows.map(line).join('\n')
}

const rowOf = ({ kind, title, risk, slmgr }: ListedAction): readonly string[] => [kind, risk, title, slmgr ?? '-']

/** The catalogue for reading: a table of all actions, and the options of slmgr that none of them does, with reasons. */
export const actionsTable = (catalogue: Catalogue): string => {
  const actions = columns([['action', 'risk', 'what it does', 'slmgr'], ...listActions(catalogue).map(rowOf)])
  const notOffered = notOfferedOptions.map(({ option, reason, instead }) => `${option}: ${reason} ${instead}`)
  return [actions, '', 'Options of slmgr that are not offered:', ...notOffered].join('\n')
}

/** The catalogue for programs: `[{"kind":…,"title":…,"risk":…,"slmgr":…}]`. */
export const actionsJson = (catalogue: Catalogue): string => JSON.stringify(listActions(catalogue), null, 2)
