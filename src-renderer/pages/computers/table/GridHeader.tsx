import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up'
import { memo } from 'react'
import { tableWords } from '../../../strings/computers/table.ts'
import { useColumnTable } from './use-column-table.ts'
import { useGridStyles } from './use-grid-styles.ts'

const sortNames = { asc: 'ascending', desc: 'descending' } as const

/** The headings: pressing one sorts, its edge changes the width of the column. */
export const GridHeader = memo(() => {
  const styles = useGridStyles()
  const table = useColumnTable()
  return (
    <thead className={styles.header}>
      <tr aria-rowindex={1} className={styles.line}>
        <th scope="col" aria-colindex={1}>
          <span className={styles.unseen}>{tableWords.selectRow}</span>
        </th>
        {table.getFlatHeaders().map((header, index) => {
          const direction = header.column.getIsSorted()
          return (
            <th
              key={header.id}
              scope="col"
              aria-colindex={index + 2}
              aria-sort={direction === false ? 'none' : sortNames[direction]}
              className={styles.columnHead}
            >
              <button
                type="button"
                className={styles.sortButton}
                onClick={header.column.getToggleSortingHandler()}
                title={String(header.column.columnDef.header)}
              >
                {String(header.column.columnDef.header)}
                {direction === 'asc' && <ArrowUpRegular aria-hidden="true" />}
                {direction === 'desc' && <ArrowDownRegular aria-hidden="true" />}
              </button>
              <span
                aria-hidden="true"
                className={styles.edge}
                onMouseDown={header.getResizeHandler()}
                onTouchStart={header.getResizeHandler()}
                onDoubleClick={() => header.column.resetSize()}
              />
            </th>
          )
        })}
      </tr>
    </thead>
  )
})
GridHeader.displayName = 'GridHeader'
