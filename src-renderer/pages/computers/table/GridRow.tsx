import { CheckboxCheckedFilled } from '@fluentui/react-icons/svg/checkbox-checked'
import { CheckboxUncheckedRegular } from '@fluentui/react-icons/svg/checkbox-unchecked'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { memo } from 'react'
import { LevelIcon } from '../../../components/LevelIcon.tsx'
import { outcomeLevels } from '../../../strings/computers/outcomes.ts'
import { tableWords } from '../../../strings/computers/table.ts'
import type { Item } from '../model/arrange.ts'
import type { Looks } from './use-looks.ts'

interface Props {
  readonly item: Item
  /** Its number among all lines, from 0. */
  readonly index: number
  readonly id: string
  readonly looks: Looks
  readonly selected: boolean
  readonly active: boolean
  /** Whether the table is in groups. */
  readonly inGroups: boolean
}

const checked = <CheckboxCheckedFilled aria-hidden="true" />
const unchecked = <CheckboxUncheckedRegular aria-hidden="true" />

/** One line of the table, drawn anew only where it changed itself. Clicks are heard by the table. */
export const GridRow = memo(({ item, index, id, looks, selected, active, inGroups }: Props) => {
  if (item.kind === 'group')
    return (
      <tr
        id={id}
        data-index={index}
        aria-rowindex={index + 2}
        aria-level={1}
        aria-expanded={item.open}
        className={active ? looks.activeGroup : looks.group}
      >
        <td aria-colindex={1} colSpan={looks.cells.length + 1} className={looks.groupText}>
          {item.open ? <ChevronDownRegular aria-hidden="true" /> : <ChevronRightRegular aria-hidden="true" />}
          <span>{item.label}</span>
          <span className={looks.count}>{tableWords.rows(item.count)}</span>
        </td>
      </tr>
    )
  const { row } = item
  const plain = selected ? looks.selected : looks.row
  const withFocus = selected ? looks.activeSelected : looks.active
  return (
    <tr
      id={id}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected}
      {...(inGroups ? { 'aria-level': 2 } : {})}
      className={active ? withFocus : plain}
    >
      <td aria-colindex={1} data-check="" className={looks.check}>
        {selected ? checked : unchecked}
      </td>
      {looks.cells.map(({ column, className }, at) => {
        const text = column.text(row)
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
