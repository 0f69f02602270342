import type { ComputerRow, ComputersEvent, EstatePlace } from '../../contract/models/estate.ts'
import { placeKey } from '../../store/estate-rows.ts'

/** Told of what changes in one place. */
export type EstateListener = (event: ComputersEvent) => void

/** Tells those who watch a place of its changes, gathered, at most ten times a second. */
export interface EstateEvents {
  changed(place: EstatePlace, ids: readonly number[]): void
  removed(place: EstatePlace, ids: readonly number[]): void
  /** More changed than is told singly. */
  reload(place: EstatePlace): void
  groups(place: EstatePlace): void
  subscribe(place: EstatePlace, listener: EstateListener): () => void
}

/** Milliseconds in which changes are gathered. */
const interval = 100
/** Rows of one event, and rows after which the window rather reads all anew. */
const rowsPerEvent = 500
const rowsTold = 2000

interface Watched {
  readonly listeners: Set<EstateListener>
  readonly changed: Set<number>
  readonly removed: Set<number>
  reload: boolean
  groups: boolean
  waiting: boolean
}

export interface EstateEventParts {
  /** The rows of ids as they stand now. */
  rowsOf(place: EstatePlace, ids: readonly number[]): readonly ComputerRow[]
  wait(milliseconds: number): Promise<void>
}

const sliced = <T>(items: readonly T[], size: number): readonly T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))

/** Makes the publisher. Where nobody watches a place, nothing is read for it. */
export const createEstateEvents = ({ rowsOf, wait }: EstateEventParts): EstateEvents => {
  const places = new Map<string, Watched>()

  const eventsOf = (place: EstatePlace, watched: Watched): ComputersEvent[] => {
    const ids = [...watched.changed].filter((id) => !watched.removed.has(id))
    const reload = watched.reload || ids.length > rowsTold
    const rows = reload ? [] : sliced(ids, rowsPerEvent).map((slice) => rowsOf(place, slice))
    return [
      ...sliced([...watched.removed], 5000).map((gone) => ({ event: 'removed' as const, ids: gone })),
      ...(reload ? [{ event: 'reload' as const }] : []),
      ...rows.map((told) => ({ event: 'changed' as const, rows: [...told] })),
      ...(watched.groups ? [{ event: 'groups' as const }] : []),
    ]
  }
  const flush = (place: EstatePlace, watched: Watched): void => {
    let events: readonly ComputersEvent[]
    try {
      events = eventsOf(place, watched)
    } catch {
      // The file cannot be read now; the window asks again and is told why.
      events = [{ event: 'reload' }]
    }
    watched.changed.clear()
    watched.removed.clear()
    Object.assign(watched, { reload: false, groups: false, waiting: false })
    for (const event of events) for (const listener of watched.listeners) listener(event)
  }
  const note = (place: EstatePlace, change: (watched: Watched) => void): void => {
    const watched = places.get(placeKey(place))
    if (!watched) return
    change(watched)
    if (watched.waiting) return
    watched.waiting = true
    void wait(interval).then(() => flush(place, watched))
  }

  return {
    changed: (place, ids) => note(place, ({ changed }) => ids.forEach((id) => changed.add(id))),
    removed: (place, ids) => note(place, ({ removed }) => ids.forEach((id) => removed.add(id))),
    reload: (place) => note(place, (watched) => Object.assign(watched, { reload: true })),
    groups: (place) => note(place, (watched) => Object.assign(watched, { groups: true })),
    subscribe: (place, listener) => {
      const key = placeKey(place)
      const watched = places.get(key) ?? {
        listeners: new Set(),
        changed: new Set(),
        removed: new Set(),
        reload: false,
        groups: false,
        waiting: false,
      }
      places.set(key, watched)
      watched.listeners.add(listener)
      return () => {
        watched.listeners.delete(listener)
        if (watched.listeners.size === 0) places.delete(key)
      }
    },
  }
}
