import { useMemo } from 'react'
import { useComputers } from '../../../stores/computers-store.ts'
import { filtered, grouped, sorted, type Item } from '../model/arrange.ts'
import { createFinder } from '../model/search.ts'
import type { Entry } from '../../../stores/computer-entry.ts'
import { useTableView } from './view-store.ts'

/** What the table shows now. */
export interface Arranged {
  /** All lines, the headings of groups included. */
  readonly items: readonly Item[]
  /** The computers that fit the filter, those in folded groups included. */
  readonly fitting: readonly Entry[]
}

/**
 * Sorts, filters, searches and groups. A keystroke in the filter only searches: the order was made when the rows came.
 * @param now milliseconds, by the clock of the place
 */
export const useArranged = (now: number): Arranged => {
  const entries = useComputers((state) => state.entries)
  const search = useTableView((state) => state.search)
  const filters = useTableView((state) => state.filters)
  const sort = useTableView((state) => state.sort)
  const groupBy = useTableView((state) => state.groupBy)
  const closed = useTableView((state) => state.closed)
  const finder = useMemo(() => createFinder(), [])
  const order = useMemo(() => sorted(entries, sort), [entries, sort])
  const candidates = useMemo(() => filtered(order, filters, now), [order, filters, now])
  const fitting = useMemo(() => finder.find(candidates, search), [finder, candidates, search])
  const items = useMemo(() => grouped(fitting, groupBy, closed), [fitting, groupBy, closed])
  return useMemo(() => ({ items, fitting }), [items, fitting])
}
