import { makeStyles } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { bridge } from '../../bridge/bridge.ts'
import { createPlanRun } from '../../plan/plan-run.ts'
import { page as words } from '../../strings/publish-dns/page.ts'
import { ResultStep } from './steps/ResultStep.tsx'
import { OpeningStep, WritingStep } from './steps/WritingStep.tsx'

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
  switch (state.phase) {
    case 'none':
    case 'review':
      return null
    case 'opening':
      return <OpeningStep title={title} error={state.error} onClose={onClose} />
    case 'running':
      return <WritingStep title={title} run={run} state={state} onClose={onClose} />
    case 'ended':
      return (
        <ResultStep title={title} state={state} onClose={onClose}>
          <p className={styles.text}>{words.empty}</p>
        </ResultStep>
      )
  }
}
