import { makeStyles } from '@fluentui/react-components'
import { Section } from '../../components/Section.tsx'
import { openSetUpKmsHost } from '../../stores/navigation-store.ts'
import { hostResult as words } from '../../strings/set-up-kms-host/host-result.ts'
import type { PlanEffects } from '../host-plan/plan-effects.ts'
import type { PlanFrame, ResultStep } from '../host-plan/plan-stage.ts'
import { isRefusedSomewhere } from '../host-plan/result/domain-outcomes.ts'
import { ResultPage } from '../host-plan/result/ResultPage.tsx'
import { hostResultHeading, hostResultText } from './host-result-text.ts'

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '720px' } })

interface Props {
  readonly frame: PlanFrame
  readonly state: ResultStep
  readonly plan: PlanEffects
}

/** The end of the plan: what the computer is now, what happens next, and the way back. */
export const HostResultPage = ({ frame, state, plan }: Props) => {
  const styles = useStyles()
  const { report } = state
  const serves = report?.licensed === true && !isRefusedSomewhere(report.events)
  return (
    <ResultPage
      frame={frame}
      state={state}
      plan={plan}
      heading={hostResultHeading(state.plan, report)}
      done={hostResultText(report)}
      onStartAgain={() => void openSetUpKmsHost({ kind: 'new' })}
    >
      {state.plan.state === 'done' && serves && (
        <Section title={words.nextTitle}>
          <p className={styles.text}>{words.next}</p>
        </Section>
      )}
      <Section title={words.wayBackTitle}>
        <p className={styles.text}>{words.wayBack(state.plan.targetName)}</p>
      </Section>
    </ResultPage>
  )
}
