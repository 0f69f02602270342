import { useEffect, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { bridge } from '../../bridge/bridge.ts'
import { OpenedPlanStep, RunningPlanStep } from '../../plan/PlanSteps.tsx'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { setGuarded } from '../../stores/navigation-store.ts'
import { ask } from '../../stores/question-store.ts'
import { discardDraft } from '../../strings/common.ts'
import { plan as planWords, stepNames, titles } from '../../strings/publish-dns/change.ts'
import { isEdited, type ChangeOpening } from './change-draft.ts'
import { createChange } from './change-store.ts'
import { PlanReviewStep } from './steps/PlanReviewStep.tsx'
import { RecordStep } from './steps/RecordStep.tsx'
import { ResultStep } from './steps/ResultStep.tsx'
import { WayStep } from './steps/WayStep.tsx'
import { ChangeProvider, useChange, useChangeState } from './use-change.ts'

const thisComputer = (): string | null => {
  const { info } = useAppInfo.getState()
  return info?.canManageThisComputer === true ? info.computerName : null
}

interface Props {
  readonly opening: ChangeOpening
  /** What DNS holds, asked anew; shown with the result. */
  readonly now: ReactNode
  /** Asks DNS about the domain anew, once the plan has ended. The same function at every drawing. */
  readonly onEnded: (domain: string) => void
  /** Leaves the wizard for the records. */
  readonly onClose: () => void
}

/** The wizard that adds, changes or removes one KMS record. Its store is dropped when it is left. */
export const ChangeWizard = ({ opening, now, onEnded, onClose }: Props) => {
  const [change] = useState(() => createChange(bridge, opening, thisComputer))
  useEffect(() => change.dispose, [change])
  return (
    <ChangeProvider value={change}>
      <Steps now={now} onEnded={onEnded} onClose={onClose} />
    </ChangeProvider>
  )
}

const Steps = ({ now, onEnded, onClose }: Omit<Props, 'opening'>) => {
  const change = useChange()
  const { step, draft } = useChangeState()
  const run = useStore(change.plan.store)
  const edited = isEdited(draft, change.opened) && (run.phase === 'none' || run.phase === 'review')
  const domain = draft.record.domain.trim().toLowerCase()
  const ended = run.phase === 'ended'
  useEffect(() => {
    setGuarded(edited)
    return () => setGuarded(false)
  }, [edited])
  useEffect(() => {
    if (ended) onEnded(domain)
  }, [ended, domain, onEnded])
  const leave = async (): Promise<void> => {
    if (!edited || (await ask(discardDraft))) onClose()
  }
  const onLeave = (): void => void leave()
  const title = titles[draft.op]
  const frame = { title, stepNames, step: 3 }
  switch (run.phase) {
    case 'none':
      return step === 'record' ? <RecordStep onLeave={onLeave} /> : <WayStep onLeave={onLeave} />
    case 'review':
      return <PlanReviewStep state={run} onLeave={onLeave} />
    case 'opening':
      return <OpenedPlanStep frame={frame} error={run.error} onClose={onClose} />
    case 'running':
      return (
        <RunningPlanStep
          frame={frame}
          heading={planWords.runningHeading}
          run={change.plan}
          state={run}
          onClose={onClose}
        />
      )
    case 'ended':
      return (
        <ResultStep title={title} state={run} onStartAgain={change.startAgain} onClose={onClose}>
          {now}
        </ResultStep>
      )
  }
}
