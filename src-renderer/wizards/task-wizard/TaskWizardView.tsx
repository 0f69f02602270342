import { Spinner } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { bridge } from '../../bridge/bridge.ts'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { loadLab, useLab } from '../../stores/lab-store.ts'
import { openTaskWizard, setGuarded, type TaskOpening } from '../../stores/navigation-store.ts'
import { common } from '../../strings/common.ts'
import { OpeningPage } from '../host-plan/OpeningPage.tsx'
import { PlanUnderWay } from '../host-plan/PlanUnderWay.tsx'
import { isTargetTyped, type Place } from '../target-step/target-fields.ts'
import { TargetStepPage } from '../target-step/TargetStepPage.tsx'
import { Refusal } from './Refusal.tsx'
import { TaskEndPage } from './TaskEndPage.tsx'
import { testedComputer, type TaskState } from './task-machine.ts'
import { TaskOptionsPage } from './TaskOptionsPage.tsx'
import { TaskReviewPage } from './TaskReviewPage.tsx'
import { createTask } from './task-store.ts'
import type { TaskWizard } from './task-wizard.ts'

interface Props<F extends object> {
  readonly wizard: TaskWizard<F>
  readonly opening: TaskOpening
}

/** A task wizard from its first step to its result. It waits for main's word on whether this computer can be a target. */
export const TaskWizardView = <F extends object>({ wizard, opening }: Props<F>) => {
  const canManage = useAppInfo((state) => state.info?.canManageThisComputer)
  if (canManage === undefined && opening.kind !== 'plan') return <Spinner size="small" label={common.loading} />
  return <OpenedTask wizard={wizard} opening={opening} place={canManage === true ? 'this-computer' : 'lab'} />
}

const scenario = (): string => useLab.getState().overview?.scenario ?? ''

/** Whether anything was typed that leaving would lose. */
const isEdited = <F,>(state: TaskState<F>): boolean =>
  'touched' in state && (state.touched || isTargetTyped(state.target))

/** One opening of the wizard. Its store is made here and dropped when the page is left. */
const OpenedTask = <F extends object>({ wizard, opening, place }: Props<F> & { readonly place: Place }) => {
  const [task] = useState(() => createTask(wizard, { bridge, opening, place, scenario }))
  const state = useStore(task.store)
  const edited = isEdited(state)
  useEffect(() => {
    void loadLab()
    if (opening.kind === 'plan') void task.open(opening.planId, opening.resume)
    return task.dispose
  }, [task, opening])
  useEffect(() => {
    setGuarded(edited)
    return () => setGuarded(false)
  }, [edited])
  const { title, stepNames, target: targetWords, running } = wizard.words
  const frame = { title, stepNames, step: stepNames.length - 1 }
  switch (state.step) {
    case 'target': {
      const computer = testedComputer(state)
      const refusal = computer === null ? null : (wizard.refusal?.(computer) ?? null)
      return (
        <TargetStepPage title={title} stepNames={stepNames} words={targetWords} state={state} effects={task.target}>
          {refusal !== null && <Refusal refusal={refusal} takesAll={!state.touched} />}
        </TargetStepPage>
      )
    }
    case 'options':
      return <TaskOptionsPage wizard={wizard} task={task} state={state} />
    case 'review':
      return <TaskReviewPage wizard={wizard} task={task} state={state} />
    case 'opening':
      return <OpeningPage frame={frame} state={state} />
    case 'running':
      return <PlanUnderWay frame={frame} state={state} plan={task.plan} running={running(state.plan.targetName)} />
    case 'result':
      return (
        <TaskEndPage
          wizard={wizard}
          frame={frame}
          state={state}
          onStartAgain={() => void openTaskWizard(wizard.name, { kind: 'new' })}
        />
      )
  }
}
