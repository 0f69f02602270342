import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useLayoutEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import { tableWords } from '../../../strings/computers/table.ts'
import { columnOf } from '../model/columns.ts'
import { useListener } from '../../../components/use-listener.ts'
import { GridHeader } from './GridHeader.tsx'
import { moveTo, pressed } from './grid-keys.ts'
import { GridRow } from './GridRow.tsx'
import type { Arranged } from './use-arranged.ts'
import { useColumnTable } from './use-column-table.ts'
import { lineHeight, useGridStyles } from './use-grid-styles.ts'
import { setDetailed, toggleGroup, toggleSelected, useTableView } from './view-store.ts'

interface Props {
  readonly arranged: Arranged
  readonly onCopy: () => void
  readonly onType: (character: string) => void
  readonly onDetails: () => void
}

/** Room for the mark of selection, in pixels. */
const checkWidth = 36
/** Lines that are drawn beyond what is seen, on either side. */
const overscan = 4

/** The table itself: lines that are seen are drawn, all others only counted. */
export const ComputerGrid = ({ arranged: { items }, onCopy, onType, onDetails }: Props) => {
  const styles = useGridStyles()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLTableElement>(null)
  const [height, setHeight] = useState(600)
  const columnIds = useTableView((state) => state.columns)
  const columns = useMemo(() => columnIds.flatMap((one) => columnOf(one) ?? []), [columnIds])
  const selected = useTableView((state) => state.selected)
  const active = useTableView((state) => state.active)
  const inGroups = useTableView((state) => state.groupBy !== null)
  const table = useColumnTable()
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setHeight(element.clientHeight))
    observer.observe(element)
    setHeight(element.clientHeight)
    return () => observer.disconnect()
  }, [])
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan,
    scrollPaddingStart: 0,
    scrollPaddingEnd: lineHeight + 1,
    useFlushSync: true,
  })
  const lines = virtualizer.getVirtualItems()
  const scrolled = Math.min(virtualizer.scrollOffset ?? 0, Math.max(0, (items.length + 1) * lineHeight - height + 1))
  const widths = columns.map(({ id: one }) => table.getColumn(one)?.getSize() ?? 100)
  const width = widths.reduce((sum, one) => sum + one, checkWidth)
  const template = `${checkWidth}px ${widths.map((one, at) => (at === widths.length - 1 ? `minmax(${one}px, 1fr)` : `${one}px`)).join(' ')}`
  const parts = {
    items,
    page: Math.max(1, Math.floor(height / lineHeight) - 2),
    scrollTo: (index: number) => virtualizer.scrollToIndex(index),
    copy: onCopy,
    showDetails: onDetails,
    type: onType,
  }
  const clicked = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return
    const line = event.target.closest<HTMLElement>('[data-index]')
    const index = Number(line?.dataset['index'] ?? -1)
    const item = items[index]
    if (item === undefined) return
    if (item.kind === 'group') toggleGroup(item.key)
    else if (event.target.closest('[data-check]') !== null || event.ctrlKey || event.metaKey)
      toggleSelected(item.entry.row.id)
    else if (!event.shiftKey) setDetailed(item.entry.row.id)
    moveTo({ items, scrollTo: () => undefined }, index, event.shiftKey)
  }
  useListener(grid, 'click', clicked)
  useListener(grid, 'keydown', (event) => {
    if (event.target === event.currentTarget && pressed(parts, event)) event.preventDefault()
  })
  const activeIndex = lines.find(({ index }) => items[index]?.key === active)?.index
  const search = useTableView((state) => state.search)
  const filters = useTableView((state) => state.filters)
  useLayoutEffect(() => {
    if (scroller.current !== null && scroller.current.scrollTop > 0) virtualizer.scrollToOffset(0)
  }, [search, filters, virtualizer])
  return (
    <div ref={scroller} className={styles.scroller}>
      <div style={{ height: `${(items.length + 1) * lineHeight + 1}px`, width: `${width}px`, minWidth: '100%' }}>
        <table
          ref={grid}
          role={inGroups ? 'treegrid' : 'grid'}
          tabIndex={0}
          aria-label={tableWords.caption}
          aria-description={tableWords.keys}
          aria-rowcount={items.length + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable="true"
          {...(activeIndex === undefined ? {} : { 'aria-activedescendant': `${id}-${activeIndex}` })}
          className={styles.pane}
          style={{ height: `${height}px`, '--kit-columns': template } as CSSProperties}
        >
          <GridHeader table={table} />
          <tbody className={styles.body} style={{ transform: `translateY(${(lines[0]?.start ?? 0) - scrolled}px)` }}>
            {items.length === 0 && (
              <tr>
                <td className={styles.nothing}>{tableWords.nothingFits}</td>
              </tr>
            )}
            {lines.map(({ index }) => {
              const item = items[index]
              return (
                item !== undefined && (
                  <GridRow
                    key={index}
                    id={`${id}-${index}`}
                    item={item}
                    index={index}
                    columns={columns}
                    selected={item.kind === 'row' && selected.has(item.entry.row.id)}
                    active={item.key === active}
                    inGroups={inGroups}
                  />
                )
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}
