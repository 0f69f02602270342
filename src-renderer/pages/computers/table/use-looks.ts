import { mergeClasses } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { ComputerColumn } from '../model/columns.ts'
import { useGridStyles } from './use-grid-styles.ts'

/** The class names of lines and cells, put together once and not again for every line that is drawn. */
export interface Looks {
  readonly group: string
  readonly activeGroup: string
  readonly groupText: string
  readonly count: string
  readonly row: string
  readonly selected: string
  readonly active: string
  readonly activeSelected: string
  readonly check: string
  readonly cells: readonly { readonly column: ComputerColumn; readonly className: string }[]
}

/** The looks of lines with these columns. */
export const useLooks = (columns: readonly ComputerColumn[]): Looks => {
  const styles = useGridStyles()
  return useMemo(() => {
    const row = mergeClasses(styles.line, styles.row)
    const group = mergeClasses(row, styles.group)
    const selected = mergeClasses(row, styles.selected)
    return {
      group,
      activeGroup: mergeClasses(group, styles.active),
      groupText: styles.groupText,
      count: styles.count,
      row,
      selected,
      active: mergeClasses(row, styles.active),
      activeSelected: mergeClasses(selected, styles.active),
      check: styles.check,
      cells: columns.map((column) => ({
        column,
        className: mergeClasses(
          styles.cell,
          column.numeric === true && styles.numeric,
          column.id === 'outcome' && styles.state,
        ),
      })),
    }
  }, [columns, styles])
}
