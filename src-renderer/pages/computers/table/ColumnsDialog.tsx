import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components'
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up'
import { common } from '../../../strings/common.ts'
import { columnNames, tableWords } from '../../../strings/computers/table.ts'
import { allColumns, usualColumns, type ColumnId } from '../model/columns.ts'
import { setColumns, setWidths, useTableView } from './view-store.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { display: 'flex', alignItems: 'center' },
  name: { flexGrow: 1 },
})

interface Props {
  readonly open: boolean
  readonly onClose: () => void
}

/** Shows, hides and orders columns; the table behind follows at once. The name of the computer is always shown. */
export const ColumnsDialog = ({ open, onClose }: Props) => {
  const styles = useStyles()
  const columns = useTableView((state) => state.columns)
  const hidden = allColumns.flatMap(({ id }) => (columns.includes(id) ? [] : [id]))
  const move = (id: ColumnId, by: -1 | 1): void => {
    const from = columns.indexOf(id)
    const without = columns.filter((one) => one !== id)
    setColumns(without.toSpliced(from + by, 0, id))
  }
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{tableWords.columnsTitle}</DialogTitle>
          <DialogContent>
            <p>{tableWords.columnsHint}</p>
            <ul className={styles.list}>
              {[...columns, ...hidden].map((id) => {
                const at = columns.indexOf(id)
                const name = columnNames[id]
                return (
                  <li key={id} className={styles.item}>
                    <Checkbox
                      className={styles.name}
                      label={name}
                      checked={at !== -1}
                      disabled={id === 'name'}
                      onChange={() => setColumns(at === -1 ? [...columns, id] : columns.filter((one) => one !== id))}
                    />
                    {at !== -1 && (
                      <>
                        <Button
                          size="small"
                          appearance="subtle"
                          icon={<ArrowUpRegular />}
                          aria-label={tableWords.moveUp(name)}
                          disabled={at === 0}
                          onClick={() => move(id, -1)}
                        />
                        <Button
                          size="small"
                          appearance="subtle"
                          icon={<ArrowDownRegular />}
                          aria-label={tableWords.moveDown(name)}
                          disabled={at === columns.length - 1}
                          onClick={() => move(id, 1)}
                        />
                      </>
                    )}
                  </li>
                )
              })}
            </ul>
          </DialogContent>
          <DialogActions fluid>
            <Button
              onClick={() => {
                setColumns(usualColumns)
                setWidths({})
              }}
            >
              {tableWords.usualColumns}
            </Button>
            <Button appearance="primary" onClick={onClose}>
              {common.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
