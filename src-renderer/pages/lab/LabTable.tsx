import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  // Wide tables scroll by themselves where the window is narrow or enlarged; the page does not.
  scroll: { position: 'relative', overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse' },
  caption: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  head: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
})

/** A cell of a Lab table. */
export const useCellStyles = makeStyles({
  cell: {
    verticalAlign: 'top',
    textAlign: 'left',
    fontWeight: 'inherit',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  muted: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  copied: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
})

interface Props {
  readonly caption: string
  readonly columns: readonly string[]
  /** Narrower than this the table scrolls, in pixels. */
  readonly minWidth: number
  /** The rows. */
  readonly children: ReactNode
}

/** A table with a hidden caption. */
export const LabTable = ({ caption, columns, minWidth, children }: Props) => {
  const styles = useStyles()
  return (
    <div className={styles.scroll}>
      <table className={styles.table} style={{ minWidth }}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.head}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
