import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState, type ReactNode } from 'react'

const useStyles = makeStyles({
  // Positioned, so that the hidden caption scrolls with the table and does not lengthen the page.
  scroll: {
    position: 'relative',
    overflowX: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { width: '100%', borderCollapse: 'collapse' },
  caption: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  cell: {
    verticalAlign: 'top',
    textAlign: 'left',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  joined: { borderBottom: 'none' },
  rowName: { fontWeight: tokens.fontWeightRegular },
})

interface Column {
  readonly name: string
  /** Figures stand to the right. */
  readonly numeric?: boolean
}

interface Props {
  /** The table's name for screen readers. */
  readonly caption: string
  readonly columns: readonly Column[]
  readonly children: ReactNode
}

/** A table that scrolls by itself where the window is narrow; the keyboard can scroll it too. */
export const DataTable = ({ caption, columns, children }: Props) => {
  const styles = useStyles()
  const area = useRef<HTMLDivElement>(null)
  const [wide, setWide] = useState(false)
  useEffect(() => {
    const element = area.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setWide(element.scrollWidth > element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  // Only a table that is cut off needs a stop of the Tab key, to be scrolled from the keyboard.
  const reachable = wide ? { tabIndex: 0, role: 'region', 'aria-label': caption } : {}
  return (
    <div ref={area} className={styles.scroll} {...reachable}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, numeric = false }) => (
              <th key={name} scope="col" className={mergeClasses(styles.cell, styles.head, numeric && styles.number)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

interface CellProps {
  readonly children: ReactNode
  readonly numeric?: boolean
  /** The row below belongs to this one, so no line stands between them. */
  readonly joined?: boolean
  readonly colSpan?: number
  /** Names the row for screen readers. */
  readonly header?: boolean
}

/** One cell of a DataTable. */
export const Cell = ({ children, numeric = false, joined = false, colSpan, header = false }: CellProps) => {
  const styles = useStyles()
  const className = mergeClasses(styles.cell, numeric && styles.number, joined && styles.joined)
  return header ? (
    <th scope="row" className={mergeClasses(className, styles.rowName)}>
      {children}
    </th>
  ) : (
    <td className={className} {...(colSpan === undefined ? {} : { colSpan })}>
      {children}
    </td>
  )
}
