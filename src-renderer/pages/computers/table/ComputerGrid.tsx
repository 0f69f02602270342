import { memo, useEffect, useId, useMemo, useRef, type CSSProperties } from 'react'
import { useListener } from '../../../components/use-listener.ts'
import { tableWords } from '../../../strings/computers/table.ts'
import { columnOf, widthOf } from '../model/columns.ts'
import { GridHeader } from './GridHeader.tsx'
import { moveTo, pressed } from './grid-keys.ts'
import { GridRow } from './GridRow.tsx'
import type { Arranged } from './use-arranged.ts'
import { headHeight, lineHeight, useGridStyles } from './use-grid-styles.ts'
import { useLooks } from './use-looks.ts'
import { useSeenLines } from './use-seen-lines.ts'
import { setDetailed, toggleGroup, toggleSelected, useTableView } from './view-store.ts'

interface Props {
  readonly arranged: Arranged
  readonly onCopy: () => Promise<void>
  readonly onType: (character: string) => void
  readonly onDetails: () => void
}

/** Room for the mark of selection, in pixels. */
const checkWidth = 36

/** The table itself: lines that are seen are drawn, all others only counted. */
export const ComputerGrid = memo(({ arranged: { items }, onCopy, onType, onDetails }: Props) => {
  const styles = useGridStyles()
  const id = useId()
  const grid = useRef<HTMLTableElement>(null)
  const columnIds = useTableView((state) => state.columns)
  const columns = useMemo(() => columnIds.flatMap((one) => columnOf(one) ?? []), [columnIds])
  const selected = useTableView((state) => state.selected)
  const active = useTableView((state) => state.active)
  const inGroups = useTableView((state) => state.groupBy !== null)
  const chosenWidths = useTableView((state) => state.widths)
  const looks = useLooks(columns)
  const { scroller, height, numbers, above, scrollTo } = useSeenLines(items.length)
  const widths = columns.map((column) => widthOf(column, chosenWidths))
  const width = widths.reduce((sum, one) => sum + one, checkWidth)
  const template = `${checkWidth}px ${widths.map((one, at) => (at === widths.length - 1 ? `minmax(${one}px, 1fr)` : `${one}px`)).join(' ')}`
  const parts = {
    items,
    page: Math.max(1, Math.floor(height / lineHeight) - 2),
    scrollTo,
    copy: () => void onCopy(),
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
      toggleSelected(item.row.id)
    else if (!event.shiftKey) setDetailed(item.row.id)
    moveTo({ items, scrollTo: () => undefined }, index, event.shiftKey)
  }
  useListener(grid, 'click', clicked)
  useListener(grid, 'keydown', (event) => {
    if (event.target === event.currentTarget && pressed(parts, event)) event.preventDefault()
  })
  const activeIndex = numbers.find((index) => items[index]?.key === active)
  // What fits another filter is looked at from its first line on.
  useEffect(
    () =>
      useTableView.subscribe((view, before) => {
        if (view.search !== before.search || view.filters !== before.filters) scrollTo(0)
      }),
    [scrollTo],
  )
  return (
    <div ref={scroller} className={styles.scroller}>
      <div style={{ height: `${items.length * lineHeight + headHeight}px`, width: `${width}px`, minWidth: '100%' }}>
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
          <GridHeader />
          <tbody className={styles.body} style={{ transform: `translateY(${-above}px)` }}>
            {items.length === 0 && (
              <tr>
                <td className={styles.nothing}>{tableWords.nothingFits}</td>
              </tr>
            )}
            {numbers.map((index) => {
              const item = items[index]
              return (
                item !== undefined && (
                  <GridRow
                    key={index}
                    id={`${id}-${index}`}
                    item={item}
                    index={index}
                    looks={looks}
                    selected={item.kind === 'row' && selected.has(item.row.id)}
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
})
ComputerGrid.displayName = 'ComputerGrid'
