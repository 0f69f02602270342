import { getCoreRowModel, useReactTable, type ColumnDef, type Table, type Updater } from '@tanstack/react-table'
import { allColumns, widthLimits, type ComputerColumn } from '../model/columns.ts'
import { setSort, setWidths, useTableView } from './view-store.ts'

const definitions: ColumnDef<ComputerColumn>[] = allColumns.map(({ id, title, width }) => ({
  id,
  header: title,
  // The library lets no column sort that reads nothing.
  accessorFn: (read) => read.title,
  size: width,
  minSize: widthLimits.least,
  maxSize: widthLimits.most,
}))

/** The library keeps the columns alone; ten thousand rows are sorted and filtered by model/arrange.ts, within a frame. */
const noRows: ComputerColumn[] = []
const coreRowModel = getCoreRowModel<ComputerColumn>()

const settled = <T>(updater: Updater<T>, before: T): T =>
  typeof updater === 'function' ? (updater as (old: T) => T)(before) : updater

/** The columns of the table with their widths, their order and how they sort. */
export const useColumnTable = (): Table<ComputerColumn> => {
  const sort = useTableView((state) => state.sort)
  const columns = useTableView((state) => state.columns)
  const widths = useTableView((state) => state.widths)
  const sorting = sort.map(({ column, descending }) => ({ id: column, desc: descending }))
  return useReactTable({
    data: noRows,
    columns: definitions,
    getCoreRowModel: coreRowModel,
    manualSorting: true,
    enableSortingRemoval: false,
    sortDescFirst: false,
    columnResizeMode: 'onChange',
    defaultColumn: { enableSorting: true, enableMultiSort: true },
    state: {
      sorting,
      columnSizing: widths,
      columnOrder: [...columns],
      columnVisibility: Object.fromEntries(allColumns.map(({ id }) => [id, columns.includes(id)])),
    },
    onSortingChange: (updater) =>
      setSort(
        settled(updater, sorting)
          .slice(0, 4)
          .map(({ id, desc }) => ({ column: id, descending: desc })),
      ),
    onColumnSizingChange: (updater) => setWidths(settled(updater, useTableView.getState().widths)),
  })
}
