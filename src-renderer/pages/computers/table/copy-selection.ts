import { announce } from '../../../components/Announcer.tsx'
import { useComputers } from '../../../stores/computers-store.ts'
import { common } from '../../../strings/common.ts'
import { tableWords } from '../../../strings/computers/table.ts'
import { sorted } from '../model/arrange.ts'
import { asText } from '../model/as-text.ts'
import { columnOf } from '../model/columns.ts'
import { useTableView } from './view-store.ts'

/**
 * Copies all selected computers, those that a filter hides included, with the columns that are shown and in the order of
 * the table. Says how many were copied, or that the clipboard was not to be had.
 */
export const copySelection = async (): Promise<void> => {
  const { selected, columns, sort } = useTableView.getState()
  const { byId } = useComputers.getState()
  const chosen = sorted(
    [...selected].flatMap((id) => byId.get(id) ?? []),
    sort,
  )
  if (chosen.length === 0) return
  try {
    await navigator.clipboard.writeText(
      asText(
        chosen,
        columns.flatMap((id) => columnOf(id) ?? []),
      ),
    )
    announce(tableWords.copiedRows(chosen.length))
  } catch {
    announce(common.copyFailed)
  }
}
