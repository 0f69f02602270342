import { Button, makeStyles } from '@fluentui/react-components'
import { useRef } from 'react'
import type { BatchView } from '../../../../src-main/contract/models/batch.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { ask } from '../../../stores/question-store.ts'
import { batchPrepare } from '../../../strings/batch/prepare.ts'
import { batchRun as words } from '../../../strings/batch/run.ts'
import { SecretsAgain } from '../../host-plan/SecretsAgain.tsx'
import { useEnteredSecrets } from '../../host-plan/use-entered-secrets.ts'
import { LeaveBatchButton } from '../LeaveBatchButton.tsx'
import { BatchProgress } from './BatchProgress.tsx'
import type { BatchRun } from './batch-run.ts'
import { isBatchAtWork, type ShownBatch } from './batch-run-state.ts'
import { ComputerTable } from './ComputerTable.tsx'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

interface Pause {
  readonly heading: string
  readonly level: 'info' | 'warning'
  readonly text: string
}

const failedCount = ({ counts }: BatchView): number => counts.failed + counts.unknown

/** Why a batch rests, and what that means; null while it runs. */
const pauseOf = (batch: BatchView): Pause | null => {
  const { headings } = words
  switch (batch.state) {
    case 'waiting':
      return {
        heading: headings.waiting,
        level: failedCount(batch) > 0 ? 'warning' : 'info',
        text: words.waiting(batch.counts.done, failedCount(batch), batch.counts.skipped),
      }
    case 'stopped':
      return {
        heading: headings.stopped,
        level: batch.haltedBy === 'failures' ? 'warning' : 'info',
        text: batch.haltedBy === 'failures' ? words.stoppedByFailures(failedCount(batch)) : words.stoppedByPerson,
      }
    case 'interrupted':
      return { heading: headings.interrupted, level: 'warning', text: words.interrupted }
    case 'proposed':
    case 'running':
    case 'stopping':
    case 'done':
    case 'discarded':
      return null
  }
}

interface Props {
  readonly state: ShownBatch
  readonly run: BatchRun
}

/** The last step while the batch runs or rests: what it waits for, how far it is, and each computer. */
export const BatchRunningPage = ({ state: { batch, rows, request, error }, run }: Props) => {
  const styles = useStyles()
  const area = useRef<HTMLDivElement>(null)
  const secrets = useEnteredSecrets(batch.missingSecrets, area)
  const atWork = isBatchAtWork(batch)
  const pause = pauseOf(batch)
  const { counts } = batch
  const left = counts.pending + counts.running + counts.stopped
  const goOn = (): void => {
    if (atWork || request !== null || !secrets.areComplete()) return
    void (batch.state === 'waiting' ? run.goOn(secrets.entered) : run.resume(secrets.entered))
  }
  const discard = async (): Promise<void> => {
    if (await ask(words.discardQuestion(left))) await run.discard()
  }
  return (
    <WizardFrame
      title={batch.title}
      stepNames={batchPrepare.stepNames}
      step={3}
      heading={pause?.heading ?? words.headings.running(batch.title)}
      onSubmit={goOn}
      actions={
        <>
          {batch.state === 'running' && <Button onClick={() => void run.stop()}>{words.stop}</Button>}
          {!atWork && (
            <>
              <Button type="submit" appearance="primary" disabledFocusable={request !== null}>
                {batch.state === 'waiting' ? words.goOn(left) : words.resume}
              </Button>
              <Button onClick={() => void discard()}>{words.discard}</Button>
            </>
          )}
          <LeaveBatchButton label={words.close} />
        </>
      }
    >
      {error !== null && <ErrorPanel error={error} title={words.actionFailed} />}
      {batch.error !== null && !atWork && <ErrorPanel error={batch.error} />}
      {pause === null ? (
        <p className={styles.text}>{words.intro}</p>
      ) : (
        <Panel level={pause.level} alert>
          <p className={styles.text}>{pause.text}</p>
        </Panel>
      )}
      {(batch.state === 'stopping' || request === 'stopping') && <Panel level="info" alert title={words.stopping} />}
      {!atWork && <SecretsAgain secrets={batch.missingSecrets} fields={secrets} area={area} />}
      <BatchProgress batch={batch} />
      <ComputerTable rows={rows} counts={counts} total={batch.total} />
    </WizardFrame>
  )
}
