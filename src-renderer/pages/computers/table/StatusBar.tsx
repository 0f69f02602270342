import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { memo, useCallback, useEffect, useMemo, useRef } from 'react'
import { useComputers } from '../../../stores/computers-store.ts'
import { SaveReportButton, type ReportChoice } from '../../../dialogs/report/SaveReportButton.tsx'
import { tableWords } from '../../../strings/computers/table.ts'
import { report as reportWords } from '../../../strings/deployment/report.ts'
import type { Entry } from '../../../stores/computer-entry.ts'
import { SelectionTasks } from './SelectionTasks.tsx'
import { setSelected, showAll, useTableView } from './view-store.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM, minHeight: '32px' },
  text: { margin: 0 },
  shown: { display: 'contents' },
  hidden: { display: 'none' },
  report: { marginLeft: 'auto' },
})

interface Props {
  readonly fitting: readonly Entry[]
  readonly onCopy: () => Promise<void>
  readonly onRemove: () => Promise<void>
}

/** Takes the filter away. Made once: to make a button takes longer than to search ten thousand computers. */
const ShowAll = memo(({ needed }: { readonly needed: boolean }) => {
  const styles = useStyles()
  return (
    <span className={needed ? styles.shown : styles.hidden}>
      <Button size="small" onClick={showAll}>
        {tableWords.clearFilter}
      </Button>
    </span>
  )
})
ShowAll.displayName = 'ShowAll'

/** How many computers are shown and selected, and what can be done with the selection. */
export const StatusBar = ({ fitting, onCopy, onRemove }: Props) => {
  const styles = useStyles()
  const total = useComputers((state) => state.entries.length)
  const selected = useTableView((state) => state.selected)
  const hidden = useMemo(
    () => (selected.size === 0 ? 0 : selected.size - fitting.filter(({ row }) => selected.has(row.id)).length),
    [selected, fitting],
  )
  const place = useComputers((state) => state.place)
  // The button must not be made anew with each keystroke in the filter: what it needs is read when it is pressed.
  const latest = useRef(fitting)
  useEffect(() => {
    latest.current = fitting
  }, [fitting])
  const choice = useCallback((): ReportChoice => {
    const { selected: chosen, search } = useTableView.getState()
    const shown = latest.current
    return {
      selection: [...chosen],
      view: shown.length === useComputers.getState().entries.length ? [] : shown.map(({ row }) => row.id),
      viewLabel: reportWords.viewLabel(search),
    }
  }, [])
  return (
    <div className={styles.bar}>
      <p className={styles.text}>{tableWords.shown(fitting.length, total)}</p>
      <ShowAll needed={fitting.length < total} />
      {selected.size > 0 && (
        <>
          <p className={styles.text}>{tableWords.selected(selected.size, hidden)}</p>
          <SelectionTasks />
          <Button size="small" onClick={() => void onCopy()}>
            {tableWords.copyRows}
          </Button>
          <Button size="small" onClick={() => void onRemove()}>
            {tableWords.remove}
          </Button>
          <Button size="small" onClick={() => setSelected(new Set())}>
            {tableWords.clearSelection}
          </Button>
        </>
      )}
      {place !== null && (
        <span className={styles.report}>
          <SaveReportButton place={place} size="small" choice={choice} />
        </span>
      )}
    </div>
  )
}
