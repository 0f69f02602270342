import { createStore, type StoreApi } from 'zustand/vanilla'
import { fail, ok, type Result } from '../../../src-main/contract/app-error.ts'
import type { Finding } from '../../../src-main/contract/models/finding.ts'
import type { PublishRowDraft } from '../../../src-main/contract/models/kms-host-settings.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'
import type { EditOpening } from '../../stores/navigation-store.ts'
import { editHost as words } from '../../strings/edit-kms-host.ts'
import { createPlanEffects } from '../host-plan/plan-effects.ts'
import { isPlanStage } from '../host-plan/plan-stage.ts'
import { changeOf, initialFields, type EditFields, type SettingName } from './edit-fields.ts'
import type { EditAnswer, EditEvent, EditState, ValueStep } from './machine.ts'
import { readPickedFile } from './picked-file.ts'
import { transition } from './transition.ts'

/** How long typing must pause before the fields are checked, in milliseconds. */
const typingPause = 300

/** One opening of the dialog: its state and what can be done with it. */
export type Edit = ReturnType<typeof createEdit>

type ListForm =
  { readonly form: 'rows'; readonly rows: PublishRowDraft[] } | { readonly form: 'text'; readonly text: string }

const problemOf = ({ settings, list }: EditAnswer): Finding | undefined =>
  [...(settings?.findings ?? []), ...(list?.findings ?? [])].find(({ level }) => level === 'problem')

