import { makeStyles } from '@fluentui/react-components'
import type { PlanStepView, PlanView } from '../../src-main/contract/models/plan.ts'
import { ErrorPanel } from '../components/ErrorPanel.tsx'
import { FactList } from '../components/FactList.tsx'
import { result as words } from '../strings/set-up-kms-host/result.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

const titles = (steps: readonly PlanStepView[]): string =>
  steps.length === 0 ? words.nothing : steps.map((step) => step.title).join('; ')

/** What failed, what is done and what is not. */
export const FailureSummary = ({ plan }: { readonly plan: PlanView }) => {
  const styles = useStyles()
  const { steps } = plan
  const error = plan.error ?? steps.find(({ state, error: one }) => state !== 'done' && one !== null)?.error ?? null
  return (
    <>
      <p className={styles.text}>{words.failedBody}</p>
      {error !== null && <ErrorPanel error={error} title={words.whatFailed} />}
      <FactList
        facts={[
          [words.whatFailed, titles(steps.filter((step) => step.state === 'failed' || step.state === 'unknown'))],
          [words.whatIsDone, titles(steps.filter((step) => step.state === 'done'))],
          [words.whatIsNot, titles(steps.filter((step) => step.state === 'pending' || step.state === 'skipped'))],
        ]}
      />
    </>
  )
}
