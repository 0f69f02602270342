import { mergeClasses } from '@fluentui/react-components'
import { CheckboxCheckedFilled } from '@fluentui/react-icons/svg/checkbox-checked'
import { CheckboxUncheckedRegular } from '@fluentui/react-icons/svg/checkbox-unchecked'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { memo } from 'react'
import { LevelIcon } from '../../../components/LevelIcon.tsx'
import { outcomeLevels } from '../../../strings/computers/outcomes.ts'
import { tableWords } from '../../../strings/computers/table.ts'
import type { Item } from '../model/arrange.ts'
import type { ComputerColumn } from '../model/columns.ts'
import { useGridStyles } from './use-grid-styles.ts'

interface Props {
  readonly item: Item
  /** Its number among all lines, from 0. */
  readonly index: number
  readonly id: string
  readonly columns: readonly ComputerColumn[]
  readonly selected: boolean
  readonly active: boolean
  /** Whether the table is in groups. */
  readonly inGroups: boolean
}

/** One line of the table, drawn anew only where it changed itself. Clicks are heard by the table. */
export const GridRow = memo(({ item, index, id, columns, selected, active, inGroups }: Props) => {
  const styles = useGridStyles()
  if (item.kind === 'group')
    return (
      <tr
        id={id}
        data-index={index}
        aria-rowindex={index + 2}
        aria-level={1}
        aria-expanded={item.open}
        className={mergeClasses(styles.line, styles.row, styles.group, active && styles.active)}
      >
        <td aria-colindex={1} colSpan={columns.length + 1} className={styles.groupText}>
          {item.open ? <ChevronDownRegular aria-hidden="true" /> : <ChevronRightRegular aria-hidden="true" />}
          <span>{item.label}</span>
          <span className={styles.count}>{tableWords.rows(item.count)}</span>
        </td>
      </tr>
    )
  const { row } = item.entry
  return (
    <tr
      id={id}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected}
      {...(inGroups ? { 'aria-level': 2 } : {})}
      className={mergeClasses(styles.line, styles.row, selected && styles.selected, active && styles.active)}
    >
      <td aria-colindex={1} data-check="" className={styles.check}>
        {selected ? (
          <CheckboxCheckedFilled aria-label={tableWords.selectRow} />
        ) : (
          <CheckboxUncheckedRegular aria-hidden="true" />
        )}
      </td>
      {columns.map((column, at) => {
        const text = column.text(row)
        const className = mergeClasses(
          styles.cell,
          column.numeric === true && styles.numeric,
          column.id === 'outcome' && styles.state,
        )
        return column.id === 'name' ? (
          <th key={column.id} scope="row" aria-colindex={at + 2} title={text} className={className}>
            {text}
          </th>
        ) : (
          <td key={column.id} aria-colindex={at + 2} title={text} className={className}>
            {column.id === 'outcome' && <LevelIcon level={outcomeLevels[row.outcome]} />}
            {text}
          </td>
        )
      })}
    </tr>
  )
})
GridRow.displayName = 'GridRow'
