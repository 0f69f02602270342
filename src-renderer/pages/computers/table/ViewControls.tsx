import { Button, makeStyles, Select, tokens } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { SaveRegular } from '@fluentui/react-icons/svg/save'
import { ColumnTripleRegular } from '@fluentui/react-icons/svg/column-triple'
import { lazy, memo, Suspense, useEffect, useId, useState } from 'react'
import { tableWords } from '../../../strings/computers/table.ts'
import { columnOf, groupingColumns } from '../model/columns.ts'
import { isBuiltIn } from '../model/views.ts'
import { chooseView, loadViews, removeView, setGroupBy, useTableView, viewsOf } from './view-store.ts'

const ColumnsDialog = lazy(async () => ({ default: (await import('./ColumnsDialog.tsx')).ColumnsDialog }))
const SaveViewDialog = lazy(async () => ({ default: (await import('./SaveViewDialog.tsx')).SaveViewDialog }))

const useStyles = makeStyles({
  controls: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  choice: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
})

/** Which view, which groups, which columns. */
export const ViewControls = memo(() => {
  const styles = useStyles()
  const id = useId()
  const viewName = useTableView((state) => state.viewName)
  const saved = useTableView((state) => state.saved)
  const groupBy = useTableView((state) => state.groupBy)
  const [dialog, setDialog] = useState<{ readonly kind: 'columns' | 'save'; readonly open: boolean } | null>(null)
  useEffect(() => void loadViews(), [])
  const close = (): void => setDialog((present) => present && { ...present, open: false })
  return (
    <div className={styles.controls}>
      <span className={styles.choice}>
        <label htmlFor={`${id}-view`}>{tableWords.view}</label>
        <Select id={`${id}-view`} value={viewName} onChange={(_, data) => chooseView(data.value)}>
          {viewsOf(saved).map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </span>
      <span className={styles.choice}>
        <label htmlFor={`${id}-group`}>{tableWords.groupBy}</label>
        <Select
          id={`${id}-group`}
          value={groupBy ?? ''}
          onChange={(_, data) => setGroupBy(data.value === '' ? null : data.value)}
        >
          <option value="">{tableWords.noGroup}</option>
          {groupingColumns.map((column) => (
            <option key={column} value={column}>
              {columnOf(column)?.title}
            </option>
          ))}
        </Select>
      </span>
      <Button icon={<ColumnTripleRegular />} onClick={() => setDialog({ kind: 'columns', open: true })}>
        {tableWords.columns}
      </Button>
      <Button icon={<SaveRegular />} onClick={() => setDialog({ kind: 'save', open: true })}>
        {tableWords.saveView}
      </Button>
      {!isBuiltIn(viewName) && (
        <Button icon={<DeleteRegular />} onClick={() => void removeView(viewName)}>
          {tableWords.removeView}
        </Button>
      )}
      <Suspense>
        {dialog?.kind === 'columns' && <ColumnsDialog open={dialog.open} onClose={close} />}
        {dialog?.kind === 'save' && <SaveViewDialog open={dialog.open} onClose={close} />}
      </Suspense>
    </div>
  )
})
ViewControls.displayName = 'ViewControls'
