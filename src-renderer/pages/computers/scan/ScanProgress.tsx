import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components'
import { scanOutcomes } from '../../../../src-main/contract/models/estate.ts'
import type { ScanState } from '../../../../src-main/contract/models/scan.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { outcomeNames } from '../../../strings/computers/outcomes.ts'
import { scanWords as words } from '../../../strings/computers/scan.ts'
import { tableWords } from '../../../strings/computers/table.ts'
import { failures } from './scan-store.ts'

const useStyles = makeStyles({
  area: { display: 'grid', rowGap: tokens.spacingVerticalXS },
  text: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  counts: { margin: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

/** How a scan goes on: how many are done, what they came to, and how long it will take. */
export const ScanProgress = ({ scan }: { readonly scan: ScanState }) => {
  const styles = useStyles()
  if (scan.state === 'idle') return null
  const atWork = scan.state === 'running' || scan.state === 'stopping'
  const parts = [
    words.states[scan.state],
    words.progress(scan.done, scan.total),
    ...(atWork && scan.underWay > 0 ? [words.underWay(scan.underWay)] : []),
    ...(atWork && scan.retrying > 0 ? [words.retrying(scan.retrying)] : []),
    ...(scan.state === 'running' && scan.remainingSeconds !== null ? [words.remaining(scan.remainingSeconds)] : []),
  ]
  const counts = scanOutcomes.flatMap((outcome) => {
    const count = scan.counts[outcome] ?? 0
    return count === 0 ? [] : [tableWords.stateCount(outcomeNames[outcome], count)]
  })
  const unread = failures.reduce((sum, outcome) => sum + (scan.counts[outcome] ?? 0), 0)
  return (
    <div className={styles.area}>
      <p className={styles.text}>{parts.join(', ')}.</p>
      {atWork && (
        <ProgressBar
          aria-label={words.region}
          value={scan.total === 0 ? 0 : scan.done / scan.total}
          thickness="large"
        />
      )}
      {counts.length > 0 && <p className={styles.counts}>{counts.join(' · ')}</p>}
      {scan.state === 'done' && unread > 0 && <p className={styles.text}>{words.unread(unread)}</p>}
      {scan.error !== null && <ErrorPanel error={scan.error} title={words.endedEarly} />}
    </div>
  )
}
