import { Button, makeStyles, Select, tokens } from '@fluentui/react-components'
import { PersonKeyRegular } from '@fluentui/react-icons/svg/person-key'
import { PlayRegular } from '@fluentui/react-icons/svg/play'
import { StopRegular } from '@fluentui/react-icons/svg/stop'
import { lazy, memo, Suspense, useEffect, useId, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { EstatePlace } from '../../../../src-main/contract/models/estate.ts'
import type { ScanSelection } from '../../../../src-main/contract/models/scan.ts'
import { bridge } from '../../../bridge/bridge.ts'
import { Disclosure } from '../../../components/Disclosure.tsx'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useKeptFocus } from '../../../components/use-kept-focus.ts'
import { useComputers } from '../../../stores/computers-store.ts'
import { accountWords } from '../../../strings/computers/account.ts'
import { scanWords as words } from '../../../strings/computers/scan.ts'
import { enterPasswords, missingPasswords, type MissingPassword } from '../../../stores/missing-passwords.ts'
import { useTableView } from '../table/view-store.ts'
import { createScanning, rowsOf, selectionOf, type Which } from './scan-store.ts'
import { ScanProgress } from './ScanProgress.tsx'

const AccountDialog = lazy(async () => ({ default: (await import('./AccountDialog.tsx')).AccountDialog }))
const PasswordsDialog = lazy(async () => ({
  default: (await import('../../../dialogs/PasswordsDialog.tsx')).PasswordsDialog,
}))

const useStyles = makeStyles({
  bar: { display: 'grid', rowGap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
})

const kinds: readonly Which[] = ['all', 'selection', 'not-scanned', 'failed']

/** The passwords that are asked for, and what is scanned after that. */
interface Asked {
  readonly missing: readonly MissingPassword[]
  readonly selection: ScanSelection
  /** Each asking begins with empty fields. */
  readonly turn: number
  readonly open: boolean
}

const within = (text: string, least: number, most: number): number | null => {
  const value = Number(text)
  return /^\d+$/.test(text.trim()) && value >= least && value <= most ? value : null
}

/** Starts a scan, tells how it goes, stops and continues it. */
export const ScanBar = memo(({ place }: { readonly place: EstatePlace }) => {
  const styles = useStyles()
  const id = useId()
  const [scanning] = useState(() => createScanning(bridge, place))
  const { scan, error } = useStore(scanning.store)
  const selected = useTableView((state) => state.selected)
  const [chosen, setChosen] = useState<Which | null>(null)
  const [open, setOpen] = useState(false)
  const [concurrency, setConcurrency] = useState('32')
  const [deadline, setDeadline] = useState('30')
  const [complaint, setComplaint] = useState<{ readonly field: string; readonly message: string } | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [account, setAccount] = useState({ turn: 0, open: false })
  useEffect(() => scanning.follow(), [scanning])
  const atWork = scan?.state === 'running' || scan?.state === 'stopping'
  const bar = useRef<HTMLElement>(null)
  useKeptFocus(String(atWork), bar)
  const which =
    chosen === 'selection' && selected.size === 0 ? 'all' : (chosen ?? (selected.size > 0 ? 'selection' : 'all'))
  const labels: Record<Which, string> = {
    all: words.all,
    selection: words.selection(selected.size),
    'not-scanned': words.notScanned,
    failed: words.failed,
  }
  const run = (selection: ScanSelection): Promise<void> =>
    scanning.start(selection, Number(concurrency), Number(deadline))
  /** Asks for the passwords that the computers of `of` lack, then scans. */
  const start = async (selection: ScanSelection, of: Which): Promise<void> => {
    const wrong =
      within(concurrency, 1, 256) === null
        ? { field: 'concurrency', message: words.concurrencyWrong }
        : within(deadline, 5, 600) === null
          ? { field: 'deadline', message: words.deadlineWrong }
          : null
    setComplaint(wrong)
    if (wrong !== null) return setOpen(true)
    const { entries, groups } = useComputers.getState()
    const rows = rowsOf(
      entries.map(({ row }) => row),
      of,
      selected,
    )
    const missing = missingPasswords(rows, groups)
    if (missing.length > 0) return setAsked({ missing, selection, turn: (asked?.turn ?? 0) + 1, open: true })
    return run(selection)
  }
  const close = (): void => setAsked((present) => present && { ...present, open: false })
  return (
    <section ref={bar} tabIndex={-1} aria-label={words.region} className={styles.bar}>
      <div className={styles.row}>
        <label htmlFor={id}>{words.which}</label>
        <Select
          id={id}
          value={which}
          disabled={atWork}
          onChange={(_, data) => setChosen(kinds.find((kind) => kind === data.value) ?? 'all')}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind} disabled={kind === 'selection' && selected.size === 0}>
              {labels[kind]}
            </option>
          ))}
        </Select>
        {atWork ? (
          <Button
            icon={<StopRegular />}
            disabledFocusable={scan?.state === 'stopping'}
            onClick={() => void scanning.stop()}
          >
            {words.stop}
          </Button>
        ) : (
          <Button
            appearance="primary"
            icon={<PlayRegular />}
            onClick={() => void start(selectionOf(which, selected), which)}
          >
            {words.start}
          </Button>
        )}
        {scan?.state === 'stopped' && (
          <Button onClick={() => void start({ which: 'unfinished' }, 'all')}>{words.continueScan}</Button>
        )}
        <Button
          icon={<PersonKeyRegular />}
          disabled={atWork}
          onClick={() => setAccount(({ turn }) => ({ turn: turn + 1, open: true }))}
        >
          {accountWords.button}
        </Button>
        <Disclosure title={words.options} open={open} onToggle={setOpen}>
          <div className={styles.fields}>
            <TextField
              name="concurrency"
              label={words.concurrency}
              hint={words.concurrencyHint}
              value={concurrency}
              complaint={complaint}
              onChange={setConcurrency}
            />
            <TextField
              name="deadline"
              label={words.deadline}
              hint={words.deadlineHint}
              value={deadline}
              complaint={complaint}
              onChange={setDeadline}
            />
          </div>
        </Disclosure>
      </div>
      {scan !== null && <ScanProgress scan={scan} />}
      {error !== null && <ErrorPanel error={error} title={words.failedToStart} />}
      {account.turn > 0 && (
        <Suspense>
          <AccountDialog
            key={account.turn}
            open={account.open}
            place={place}
            selected={selected}
            onClose={() => setAccount(({ turn }) => ({ turn, open: false }))}
          />
        </Suspense>
      )}
      {asked !== null && (
        <Suspense>
          <PasswordsDialog
            key={asked.turn}
            open={asked.open}
            missing={asked.missing}
            body={words.passwordsBody}
            confirm={words.start}
            without={words.scanWithout}
            onEnter={async (typed) => {
              const failure = await enterPasswords(bridge, place, asked.missing, typed)
              if (failure !== null) return failure
              close()
              await run(asked.selection)
              return null
            }}
            onClose={close}
          />
        </Suspense>
      )}
    </section>
  )
})
ScanBar.displayName = 'ScanBar'