/** Makes the store of the dialog that changes one setting of a KMS host. */
export const createEdit = (bridge: Bridge, opening: EditOpening) => {
  const store: StoreApi<EditState> = createStore<EditState>(() =>
    opening.kind === 'plan' ? { step: 'opening', error: null } : { step: 'reading', error: null },
  )
  const send = (event: EditEvent): void => store.setState((state) => transition(state, event), true)
  const stage = () => {
    const state = store.getState()
    return isPlanStage(state) ? state : null
  }
  const plan = createPlanEffects({ bridge, stage, send })
  let timer: ReturnType<typeof setTimeout> | undefined
  let ownsPassword = true

  const value = (): ValueStep | null => {
    const state = store.getState()
    return state.step === 'value' ? state : null
  }
  const wanted = (): { readonly target: TargetRef; readonly setting: SettingName } | null =>
    opening.kind === 'setting' ? opening : null

  const checkList = (state: ValueStep, list: ListForm) =>
    bridge.call('publishList.check', { list, ownDomain: state.settings.ownDomain })

  const checkTyped = (setting: SettingName, { text }: EditFields) => {
    const typed = { port: null, activationInterval: null, renewalInterval: null }
    switch (setting) {
      case 'port':
        return bridge.call('hostSettings.check', { ...typed, port: text })
      case 'activation-interval':
        return bridge.call('hostSettings.check', { ...typed, activationInterval: text })
      case 'renewal-interval':
        return bridge.call('hostSettings.check', { ...typed, renewalInterval: text })
      case 'dns-publishing':
      case 'publish-list':
      case 'priority':
      case 'registry-values':
        return null
    }
  }

  const check = async (): Promise<void> => {
    clearTimeout(timer)
    const state = value()
    const setting = wanted()?.setting
    if (state === null || setting === undefined) return
    const { fields } = state
    const [settings, list] = await Promise.all([
      checkTyped(setting, fields),
      setting === 'publish-list' ? checkList(state, { form: 'rows', rows: [...fields.rows] }) : null,
    ])
    for (const answer of [settings, list])
      if (answer?.ok === false) return send({ type: 'failed', error: answer.error })
    send({
      type: 'checked',
      fields,
      answer: { settings: settings?.ok === true ? settings.value : null, list: list?.ok === true ? list.value : null },
    })
  }

  const edit = (patch: Partial<EditFields>): void => {
    send({ type: 'edited', patch })
    clearTimeout(timer)
    timer = setTimeout(() => void check(), typingPause)
  }

  /** Takes over the rows that main made of a text. The lines' own faults stay shown until the next edit. */
  const pasteList = async (text: string): Promise<void> => {
    const state = value()
    if (state === null) return
    // A check that still waits for typing to pause would look at the rows alone and hide the faults of the lines.
    clearTimeout(timer)
    const answer = await checkList(state, { form: 'text', text })
    if (!answer.ok) return send({ type: 'failed', error: answer.error })
    send({ type: 'edited', patch: { rows: answer.value.drafts } })
    const fields = value()?.fields
    if (fields !== undefined) send({ type: 'checked', fields, answer: { settings: null, list: answer.value } })
  }

  return {
    store,
    send,
    plan,
    edit,
    check,
    pasteList,
    /** Reads what the host is set to now. An empty publish list begins with the host's own domain. */
    async read(): Promise<void> {
      const asked = wanted()
      if (asked === null) return
      const result = await bridge.call('hostSettings.read', { target: asked.target })
      if (!result.ok) return send({ type: 'read-failed', error: result.error })
      const settings = result.value
      const first = initialFields(asked.setting, settings)
      const begin =
        asked.setting === 'publish-list' && first.rows.length === 0
          ? await bridge.call('publishList.check', { list: { form: 'initial' }, ownDomain: settings.ownDomain })
          : null
      if (begin?.ok === false) return send({ type: 'read-failed', error: begin.error })
      send({ type: 'settings-read', settings, fields: begin === null ? first : { ...first, rows: begin.value.drafts } })
      await check()
    },
    /** Has main read a picked .reg file. */
    async pick(file: File): Promise<void> {
      const read = await readPickedFile(bridge, file)
      if (!read.ok) return send({ type: 'failed', error: read.error })
      send({ type: 'edited', patch: { file: read.value } })
    },
    /** Reads the settings of the host as a .reg file and has main ask where to save it. */
    async exportSettings(): Promise<Result<{ readonly saved: boolean; readonly text: string }>> {
      const asked = wanted()
      if (asked === null) return fail({ code: 'not-found', message: words.readFailed, retryable: false })
      const file = await bridge.call('registryFile.export', { target: asked.target })
      if (!file.ok) return file
      const { suggestedName, bytes, text } = file.value
      const saved = await bridge.call('file.save', { suggestedName, kind: 'registry-file', bytes })
      return saved.ok ? ok({ saved: saved.value.saved, text }) : saved
    },
    /** Next: complains about a field, or lets main make the plan and shows it. */
    async next(): Promise<void> {
      const asked = wanted()
      if (asked === null || value()?.proposing !== false) return
      await check()
      const state = value()
      if (state === null || state.error !== null) return
      const change = changeOf(asked.setting, state.fields, state.answer)
      if (change === null) {
        const problem = state.answer === null ? undefined : problemOf(state.answer)
        const field = problem?.field ?? 'file'
        return send({ type: 'complained', complaint: { field, message: problem?.message ?? words.fileMissing } })
      }
      send({ type: 'proposing' })
      const result = await bridge.call('plans.propose', { wizard: 'edit-kms-host', target: asked.target, change })
      send(result.ok ? { type: 'proposed', change, plan: result.value } : { type: 'failed', error: result.error })
    },
    /** Starts the plan that was shown. */
    async commit(): Promise<void> {
      const state = store.getState()
      if (state.step !== 'review' || state.committing) return
      send({ type: 'committing' })
      const { planId, digest } = state.plan
      const result = await bridge.call('plans.commit', { planId, digest })
      if (!result.ok) return send({ type: 'failed', error: result.error })
      await plan.begin(result.value)
    },
    /**
     * Opens the dialog anew with this one's target, whose password it takes over. Where the person keeps editing here
     * (`open` resolves to false), the password stays this dialog's, to be forgotten with it.
     */
    async handOver(open: (target: TargetRef) => Promise<boolean>): Promise<void> {
      const target = wanted()?.target
      if (target === undefined) return
      // Before the page changes: leaving it disposes of this store.
      ownsPassword = false
      ownsPassword = !(await open(target))
    },
    /** Ends the subscription. The password of the account stays in main only where a plan still needs it. */
    dispose(): void {
      clearTimeout(timer)
      plan.dispose()
      const target = wanted()?.target
      if (target === undefined || target.place === 'this-computer' || target.credential === undefined) return
      if (ownsPassword && stage() === null) void bridge.call('secrets.forget', { ref: target.credential.password })
    },
  }
}
