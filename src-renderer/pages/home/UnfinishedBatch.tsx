import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { BatchView } from '../../../src-main/contract/models/batch.ts'
import { timeText } from '../../format/time.ts'
import { openKnownBatch } from '../../stores/navigation-store.ts'
import { ask } from '../../stores/question-store.ts'
import { discardBatch, followBatchAtWork } from '../../stores/unfinished-batches-store.ts'
import { batchRun, batchStateNames } from '../../strings/batch/run.ts'
import { home } from '../../strings/home.ts'
import { finishedCount } from '../../wizards/batch/run/remaining-time.ts'
import { UnfinishedItem } from './UnfinishedItem.tsx'

/** One unfinished batch with what can be done about it. */
export const UnfinishedBatch = ({ batch }: { readonly batch: BatchView }) => {
  const { batchId, title, state, counts, total, createdAt, missingSecrets } = batch
  const atWork = state === 'running' || state === 'stopping'
  useEffect(() => (atWork ? followBatchAtWork(batchId) : undefined), [atWork, batchId])
  const finished = finishedCount(counts)
  const discard = async (): Promise<void> => {
    if (await ask(batchRun.discardQuestion(total - finished))) await discardBatch(batchId)
  }
  // A batch that waits after its first computers, or for a password, is looked at first.
  const goesOn = (state === 'stopped' || state === 'interrupted') && missingSecrets.length === 0
  return (
    <UnfinishedItem
      level={atWork ? 'info' : 'warning'}
      label={home.labelOf(title, batchStateNames[state])}
      title={title}
      text={`${batchStateNames[state]}. ${batchRun.finished(finished, total)}. ${home.begun(timeText(createdAt))}.`}
    >
      {goesOn ? (
        <Button appearance="primary" onClick={() => void openKnownBatch(batchId, true)}>
          {home.resume}
        </Button>
      ) : null}
      <Button
        appearance={atWork || goesOn ? 'secondary' : 'primary'}
        onClick={() => void openKnownBatch(batchId, false)}
      >
        {home.open}
      </Button>
      {atWork ? null : <Button onClick={() => void discard()}>{batchRun.discard}</Button>}
    </UnfinishedItem>
  )
}
