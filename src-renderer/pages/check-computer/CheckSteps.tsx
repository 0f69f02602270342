import { makeStyles, Spinner, tokens } from '@fluentui/react-components'
import type { SelfTestReport, SelfTestStepId } from '../../../src-main/contract/models/self-test-report.ts'
import { FindingList } from '../../components/FindingList.tsx'
import { checkComputer as words, stepNames } from '../../strings/check-computer.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXXL, display: 'grid', rowGap: tokens.spacingVerticalM },
  name: { fontWeight: tokens.fontWeightSemibold },
  waiting: { color: tokens.colorNeutralForeground3 },
  running: { justifyContent: 'flex-start' },
})

interface Props {
  readonly plan: readonly SelfTestStepId[]
  readonly running: SelfTestStepId | null
  readonly report: SelfTestReport
}

/** The numbered steps: found out, under way, waiting. */
export const CheckSteps = ({ plan, running, report }: Props) => {
  const styles = useStyles()
  return (
    <ol className={styles.list} aria-label={words.steps}>
      {plan.map((step) => {
        const done = report.steps.find((one) => one.step === step)
        return (
          <li key={step} {...(step === running ? { 'aria-current': 'step' as const } : {})}>
            <span className={done === undefined && step !== running ? styles.waiting : styles.name}>
              {stepNames[step]}
            </span>
            {done !== undefined && <FindingList findings={[done.finding, ...done.more]} label={stepNames[step]} />}
            {step === running && (
              <Spinner className={styles.running} size="extra-tiny" labelPosition="after" label={words.underWay} />
            )}
          </li>
        )
      })}
    </ol>
  )
}
