import { makeStyles, mergeClasses, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useListener } from './use-listener.ts'

const rowHeight = 36
/** A table in which the arrow keys move (ARIA Authoring Practices, “Grid”). */
const grid = 'grid'
/** Rows on a page of the keys Page Up and Page Down. */
const pageRows = 10

const useStyles = makeStyles({
  area: {
    position: 'relative',
    overflow: 'auto',
    maxHeight: '420px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { display: 'block', minWidth: '640px' },
  row: { display: 'grid', alignItems: 'center', height: `${rowHeight}px`, boxSizing: 'border-box' },
  head: {
    display: 'block',
    position: 'sticky',
    top: 0,
    zIndex: 1,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  body: { display: 'block', position: 'relative' },
  line: {
    position: 'absolute',
    top: 0,
    left: 0,
    width: '100%',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  opens: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  cell: {
    minWidth: 0,
    textAlign: 'left',
    fontWeight: 'inherit',
    padding: `0 ${tokens.spacingHorizontalS}`,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  open: {
    maxWidth: '100%',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    fontFamily: 'inherit',
    fontSize: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

/** One column. */
export interface VirtualColumn<R> {
  readonly name: string
  /** A width of CSS grid columns, for example `2fr` or `120px`. */
  readonly width: string
  readonly cell: (row: R) => ReactNode
}

interface Props<R> {
  /** The table's name for screen readers. */
  readonly caption: string
  /** The first one names the row. */
  readonly columns: readonly VirtualColumn<R>[]
  readonly rows: readonly R[]
  readonly keyOf: (row: R) => string | number
  /** Opens a row by a click or Enter. */
  readonly onOpen?: (row: R) => void
}

const target = (key: string, index: number, last: number): number | null => {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1)
    case 'ArrowUp':
      return Math.max(0, index - 1)
    case 'PageDown':
      return Math.min(last, index + pageRows)
    case 'PageUp':
      return Math.max(0, index - pageRows)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

/** A table for thousands of rows, of which only the visible ones exist. One stop of the Tab key; arrows move in it. */
export const VirtualTable = <R,>({ caption, columns, rows, keyOf, onOpen }: Props<R>) => {
  const styles = useStyles()
  // A dialog that a row opened gives the focus back to it.
  const restored = useRestoreFocusTarget()
  const area = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  const [active, setActive] = useState(0)
  const current = Math.max(0, Math.min(active, rows.length - 1))
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => area.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
    // The row that has the Tab stop exists wherever the table is scrolled to.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(rows.length > 0 ? [current] : [])])].toSorted((a, b) => a - b),
  })
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    area.current?.querySelector<HTMLElement>(`[data-row="${current}"]`)?.focus()
  }, [current])
  const template = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') }
  const onKeyDown = (event: globalThis.KeyboardEvent): void => {
    const next = target(event.key, current, rows.length - 1)
    if (next === null || rows.length === 0) return
    event.preventDefault()
    moved.current = next !== current
    virtualizer.scrollToIndex(next)
    setActive(next)
  }
  useListener(area, 'keydown', onKeyDown)
  const stop = (index: number) => ({ 'data-row': index, tabIndex: index === current ? 0 : -1 })
  return (
    <div ref={area} className={styles.area}>
      <table role={grid} tabIndex={-1} aria-label={caption} aria-rowcount={rows.length + 1} className={styles.table}>
        <thead className={styles.head}>
          <tr aria-rowindex={1} className={styles.row} style={template}>
            {columns.map(({ name }) => (
              <th key={name} scope="col" className={styles.cell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.body} style={{ height: `${virtualizer.getTotalSize()}px` }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            if (row === undefined) return null
            const open = (): void => {
              setActive(index)
              onOpen?.(row)
            }
            return (
              <tr
                key={keyOf(row)}
                aria-rowindex={index + 2}
                className={mergeClasses(styles.row, styles.line, onOpen && styles.opens)}
                style={{ ...template, transform: `translateY(${start}px)` }}
                {...(onOpen === undefined ? {} : { onClick: open })}
              >
                {columns.map(({ name, cell }, place) => (
                  <td key={name} className={styles.cell} {...(place === 0 && onOpen === undefined ? stop(index) : {})}>
                    {place === 0 && onOpen !== undefined ? (
                      <button
                        type="button"
                        className={styles.open}
                        aria-haspopup="dialog"
                        {...restored}
                        {...stop(index)}
                      >
                        {cell(row)}
                      </button>
                    ) : (
                      cell(row)
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
