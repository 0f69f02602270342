import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { ScrollArea } from './ScrollArea.tsx'

const useStyles = makeStyles({
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
  return (
    <ScrollArea label={caption}>
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
    </ScrollArea>
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
