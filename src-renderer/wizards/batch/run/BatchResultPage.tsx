import { Button, makeStyles } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { AppError } from '../../../../src-main/contract/app-error.ts'
import { CopyButton } from '../../../components/CopyButton.tsx'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { Section } from '../../../components/Section.tsx'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { ExportButton } from '../../../plan/ExportButton.tsx'
import { go } from '../../../stores/navigation-store.ts'
import { batchPrepare } from '../../../strings/batch/prepare.ts'
import { batchRun } from '../../../strings/batch/run.ts'
import { SecretsAgain } from '../../host-plan/SecretsAgain.tsx'
import { useEnteredSecrets } from '../../host-plan/use-entered-secrets.ts'
import { EnterPasswordsButton } from '../EnterPasswordsButton.tsx'
import { LeaveBatchButton } from '../LeaveBatchButton.tsx'
import { batchText } from './batch-text.ts'
import type { BatchRun } from './batch-run.ts'
import type { ShownBatch } from './batch-run-state.ts'
import { ComputerTable } from './ComputerTable.tsx'
import { OutcomeGroups } from './OutcomeGroups.tsx'
import { groupsOf } from './outcome-groups.ts'
import { isActivationPending } from './row-text.ts'
import { SaveResultsButton } from './SaveResultsButton.tsx'
import { useUnopened } from './use-unopened.ts'

const words = batchRun.result
const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

interface Props {
  readonly state: ShownBatch
  readonly run: BatchRun
}

/** The end of a batch: what worked, what failed grouped by its cause, and what to do next. */
export const BatchResultPage = ({ state: { batch, rows, request, error }, run }: Props) => {
  const styles = useStyles()
  const area = useRef<HTMLDivElement>(null)
  const secrets = useEnteredSecrets(batch.missingSecrets, area)
  const { counts, total } = batch
  const failed = counts.failed + counts.unknown
  const pending = rows.filter((row) => row !== null && isActivationPending(row)).length
  const [saveError, setSaveError] = useState<AppError | null>(null)
  const unopened = useUnopened(rows, error)
  const heading = words.heading(batch.state, counts.done, total)
  const retry = (): void => {
    if (secrets.areComplete()) void run.retryFailed(secrets.entered)
  }
  return (
    <WizardFrame
      title={batch.title}
      stepNames={batchPrepare.stepNames}
      step={3}
      heading={heading}
      actions={
        <>
          <CopyButton large text={batchText(heading, batch, rows)} label={words.copy} />
          <SaveResultsButton batchId={batch.batchId} onFailed={setSaveError} />
          <ExportButton batchId={batch.batchId} />
          <Button onClick={() => void go({ page: 'journal', planId: batch.batchId })}>{words.journal}</Button>
          {failed > 0 && (
            <Button appearance="primary" disabledFocusable={request !== null} onClick={retry}>
              {words.retry(failed)}
            </Button>
          )}
          <LeaveBatchButton label={batchRun.close} primary={failed === 0} />
        </>
      }
    >
      {error !== null && <ErrorPanel error={error} title={batchRun.actionFailed} />}
      {saveError !== null && <ErrorPanel error={saveError} title={batchRun.actionFailed} />}
      {batch.error !== null && <ErrorPanel error={batch.error} />}
      {pending > 0 && (
        <Section title={words.pendingTitle(pending)}>
          <OutcomeGroups groups={groupsOf(rows, isActivationPending)} level="warning" />
        </Section>
      )}
      {counts.done === total && pending === 0 && (
        <Panel level="ok">
          <p className={styles.text}>{words.allWorked}</p>
        </Panel>
      )}
      {failed > 0 && (
        <Section title={words.failedTitle(failed)}>
          <OutcomeGroups
            groups={groupsOf(rows, ({ state }) => state === 'failed' || state === 'unknown')}
            level="problem"
          />
          {unopened.length > 0 && (
            <div>
              <EnterPasswordsButton
                computers={unopened}
                body={words.passwordsBody}
                without={words.passwordsKeep}
                onEntered={() => {}}
                onWithout={() => {}}
              />
            </div>
          )}
          <SecretsAgain secrets={batch.missingSecrets} fields={secrets} area={area} />
        </Section>
      )}
      {counts.skipped > 0 && (
        <Section title={words.skippedTitle(counts.skipped)}>
          <OutcomeGroups groups={groupsOf(rows, ({ state }) => state === 'skipped')} level="warning" />
        </Section>
      )}
      <Section title={batchRun.table}>
        <ComputerTable rows={rows} counts={counts} total={total} />
      </Section>
    </WizardFrame>
  )
}
