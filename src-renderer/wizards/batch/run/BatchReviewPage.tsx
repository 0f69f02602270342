import { Button, makeStyles } from '@fluentui/react-components'
import type { BatchView } from '../../../../src-main/contract/models/batch.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { FactList } from '../../../components/FactList.tsx'
import { FindingList } from '../../../components/FindingList.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { Section } from '../../../components/Section.tsx'
import { StepTable } from '../../../components/StepTable.tsx'
import { VirtualTable } from '../../../components/VirtualTable.tsx'
import { WizardFrame } from '../../../components/WizardFrame.tsx'
import { ExportButton } from '../../../plan/ExportButton.tsx'
import { ask } from '../../../stores/question-store.ts'
import { batchPrepare } from '../../../strings/batch/prepare.ts'
import { batchRun } from '../../../strings/batch/run.ts'
import { common } from '../../../strings/common.ts'
import { LeaveBatchButton } from '../LeaveBatchButton.tsx'
import type { BatchRun } from './batch-run.ts'
import type { BatchRunState } from './batch-run-state.ts'
import { consentQuestions } from './consent-questions.ts'
import { policyFacts } from './policy-text.ts'

const words = batchRun.review
const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

/** Every warning that the batch needs confirmed, asked one after the other. */
const confirmAll = async (batch: BatchView): Promise<boolean> => {
  for (const question of consentQuestions(batch)) if (!(await ask(question))) return false
  return true
}

interface Props {
  readonly state: Extract<BatchRunState, { readonly phase: 'review' }>
  readonly run: BatchRun
  readonly commitVerb: (count: number, kinds: readonly string[]) => string
}

/** Step 3: main's frozen summary, and the one button that starts it. */
export const BatchReviewPage = ({ state: { batch, rows, committing, error }, run, commitVerb }: Props) => {
  const styles = useStyles()
  const { steps, findings, total } = batch
  const blocked = findings.some(({ level }) => level === 'problem')
  const differing = steps.flatMap(({ title, perComputer }) =>
    perComputer === null ? [] : [[title, perComputer] as const],
  )
  const verb = commitVerb(
    total,
    steps.map(({ kind }) => kind),
  )
  const commit = async (): Promise<void> => {
    if (!blocked && !committing && (await confirmAll(batch))) await run.commit()
  }
  return (
    <WizardFrame
      title={batch.title}
      stepNames={batchPrepare.stepNames}
      step={2}
      heading={words.heading(total)}
      onSubmit={() => void commit()}
      actions={
        <>
          <Button onClick={run.back}>{common.back}</Button>
          {!blocked && (
            <Button type="submit" appearance="primary" disabledFocusable={committing}>
              {committing ? words.starting : verb}
            </Button>
          )}
          <LeaveBatchButton label={common.cancel} />
        </>
      }
    >
      <p className={styles.text}>{words.intro}</p>
      {error !== null && <ErrorPanel error={error} title={words.commitFailed} />}
      {findings.length > 0 && (
        <Section title={words.findings}>
          {blocked && <Panel level="problem" alert title={words.blocked} />}
          <FindingList findings={findings} label={words.findings} />
        </Section>
      )}
      <Section title={words.steps}>
        <StepTable steps={steps} />
        <div>
          <ExportButton batchId={batch.batchId} />
        </div>
      </Section>
      {differing.length > 0 && (
        <Section title={words.perComputer}>
          <FactList facts={differing} />
        </Section>
      )}
      <Section title={words.how}>
        <FactList facts={policyFacts(batch.policy)} />
      </Section>
      <Section title={words.computers}>
        <VirtualTable
          caption={batchPrepare.list}
          rows={rows.filter((row) => row !== null)}
          keyOf={({ position }) => position}
          columns={[
            { name: batchPrepare.name, width: '3fr', cell: ({ name }) => name },
            { name: words.place, width: '1fr', cell: ({ position }) => position + 1 },
          ]}
        />
      </Section>
    </WizardFrame>
  )
}
