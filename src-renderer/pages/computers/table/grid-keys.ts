import type { Item } from '../model/arrange.ts'
import { setActive, setDetailed, setSelected, toggleGroup, toggleSelected, useTableView } from './view-store.ts'

/** What a key or a click did to the table. */
export interface GridParts {
  readonly items: readonly Item[]
  /** Lines that are seen at once. */
  readonly page: number
  readonly scrollTo: (index: number) => void
  readonly copy: () => void
  readonly showDetails: () => void
  /** Gives a typed character to the filter. */
  readonly type: (character: string) => void
}

interface Key {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** Where a range began. */
let anchor: string | null = null

const at = (items: readonly Item[], key: string | null): number =>
  key === null ? -1 : items.findIndex((item) => item.key === key)

const idsBetween = (items: readonly Item[], from: number, to: number): readonly number[] =>
  items
    .slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1)
    .flatMap((item) => (item.kind === 'row' ? [item.row.id] : []))

const extendTo = (items: readonly Item[], index: number): void => {
  const { active, selected } = useTableView.getState()
  const from = at(items, anchor ?? active)
  anchor = items[from === -1 ? index : from]?.key ?? null
  setSelected(new Set([...selected, ...idsBetween(items, from === -1 ? index : from, index)]))
}

/** Makes a line the active one. @param range also selects everything from where the range began */
export const moveTo = (
  { items, scrollTo }: Pick<GridParts, 'items' | 'scrollTo'>,
  wanted: number,
  range: boolean,
): void => {
  const index = Math.min(items.length - 1, Math.max(0, wanted))
  const item = items[index]
  if (item === undefined) return
  if (range) extendTo(items, index)
  else anchor = item.key
  setActive(item.key)
  if (item.kind === 'row' && useTableView.getState().detailed !== null) setDetailed(item.row.id)
  scrollTo(index)
}

/** Selects all lines that are shown, beside what is selected already. */
export const selectAll = (items: readonly Item[]): void =>
  setSelected(new Set([...useTableView.getState().selected, ...idsBetween(items, 0, items.length - 1)]))

/** Does what a key asks for. Returns whether the key was taken. */
export const pressed = (parts: GridParts, { key, shiftKey, ctrlKey, metaKey, altKey }: Key): boolean => {
  const { items, page } = parts
  const { active, selected } = useTableView.getState()
  const index = at(items, active)
  const item = items[index]
  const command = ctrlKey || metaKey
  if (command && key.toLowerCase() === 'a') selectAll(items)
  else if (command && key.toLowerCase() === 'c') parts.copy()
  else if (command || altKey) return false
  else if (key === 'ArrowDown') moveTo(parts, index + 1, shiftKey)
  else if (key === 'ArrowUp') moveTo(parts, index - 1, shiftKey)
  else if (key === 'PageDown') moveTo(parts, index + page, shiftKey)
  else if (key === 'PageUp') moveTo(parts, index - page, shiftKey)
  else if (key === 'Home') moveTo(parts, 0, shiftKey)
  else if (key === 'End') moveTo(parts, items.length - 1, shiftKey)
  else if (item?.kind === 'group' && (key === 'Enter' || key === ' ')) toggleGroup(item.key)
  else if (item?.kind === 'group' && key === 'ArrowLeft' && item.open) toggleGroup(item.key)
  else if (item?.kind === 'group' && key === 'ArrowRight' && !item.open) toggleGroup(item.key)
  else if (item?.kind === 'row' && key === ' ') toggleSelected(item.row.id)
  else if (item?.kind === 'row' && key === 'Enter') {
    setDetailed(item.row.id)
    parts.showDetails()
  } else if (key === 'Escape' && selected.size > 0) setSelected(new Set())
  else if (key.length === 1 && key !== ' ') parts.type(key)
  else return false
  return true
}
