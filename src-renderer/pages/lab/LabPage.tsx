import { Button, makeStyles, Spinner } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Page } from '../../components/Page.tsx'
import { Panel } from '../../components/Panel.tsx'
import { forgetFailure, loadLab, loadScenarios, useLab } from '../../stores/lab-store.ts'
import { common } from '../../strings/common.ts'
import { lab as words } from '../../strings/lab/lab.ts'
import { ClockSection } from './ClockSection.tsx'
import { LabTabs } from './LabTabs.tsx'
import { ScenarioSection } from './ScenarioSection.tsx'

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '720px' },
})

const load = (): void => {
  void loadLab()
  void loadScenarios()
}

/** The Lab: its scenario, clock, computers, faults, DNS zones, accounts and telephone. */
export const LabPage = () => {
  const styles = useStyles()
  const { overview, error, failure } = useLab()
  const failed = useRef<HTMLDivElement>(null)
  useEffect(() => {
    forgetFailure()
    load()
  }, [])
  // The button that was pressed may be far below the message.
  useEffect(() => {
    if (failure !== null) failed.current?.scrollIntoView({ block: 'nearest' })
  }, [failure])
  return (
    <Page heading={words.heading}>
      <Panel level="info" title={words.simulatedTitle}>
        <p className={styles.text}>{words.simulatedBody}</p>
      </Panel>
      {error !== null && (
        <ErrorPanel error={error} title={words.unavailable}>
          <Button size="small" onClick={load}>
            {common.tryAgain}
          </Button>
        </ErrorPanel>
      )}
      {failure !== null && (
        <div ref={failed}>
          <ErrorPanel error={failure} title={words.actionFailed} />
        </div>
      )}
      {overview === null ? (
        error === null && <Spinner size="small" label={common.loading} />
      ) : (
        <>
          <ScenarioSection overview={overview} />
          <ClockSection overview={overview} />
          <LabTabs key={overview.scenario} overview={overview} />
        </>
      )}
    </Page>
  )
}
