import { create } from 'zustand'
import type { AppError, Result } from '../../src-main/contract/app-error.ts'
import type {
  ComputerGroup,
  ComputerPage,
  ComputerRow,
  ComputersEvent,
  EstatePlace,
} from '../../src-main/contract/models/estate.ts'
import { bridge } from '../bridge/bridge.ts'
import { entryOf, type Entry } from './computer-entry.ts'

interface Computers {
  /** The place whose computers are shown; null before one was opened. */
  readonly place: EstatePlace | null
  readonly byId: ReadonlyMap<number, Entry>
  /** All computers; those that did not change are the same objects as before. */
  readonly entries: readonly Entry[]
  /** Computers of the place; null until main has answered. */
  readonly total: number | null
  /** Whether pages are still on their way. */
  readonly loading: boolean
  readonly error: AppError | null
  readonly groups: readonly ComputerGroup[]
}

const nothing: Computers = {
  place: null,
  byId: new Map(),
  entries: [],
  total: null,
  loading: false,
  error: null,
  groups: [],
}

/** The computers of one place, as main tells them: in pages first, then what changes. */
export const useComputers = create<Computers>(() => nothing)

/** Rows of one page. */
const pageSize = 500

/** Puts rows in, by their number. Entries of other rows stay the same objects. */
export const withRows = (
  { byId }: Pick<Computers, 'byId'>,
  rows: readonly ComputerRow[],
): Pick<Computers, 'byId' | 'entries'> => {
  const next = new Map(byId)
  for (const row of rows) next.set(row.id, entryOf(row))
  return { byId: next, entries: [...next.values()] }
}

/** Takes rows out. */
export const withoutRows = (
  { byId }: Pick<Computers, 'byId'>,
  ids: readonly number[],
): Pick<Computers, 'byId' | 'entries'> => {
  const next = new Map(byId)
  for (const id of ids) next.delete(id)
  return { byId: next, entries: [...next.values()] }
}

const key = (place: EstatePlace): string => (place.place === 'network' ? '' : place.scenario)
const isShown = (place: EstatePlace): boolean => {
  const shown = useComputers.getState().place
  return shown !== null && shown.place === place.place && key(shown) === key(place)
}

const loadGroups = async (place: EstatePlace): Promise<void> => {
  const answer = await bridge.call('groups.list', { place })
  if (answer.ok && isShown(place)) useComputers.setState({ groups: answer.value })
}

let listing = 0

/** Lists the computers of a place from the first page on; what is shown meanwhile is replaced page by page. */
const list = async (place: EstatePlace): Promise<void> => {
  listing += 1
  const turn = listing
  useComputers.setState({ loading: true, error: null })
  const seen = new Set<number>()
  let after: number | null = null
  do {
    const answer: Result<ComputerPage> = await bridge.call('computers.list', { place, after, limit: pageSize })
    if (turn !== listing || !isShown(place)) return
    if (!answer.ok) return useComputers.setState({ loading: false, error: answer.error })
    const { rows, next, total }: ComputerPage = answer.value
    for (const { id } of rows) seen.add(id)
    useComputers.setState((state) => ({ ...withRows(state, rows), total }))
    after = next
  } while (after !== null)
  const gone = [...useComputers.getState().byId.keys()].filter((id) => !seen.has(id) && !addedMeanwhile.has(id))
  addedMeanwhile.clear()
  useComputers.setState((state) => ({ ...(gone.length > 0 ? withoutRows(state, gone) : {}), loading: false }))
}

/** Rows that were told as changed while the pages were on their way: their page may have passed already. */
const addedMeanwhile = new Set<number>()

const follow = (place: EstatePlace, event: ComputersEvent): void => {
  if (!isShown(place)) return
  switch (event.event) {
    case 'changed':
      if (useComputers.getState().loading) for (const { id } of event.rows) addedMeanwhile.add(id)
      return useComputers.setState((state) => {
        const next = withRows(state, event.rows)
        return { ...next, total: state.loading ? state.total : next.entries.length }
      })
    case 'removed':
      return useComputers.setState((state) => {
        const next = withoutRows(state, event.ids)
        return { ...next, total: state.loading ? state.total : next.entries.length }
      })
    case 'reload':
      return void list(place)
    case 'groups':
      return void loadGroups(place)
  }
}

let endFollowing: (() => void) | null = null

/** Shows the computers of a place; nothing where they are shown already. */
export const openEstate = (place: EstatePlace): void => {
  if (isShown(place)) return
  endFollowing?.()
  addedMeanwhile.clear()
  useComputers.setState({ ...nothing, place })
  endFollowing = bridge.listen(
    'computers.events',
    { place },
    (event) => follow(place, event),
    (error) => isShown(place) && useComputers.setState({ error }),
  )
  void list(place)
  void loadGroups(place)
}

/** Lists the shown place again, after a failure. */
export const reloadEstate = (): void => {
  const { place } = useComputers.getState()
  if (place === null) return
  void list(place)
  void loadGroups(place)
}
