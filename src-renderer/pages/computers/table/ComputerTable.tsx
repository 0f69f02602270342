import { makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../../src-main/contract/app-error.ts'
import { bridge } from '../../../bridge/bridge.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { useComputers } from '../../../stores/computers-store.ts'
import { ask } from '../../../stores/question-store.ts'
import { computers as words } from '../../../strings/computers/page.ts'
import { removeQuestion } from '../../../strings/computers/table.ts'
import { DetailsPanel } from '../details/DetailsPanel.tsx'
import { ScanBar } from '../scan/ScanBar.tsx'
import { ComputerGrid } from './ComputerGrid.tsx'
import { copySelection } from './copy-selection.ts'
import { FilterField } from './FilterField.tsx'
import { StateChips } from './StateChips.tsx'
import { StatusBar } from './StatusBar.tsx'
import { useArranged } from './use-arranged.ts'
import { ViewControls } from './ViewControls.tsx'
import { forgetSelection, lookAt, setSearch, useTableView } from './view-store.ts'

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, flexGrow: 1, minHeight: 0 },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  both: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
    flexGrow: 1,
    minHeight: '280px',
    '@media (max-width: 1000px)': { flexDirection: 'column' },
  },
  table: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: '280px' },
})

/** The table of computers with its tools and the details of one. @param now milliseconds, by the clock of the place */
export const ComputerTable = ({ now }: { readonly now: number }) => {
  const styles = useStyles()
  const arranged = useArranged(now)
  const filter = useRef<HTMLInputElement>(null)
  const table = useRef<HTMLDivElement>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const detailed = useTableView((state) => state.detailed)
  const viewError = useTableView((state) => state.error)
  const shownEntry = useComputers((state) => (detailed === null ? undefined : state.byId.get(detailed)))
  const place = useComputers((state) => state.place)
  useEffect(() => {
    if (place !== null) lookAt(place)
  }, [place])
  const focusTable = useCallback((): void => table.current?.querySelector('table')?.focus(), [])
  const remove = useCallback(async (): Promise<void> => {
    const ids = [...useTableView.getState().selected]
    const { place } = useComputers.getState()
    if (place === null || !(await ask(removeQuestion(ids.length)))) return
    const answer = await bridge.call('computers.remove', { place, ids })
    setFailure(answer.ok ? null : answer.error)
    if (answer.ok) forgetSelection()
  }, [])
  const type = useCallback((character: string): void => {
    setSearch(useTableView.getState().search + character)
    filter.current?.focus()
  }, [])
  const [wanted, setWanted] = useState(false)
  const want = useCallback(() => setWanted(true), [])
  const focused = useCallback(() => setWanted(false), [])
  return (
    <div className={styles.area}>
      {place !== null && <ScanBar key={place.place === 'lab' ? place.scenario : ''} place={place} />}
      <div className={styles.tools}>
        <FilterField field={filter} onLeave={focusTable} />
        <ViewControls />
      </div>
      <StateChips />
      {(failure ?? viewError) !== null && (
        <ErrorPanel error={(failure ?? viewError) as AppError} title={words.failed} />
      )}
      <div className={styles.both}>
        <div ref={table} className={styles.table}>
          <ComputerGrid arranged={arranged} onCopy={copySelection} onType={type} onDetails={want} />
        </div>
        {shownEntry !== undefined && (
          <DetailsPanel
            key={shownEntry.row.id}
            row={shownEntry.row}
            wanted={wanted}
            onFocused={focused}
            onLeave={focusTable}
          />
        )}
      </div>
      <StatusBar fitting={arranged.fitting} onCopy={copySelection} onRemove={remove} />
    </div>
  )
}
