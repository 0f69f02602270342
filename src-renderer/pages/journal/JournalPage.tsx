import { Button, Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import { bridge } from '../../bridge/bridge.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Page } from '../../components/Page.tsx'
import { go } from '../../stores/navigation-store.ts'
import { common } from '../../strings/common.ts'
import { journal } from '../../strings/journal.ts'
import { filterEntries } from './journal-filter.ts'
import { createJournal } from './journal-store.ts'
import { JournalTable } from './JournalTable.tsx'

const useStyles = makeStyles({
  intro: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalL },
  filter: { width: '320px', maxWidth: '100%' },
  muted: { margin: 0, color: tokens.colorNeutralForeground3 },
  older: { justifySelf: 'start' },
})

/** What the app did, newest first. @param planId shows the lines of one plan alone */
export const JournalPage = ({ planId }: { readonly planId: string | null }) => {
  const styles = useStyles()
  const [page] = useState(() => createJournal(bridge))
  const { entries, loading, complete, error } = useStore(page.store)
  const [filter, setFilter] = useState('')
  useEffect(() => void page.loadMore(), [page])
  const ofPlan = filterEntries(entries, '', planId)
  const shown = filterEntries(ofPlan, filter, null)
  const [logError, setLogError] = useState<AppError | null>(null)
  const openLog = async (): Promise<void> => {
    const answer = await bridge.call('app.openLog', undefined)
    setLogError(answer.ok ? null : answer.error)
  }
  return (
    <Page heading={journal.heading}>
      <p className={styles.intro}>{journal.intro}</p>
      <div className={styles.tools}>
        <Field label={journal.filter} className={styles.filter}>
          <Input
            type="search"
            value={filter}
            placeholder={journal.filterHint}
            onChange={(_, data) => setFilter(data.value)}
          />
        </Field>
        <Button onClick={() => void openLog()}>{common.openLog}</Button>
        {planId !== null && (
          <>
            <span>{journal.ofPlan}</span>
            <Button onClick={() => void go({ page: 'journal', planId: null })}>{journal.showAll}</Button>
          </>
        )}
      </div>
      {logError !== null && <ErrorPanel error={logError} />}
      {error !== null && (
        <ErrorPanel error={error}>
          <Button size="small" onClick={() => void page.loadMore()}>
            {common.tryAgain}
          </Button>
        </ErrorPanel>
      )}
      {shown.length > 0 && <JournalTable entries={shown} />}
      {loading && <Spinner size="tiny" label={common.loading} />}
      {complete && entries.length === 0 && <p>{journal.none}</p>}
      {entries.length > 0 && (
        <>
          {shown.length === 0 && <p>{journal.noMatch}</p>}
          <output className={styles.muted}>
            {journal.shown(shown.length, ofPlan.length)}.{' '}
            {complete ? (planId === null ? journal.end : journal.endOfPlan) : ''}
          </output>
          {!complete && (
            <Button className={styles.older} onClick={() => void page.loadMore()}>
              {journal.loadOlder}
            </Button>
          )}
        </>
      )}
    </Page>
  )
}
