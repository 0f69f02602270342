import { create } from 'zustand'
import type { AppError } from '../../../../src-main/contract/app-error.ts'
import type { EstatePlace, SavedView } from '../../../../src-main/contract/models/estate.ts'
import { bridge } from '../../../bridge/bridge.ts'
import type { ColumnFilter, Sorting } from '../model/arrange.ts'
import { columnOf, usualColumns, type ColumnId } from '../model/columns.ts'
import { builtInViews } from '../model/views.ts'
import { viewNames } from '../../../strings/computers/table.ts'

interface TableView {
  readonly search: string
  readonly filters: readonly ColumnFilter[]
  readonly sort: readonly Sorting[]
  readonly groupBy: string | null
  /** The columns shown, in their order. */
  readonly columns: readonly ColumnId[]
  /** Widths in pixels, of columns whose width was changed. */
  readonly widths: Readonly<Record<string, number>>
  /** Keys of the groups that are folded. */
  readonly closed: ReadonlySet<string>
  readonly selected: ReadonlySet<number>
  /** The line that the keyboard is at. */
  readonly active: string | null
  /** The computer whose details are shown. */
  readonly detailed: number | null
  /** The view that was chosen last. */
  readonly viewName: string
  /** The views that people saved. */
  readonly saved: readonly SavedView[]
  readonly error: AppError | null
}

/** How the table is looked at. Outlives the page, so that coming back finds it as it was left. */
export const useTableView = create<TableView>(() => ({
  search: '',
  filters: [],
  sort: [{ column: 'name', descending: false }],
  groupBy: null,
  columns: usualColumns,
  widths: {},
  closed: new Set(),
  selected: new Set(),
  active: null,
  detailed: null,
  viewName: viewNames.all,
  saved: [],
  error: null,
}))

const set = useTableView.setState

export const setSearch = (search: string): void => set({ search })
export const setSort = (sort: readonly Sorting[]): void => set({ sort })
export const setGroupBy = (groupBy: string | null): void => set({ groupBy, closed: new Set() })
export const setColumns = (columns: readonly ColumnId[]): void => set({ columns })
export const setWidths = (widths: Readonly<Record<string, number>>): void => set({ widths })
export const setActive = (active: string | null): void => set({ active })
export const setDetailed = (detailed: number | null): void => set({ detailed })
export const setSelected = (selected: ReadonlySet<number>): void => set({ selected })

/** Selects a computer, or no longer. */
export const toggleSelected = (id: number): void =>
  set(({ selected }) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    return { selected: next }
  })

/** Folds a group, or unfolds it. */
export const toggleGroup = (key: string): void =>
  set(({ closed }) => {
    const next = new Set(closed)
    if (!next.delete(key)) next.add(key)
    return { closed: next }
  })

/** Shows computers of one more state, or no longer. */
export const toggleOutcome = (outcome: string): void =>
  set(({ filters }) => {
    const before = filters.find(({ column }) => column === 'outcome')?.values ?? []
    const values = before.includes(outcome) ? before.filter((one) => one !== outcome) : [...before, outcome]
    const others = filters.filter(({ column }) => column !== 'outcome')
    return { filters: values.length === 0 ? others : [...others, { column: 'outcome', values }] }
  })

/** Takes filter and search away. */
export const showAll = (): void => set({ search: '', filters: [] })

/** Forgets what belongs to the computers of one place. */
export const forgetSelection = (): void => set({ selected: new Set(), active: null, detailed: null })

let lookedAt = ''

/** Forgets the selection where another place is looked at than before. */
export const lookAt = (place: EstatePlace): void => {
  const name = place.place === 'network' ? '' : place.scenario
  if (name !== lookedAt) forgetSelection()
  lookedAt = name
}

/** All views: the app's own, then those that people saved. */
export const viewsOf = (saved: readonly SavedView[]): readonly SavedView[] => [...builtInViews, ...saved]

/** Looks at the table through a view. */
export const chooseView = (name: string): void => {
  const view = viewsOf(useTableView.getState().saved).find((one) => one.name === name)
  if (view === undefined) return
  const columns = view.columns.flatMap(({ column }) => columnOf(column)?.id ?? [])
  set({
    viewName: view.name,
    search: view.search,
    filters: view.filters,
    sort: view.sort,
    groupBy: view.groupBy[0] ?? null,
    closed: new Set(),
    columns: columns.length === 0 ? usualColumns : columns,
    widths: Object.fromEntries(view.columns.flatMap(({ column, width }) => (width === null ? [] : [[column, width]]))),
  })
}

/** Reads the views that people saved. */
export const loadViews = async (): Promise<void> => {
  const answer = await bridge.call('views.list', undefined)
  set(answer.ok ? { saved: answer.value } : { error: answer.error })
}

/** Keeps the present view under a name. Resolves to the reason where it was not kept. */
export const saveView = async (typed: string): Promise<AppError | null> => {
  const { search, filters, sort, groupBy, columns, widths } = useTableView.getState()
  const name = typed.trim()
  const answer = await bridge.call('views.save', {
    name,
    search,
    filters: filters.map(({ column, values }) => ({ column, values: [...values] })),
    sort: [...sort],
    groupBy: groupBy === null ? [] : [groupBy],
    columns: columns.map((column) => ({
      column,
      width: widths[column] === undefined ? null : Math.round(widths[column]),
    })),
  })
  if (!answer.ok) return answer.error
  set({ viewName: name })
  await loadViews()
  return null
}

/** Removes a saved view; what the table shows stays. */
export const removeView = async (name: string): Promise<void> => {
  const answer = await bridge.call('views.remove', { name })
  if (!answer.ok) return set({ error: answer.error })
  set({ viewName: viewNames.all })
  return loadViews()
}
