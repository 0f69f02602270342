import { makeStyles, ProgressBar } from '@fluentui/react-components'
import { useState } from 'react'
import type { BatchView } from '../../../../src-main/contract/models/batch.ts'
import { useNow } from '../../../components/use-now.ts'
import { durationText } from '../../../format/time.ts'
import { batchRun as words } from '../../../strings/batch/run.ts'
import { isBatchAtWork } from './batch-run-state.ts'
import { finishedCount, leftCount, remainingTime, type Observation } from './remaining-time.ts'

const useStyles = makeStyles({
  progress: { display: 'grid', rowGap: '8px', maxWidth: '720px' },
  line: { display: 'flex', justifyContent: 'space-between', margin: 0 },
})

/** How far a batch is, and how long the rest takes at the pace that was seen on this page. */
export const BatchProgress = ({ batch }: { readonly batch: BatchView }) => {
  const styles = useStyles()
  const atWork = isBatchAtWork(batch)
  const now = useNow(atWork)
  const finished = finishedCount(batch.counts)
  const [from, setFrom] = useState<Observation | null>(null)
  // A pause is no work: the pace is measured anew after it.
  if (atWork !== (from !== null)) setFrom(atWork ? { at: now, finished } : null)
  const time = from === null ? null : remainingTime(from, { at: now, finished }, leftCount(batch))
  return (
    <div className={styles.progress}>
      <ProgressBar value={finished} max={batch.total} thickness="large" aria-label={words.progress} />
      <p className={styles.line}>
        <span>{words.finished(finished, batch.total)}</span>
        {batch.state === 'running' && (
          <span>{time === null ? words.estimating : words.remaining(durationText(time))}</span>
        )}
      </p>
    </div>
  )
}
