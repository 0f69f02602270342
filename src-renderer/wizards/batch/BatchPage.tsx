import { Spinner } from '@fluentui/react-components'
import { useEffect, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { bridge } from '../../bridge/bridge.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Page } from '../../components/Page.tsx'
import { setGuarded, type BatchOpening } from '../../stores/navigation-store.ts'
import type { TaskWizardName } from '../../stores/task-wizards.ts'
import { batchRun as words } from '../../strings/batch/run.ts'
import { convertBatch } from '../convert-computer/convert-batch.ts'
import { clientBatch } from '../configure-client/client-batch.tsx'
import { rearmBatch } from '../prepare-image/rearm-batch.ts'
import { remoteBatch } from '../prepare-remote/remote-batch.tsx'
import { PrepareBatch } from './prepare/PrepareBatch.tsx'
import { createBatchRun, type BatchRun } from './run/batch-run.ts'
import { BatchResultPage } from './run/BatchResultPage.tsx'
import { BatchReviewPage } from './run/BatchReviewPage.tsx'
import { BatchRunningPage } from './run/BatchRunningPage.tsx'

/** The verb of the commit button, by the wizard of a batch. */
const commitVerb = (wizard: string): ((count: number, kinds: readonly string[]) => string) =>
  [clientBatch, convertBatch, rearmBatch, remoteBatch].find(({ name }) => name === wizard)?.commit ??
  words.review.retryCommit

/** A task for many computers, from the chosen ones to the result. */
export const BatchPage = ({ opening }: { readonly opening: BatchOpening }) => {
  const [run] = useState(() => createBatchRun(bridge))
  const state = useStore(run.store)
  const { phase } = state
  useEffect(() => {
    if (opening.kind === 'batch') void run.open(opening.batchId, opening.resume)
    return run.dispose
  }, [run, opening])
  useEffect(() => {
    if (phase === 'under-way' || phase === 'ended') setGuarded(false)
  }, [phase])
  return (
    <>
      {opening.kind === 'new' && (phase === 'none' || phase === 'review') && (
        <Preparing opening={opening} run={run} hidden={phase === 'review'} />
      )}
      {state.phase === 'opening' && (
        <Page heading={words.opening}>
          {state.error === null ? (
            <Spinner size="small" />
          ) : (
            <ErrorPanel error={state.error} title={words.openFailed} />
          )}
        </Page>
      )}
      {state.phase === 'review' && (
        <BatchReviewPage state={state} run={run} commitVerb={commitVerb(state.batch.wizard)} />
      )}
      {state.phase === 'under-way' && <BatchRunningPage state={state} run={run} />}
      {state.phase === 'ended' && <BatchResultPage state={state} run={run} />}
    </>
  )
}

interface PreparingProps {
  readonly opening: Extract<BatchOpening, { readonly kind: 'new' }>
  readonly run: BatchRun
  /** During the review, so that Back finds every input. */
  readonly hidden: boolean
}

const preparations: Record<TaskWizardName, (props: PreparingProps) => ReactNode> = {
  'configure-client': (props) => <PrepareBatch wizard={clientBatch} {...props} />,
  'convert-computer': (props) => <PrepareBatch wizard={convertBatch} {...props} />,
  'prepare-image': (props) => <PrepareBatch wizard={rearmBatch} {...props} />,
  'prepare-remote': (props) => <PrepareBatch wizard={remoteBatch} {...props} />,
}

const Preparing = (props: PreparingProps) => preparations[props.opening.wizard](props)
