import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { bridge } from '../../bridge/bridge.ts'
import { announce } from '../../components/Announcer.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Page } from '../../components/Page.tsx'
import { useKeptFocus } from '../../components/use-kept-focus.ts'
import { ComputerChoice } from '../../computer-choice/ComputerChoice.tsx'
import { NextSteps } from '../../computer-choice/NextSteps.tsx'
import { useChoice } from '../../computer-choice/use-choice.ts'
import { reportName } from '../../format/report-text.ts'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { checkComputer as words, stepNames } from '../../strings/check-computer.ts'
import { typedName, type TargetFields } from '../../wizards/target-step/target-fields.ts'
import { createCheck } from './check-store.ts'
import { CheckSteps } from './CheckSteps.tsx'
import { ReportSection, Verdict } from './CheckSummary.tsx'

const useStyles = makeStyles({
  intro: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

/** A read-only check of a chosen computer, step by step. @param computer one that was chosen already; null for none */
export const CheckComputerPage = ({ computer }: { readonly computer: TargetFields | null }) => {
  const styles = useStyles()
  const choice = useChoice(computer)
  const [check] = useState(() => createCheck(bridge, choice))
  const { phase, plan, running, report, error, saving } = useStore(check.store)
  const { fields } = useStore(choice.store)
  const thisComputer = useAppInfo((app) => app.info?.computerName ?? '')
  useEffect(() => {
    if (computer !== null) void check.start()
    return check.dispose
  }, [check, computer])
  useEffect(() => {
    if (running !== null) announce(words.running(plan.indexOf(running) + 1, plan.length, stepNames[running]))
  }, [running, plan])
  useKeptFocus(phase)
  const typed = typedName(fields, thisComputer)
  const name = report === null ? typed : reportName(report, typed)
  const start = (): void => void check.start()
  return (
    <Page heading={words.heading}>
      <p className={styles.intro}>{words.intro}</p>
      {phase === 'choosing' && <ComputerChoice choice={choice} button={words.start} onChosen={start} />}
      {phase === 'running' && (
        <div className={styles.actions}>
          <Button onClick={check.stop}>{words.stop}</Button>
        </div>
      )}
      {phase === 'stopped' && <output>{words.stopped}</output>}
      {phase === 'ended' && report !== null && <Verdict report={report} name={name} />}
      {(phase === 'stopped' || phase === 'ended') && (
        <div className={styles.actions}>
          <Button onClick={start}>{words.again}</Button>
          <Button onClick={check.chooseAnother}>{words.another}</Button>
        </div>
      )}
      {error !== null && <ErrorPanel error={error} title={words.failed} />}
      {report !== null && <CheckSteps plan={plan} running={running} report={report} />}
      {(phase === 'stopped' || phase === 'ended') && report !== null && (
        <>
          <NextSteps computer={fields} here="check-computer" />
          <ReportSection report={report} name={name} saving={saving} onSave={() => void check.save(name)} />
        </>
      )}
    </Page>
  )
}
