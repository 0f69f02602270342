import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { bridge } from '../../bridge/bridge.ts'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { setGuarded, type EditOpening } from '../../stores/navigation-store.ts'
import { editHost as words } from '../../strings/edit-kms-host.ts'
import { OpeningPage } from '../host-plan/OpeningPage.tsx'
import { PlanUnderWay } from '../host-plan/PlanUnderWay.tsx'
import { isEdited } from './edit-fields.ts'
import { createEdit, type Edit } from './edit-store.ts'
import { EditResultPage } from './EditResultPage.tsx'
import { EditReviewPage } from './EditReviewPage.tsx'
import type { EditState } from './machine.ts'
import { ReadingPage } from './ReadingPage.tsx'
import { EditProvider } from './use-edit.ts'
import { ValuePage } from './ValuePage.tsx'

const frame = { title: words.title, stepNames: words.stepNames, step: words.stepNames.length - 1 }

/** The dialog that changes one setting of a KMS host. Its store is made here and dropped when the page is left. */
export const EditKmsHost = ({ opening }: { readonly opening: EditOpening }) => {
  const [edit] = useState(() => createEdit(bridge, opening))
  useEffect(() => {
    void start(edit, opening)
    return edit.dispose
  }, [edit, opening])
  return (
    <EditProvider value={edit}>
      <EditPage edit={edit} opening={opening} />
    </EditProvider>
  )
}

/** Reads the settings; or shows the plan, and resumes it at once where that was asked for and nothing has to be typed. */
const start = async (edit: Edit, opening: EditOpening): Promise<void> => {
  if (opening.kind === 'setting') return edit.read()
  await edit.plan.open(opening.planId)
  const state = edit.store.getState()
  if (opening.resume && state.step === 'running' && state.plan.missingSecrets.length === 0) await edit.plan.resume({})
}

const EditPage = ({ edit, opening }: { readonly edit: Edit; readonly opening: EditOpening }) => {
  const state = useStore(edit.store)
  const computerName = useAppInfo((app) => app.info?.computerName ?? '')
  const typed = 'fields' in state && isEdited(state.initial, state.fields)
  useEffect(() => {
    setGuarded(typed)
    return () => setGuarded(false)
  }, [typed])
  if (opening.kind === 'setting' && isBeforeCommit(state)) {
    const host = opening.target.place === 'this-computer' ? computerName : opening.target.host
    const about = { setting: opening.setting, host, target: opening.target }
    switch (state.step) {
      case 'reading':
        return <ReadingPage state={state} about={about} />
      case 'value':
        return <ValuePage state={state} about={about} />
      case 'review':
        return <EditReviewPage state={state} />
    }
  }
  switch (state.step) {
    case 'opening':
      return <OpeningPage frame={frame} state={state} />
    case 'running':
      return (
        <PlanUnderWay frame={frame} state={state} plan={edit.plan} running={words.running(state.plan.targetName)} />
      )
    case 'result':
      return <EditResultPage frame={frame} state={state} plan={edit.plan} />
    case 'reading':
    case 'value':
    case 'review':
      return null
  }
}

const isBeforeCommit = (state: EditState) =>
  state.step === 'reading' || state.step === 'value' || state.step === 'review'
