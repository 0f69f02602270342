import { makeStyles } from '@fluentui/react-components'
import type { PlanView } from '../../src-main/contract/models/plan.ts'
import { CopyButton } from '../components/CopyButton.tsx'
import { FindingList } from '../components/FindingList.tsx'
import { Panel } from '../components/Panel.tsx'
import { Section } from '../components/Section.tsx'
import { StepTable } from '../components/StepTable.tsx'
import { ExportButton } from './ExportButton.tsx'
import { review as words } from '../strings/set-up-kms-host/review.ts'

const useStyles = makeStyles({
  copy: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px' },
})

/** Whether something was found that keeps a proposed plan from running. */
export const isBlocked = (plan: PlanView): boolean => plan.findings.some((finding) => finding.level === 'problem')

/**
 * Main's own summary of a proposed plan: what was found out beforehand, and every step with its command.
 * @param note says how the commands relate to what the app does
 */
export const PlanReview = ({ plan, note }: { readonly plan: PlanView; readonly note: string }) => {
  const styles = useStyles()
  const commands = plan.steps.flatMap((step) => step.equivalent ?? [])
  return (
    <>
      {plan.findings.length > 0 && (
        <Section title={words.findings}>
          {isBlocked(plan) && <Panel level="problem" alert title={words.blocked} />}
          <FindingList findings={plan.findings} label={words.findings} />
        </Section>
      )}
      <Section title={words.caption}>
        <StepTable steps={plan.steps} />
        <div className={styles.copy}>
          {commands.length > 0 && <CopyButton text={commands.join('\r\n')} label={words.copyAll} />}
          <ExportButton planId={plan.planId} />
          {commands.length > 0 && <span>{note}</span>}
        </div>
      </Section>
    </>
  )
}
