import { makeStyles } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { bridge } from '../../bridge/bridge.ts'
import { createPlanRun } from '../../plan/plan-run.ts'
import { OpenedPlanStep, RunningPlanStep } from '../../plan/PlanSteps.tsx'
import { plan as change, stepNames } from '../../strings/publish-dns/change.ts'
import { page as words } from '../../strings/publish-dns/page.ts'
import { ResultStep } from './steps/ResultStep.tsx'

const useStyles = makeStyles({ text: { margin: 0 } })

interface Props {
  readonly planId: string
  /** Whether to check and go on at once, where nothing has to be typed first. */
  readonly resume: boolean
  readonly onClose: () => void
}

/** A plan that was begun earlier, opened from Home. */
export const PublishPlan = ({ planId, resume, onClose }: Props) => {
  const styles = useStyles()
  const [run] = useState(() => createPlanRun(bridge))
  useEffect(() => {
    const open = async (): Promise<void> => {
      await run.open(planId)
      const state = run.store.getState()
      if (resume && state.phase === 'running' && state.plan.missingSecrets.length === 0) await run.resume({})
    }
    void open()
    return run.dispose
  }, [run, planId, resume])
  const state = useStore(run.store)
  const title = 'plan' in state ? state.plan.title : words.heading
  const frame = { title, stepNames, step: 3 }
  switch (state.phase) {
    case 'none':
    case 'review':
      return null
    case 'opening':
      return <OpenedPlanStep frame={frame} error={state.error} onClose={onClose} />
    case 'running':
      return <RunningPlanStep frame={frame} heading={change.runningHeading} run={run} state={state} onClose={onClose} />
    case 'ended':
      return (
        <ResultStep title={title} state={state} onClose={onClose}>
          <p className={styles.text}>{words.empty}</p>
        </ResultStep>
      )
  }
}
