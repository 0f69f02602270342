import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { SelfTestReport } from '../../../src-main/contract/models/self-test-report.ts'
import { CopyButton } from '../../components/CopyButton.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Section } from '../../components/Section.tsx'
import { reportAsText } from '../../format/report-text.ts'
import { checkComputer as words, stepNames } from '../../strings/check-computer.ts'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
  muted: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** What the whole check came to, and what to begin with. */
export const Verdict = ({ report, name }: { readonly report: SelfTestReport; readonly name: string }) => {
  const styles = useStyles()
  const all = report.steps.flatMap(({ step, finding, more }) => [finding, ...more].map((one) => ({ step, one })))
  const problems = all.filter(({ one }) => one.level === 'problem')
  const warnings = all.filter(({ one }) => one.level === 'warning')
  const [first] = [...problems, ...warnings]
  if (first === undefined) return <Panel level="ok" alert title={words.allFine(name)} />
  return (
    <Panel
      level={problems.length > 0 ? 'problem' : 'warning'}
      alert
      title={words.foundAt(words.found(problems.length, warnings.length), name)}
    >
      <p className={styles.text}>
        {words.firstRemedy} “{stepNames[first.step]}”: {first.one.message}
      </p>
      {first.one.remedy !== undefined && <p className={styles.text}>{first.one.remedy}</p>}
    </Panel>
  )
}

interface ReportProps {
  readonly report: SelfTestReport
  readonly name: string
  readonly saving: 'saved' | 'not-saved' | null
  readonly onSave: () => void
}

/** The report: what is in it, and how to keep it. */
export const ReportSection = ({ report, name, saving, onSave }: ReportProps) => {
  const styles = useStyles()
  return (
    <Section title={words.report}>
      <p className={styles.muted}>{words.reportHint}</p>
      <div className={styles.actions}>
        <Button size="small" onClick={onSave}>
          {words.save}
        </Button>
        <CopyButton text={reportAsText(report, name)} label={words.copyText} />
      </div>
      <output>{saving === 'saved' ? words.saved : saving === 'not-saved' ? words.notSaved : ''}</output>
    </Section>
  )
}
