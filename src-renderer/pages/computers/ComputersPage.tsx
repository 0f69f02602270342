import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { openEstate, reloadEstate, useComputers } from '../../stores/computers-store.ts'
import { loadLab, useLab } from '../../stores/lab-store.ts'
import { loadUnfinishedPlans } from '../../stores/unfinished-plans-store.ts'
import { common } from '../../strings/common.ts'
import { computers as words } from '../../strings/computers/page.ts'
import { Notices } from '../home/Notices.tsx'
import { UnfinishedPlans } from '../home/UnfinishedPlans.tsx'
import { addScenario } from './add-scenario.ts'
import { EmptyEstate } from './EmptyEstate.tsx'
import { clockOf, usePlaceKind, useScenario } from './place-store.ts'
import { PlaceChoice } from './PlaceChoice.tsx'

const ComputerTable = lazy(async () => ({ default: (await import('./table/ComputerTable.tsx')).ComputerTable }))
const AddDialog = lazy(async () => ({ default: (await import('./adding/AddDialog.tsx')).AddDialog }))

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    minHeight: '100%',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    '@media (max-width: 720px)': { padding: tokens.spacingHorizontalM },
  },
  // As high as the window, so that the table scrolls and not the page; taller where more than the table is shown.
  filled: { height: '100%', minHeight: '560px', '@media (max-width: 1000px)': { height: 'auto' } },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  actions: { marginLeft: 'auto', display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** The first page: messages and plans that wait, then every computer of one place. */
export const ComputersPage = () => {
  const styles = useStyles()
  const error = useAppInfo((state) => state.error)
  const labNow = useLab((state) => state.overview?.now ?? null)
  const kind = usePlaceKind()
  const scenario = useScenario()
  const count = useComputers((state) => state.entries.length)
  const total = useComputers((state) => state.total)
  const listError = useComputers((state) => state.error)
  const [adding, setAdding] = useState<{ readonly turn: number; readonly open: boolean }>({ turn: 0, open: false })
  const [failure, setFailure] = useState<AppError | null>(null)
  useEffect(() => {
    void loadUnfinishedPlans()
    void loadLab()
  }, [])
  useEffect(() => {
    if (kind === 'network') openEstate({ place: 'network' })
    else if (kind === 'lab' && scenario !== null) openEstate({ place: 'lab', scenario })
  }, [kind, scenario])
  const now = useMemo(() => clockOf(kind ?? 'network', labNow), [kind, labNow])
  const add = (): void => setAdding(({ turn }) => ({ turn: turn + 1, open: true }))
  return (
    <div className={count > 0 ? `${styles.page} ${styles.filled}` : styles.page}>
      <div className={styles.head}>
        <PageHeading text={words.heading} />
        {kind !== null && <PlaceChoice kind={kind} />}
        {count > 0 && (
          <div className={styles.actions}>
            <Button icon={<AddRegular />} onClick={add}>
              {words.add}
            </Button>
          </div>
        )}
      </div>
      {error !== null && <ErrorPanel error={error} />}
      <Notices />
      <UnfinishedPlans />
      {failure !== null && <ErrorPanel error={failure} title={words.failed} />}
      {listError !== null && (
        <ErrorPanel error={listError} title={words.listFailed}>
          <Button size="small" onClick={reloadEstate}>
            {common.tryAgain}
          </Button>
        </ErrorPanel>
      )}
      {kind !== null && total === 0 && count === 0 && (
        <EmptyEstate kind={kind} onAdd={add} onAddScenario={() => void addScenario().then(setFailure)} />
      )}
      {total === null && listError === null && error === null && <Spinner size="tiny" label={words.loading} />}
      {kind !== null && count > 0 && (
        <Suspense fallback={<Spinner size="tiny" label={words.loading} />}>
          <ComputerTable now={now} />
        </Suspense>
      )}
      {adding.turn > 0 && (
        <Suspense>
          <AddDialog
            key={adding.turn}
            open={adding.open}
            onClose={() => setAdding(({ turn }) => ({ turn, open: false }))}
          />
        </Suspense>
      )}
    </div>
  )
}
