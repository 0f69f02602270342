import { makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../../src-main/contract/app-error.ts'
import { bridge } from '../../../bridge/bridge.ts'
import { announce } from '../../../components/Announcer.tsx'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { useComputers } from '../../../stores/computers-store.ts'
import { ask } from '../../../stores/question-store.ts'
import { common } from '../../../strings/common.ts'
import { computers as words } from '../../../strings/computers/page.ts'
import { removeQuestion, tableWords } from '../../../strings/computers/table.ts'
import { DetailsPanel } from '../details/DetailsPanel.tsx'
import { asText, sorted } from '../model/arrange.ts'
import { columnOf } from '../model/columns.ts'
import { ScanBar } from '../scan/ScanBar.tsx'
import { ComputerGrid } from './ComputerGrid.tsx'
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
  const focusTable = (): void => table.current?.querySelector('table')?.focus()
  const copy = async (): Promise<void> => {
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
  const remove = async (): Promise<void> => {
    const ids = [...useTableView.getState().selected]
    const { place } = useComputers.getState()
    if (place === null || !(await ask(removeQuestion(ids.length)))) return
    const answer = await bridge.call('computers.remove', { place, ids })
    setFailure(answer.ok ? null : answer.error)
    if (answer.ok) forgetSelection()
  }
  const type = (character: string): void => {
    setSearch(useTableView.getState().search + character)
    filter.current?.focus()
  }
  const [wanted, setWanted] = useState(false)
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
          <ComputerGrid
            arranged={arranged}
            onCopy={() => void copy()}
            onType={type}
            onDetails={() => setWanted(true)}
          />
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
      <StatusBar fitting={arranged.fitting} onCopy={() => void copy()} onRemove={() => void remove()} />
    </div>
  )
}
