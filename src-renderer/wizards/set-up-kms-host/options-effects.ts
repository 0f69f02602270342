import type { PublishRowDraft } from '../../../src-main/contract/models/kms-host-settings.ts'
import { optionsComplaint } from './complaints.ts'
import { planDraftOf, type OptionFields } from './draft.ts'
import type { OptionsStep } from './machine.ts'
import type { WizardContext } from './wizard-store.ts'

/** How long typing must pause before the options are checked, in milliseconds. */
const typingPause = 300

type ListForm =
  | { readonly form: 'rows'; readonly rows: PublishRowDraft[] }
  | { readonly form: 'text'; readonly text: string }
  | { readonly form: 'initial' }

/** What the step "Options" can do: edit, check while typing, propose the plan. */
export const createOptionsEffects = ({ bridge, get, send }: WizardContext) => {
  let timer: ReturnType<typeof setTimeout> | undefined

  const options = (): OptionsStep | null => {
    const state = get()
    return state.step === 'options' ? state : null
  }
  const snapshotOf = ({ test }: OptionsStep) => (test.phase === 'done' ? test.result.snapshot : null)

  const checkList = (state: OptionsStep, list: ListForm) =>
    bridge.call('publishList.check', { list, ownDomain: snapshotOf(state)?.dnsDomain ?? null })

  const checkSettings = ({ port, activationInterval, renewalInterval }: OptionFields) =>
    bridge.call('hostSettings.check', { port, activationInterval, renewalInterval })

  /** Reads what a computer that is a KMS host already is set to, once. False where that cannot be read. */
  const readHost = async (): Promise<boolean> => {
    const state = options()
    if (state === null || state.found !== null || state.test.phase !== 'done') return true
    if (!(snapshotOf(state)?.products.some(({ isKmsHost }) => isKmsHost) ?? false)) return true
    const result = await bridge.call('hostSettings.read', { target: state.test.target })
    const now = options()
    if (now === null || now.test !== state.test || now.found !== null) return true
    if (result.ok) send({ type: 'host-settings-read', found: result.value })
    else send({ type: 'options-check-failed', options: now.draft.options, error: result.error })
    return result.ok
  }

  const check = async (): Promise<void> => {
    clearTimeout(timer)
    if (!(await readHost())) return
    const state = options()
    if (state === null || state.options.current) return
    const { options: fields } = state.draft
    const [settings, list] = await Promise.all([
      checkSettings(fields),
      fields.publishing === 'domains' ? checkList(state, { form: 'rows', rows: [...fields.rows] }) : null,
    ])
    if (!settings.ok) return send({ type: 'options-check-failed', options: fields, error: settings.error })
    if (list?.ok === false) return send({ type: 'options-check-failed', options: fields, error: list.error })
    send({
      type: 'options-checked',
      options: fields,
      answer: { settings: settings.value, list: list?.value ?? null },
      current: true,
    })
  }

  const edit = (patch: Partial<OptionFields>): void => {
    send({ type: 'options-edited', patch })
    clearTimeout(timer)
    timer = setTimeout(() => void check(), typingPause)
  }

  /** Takes over the rows that main made of a text or of nothing. The lines' own faults stay shown until the next edit. */
  const takeList = async (list: ListForm): Promise<void> => {
    const state = options()
    if (state === null) return
    const { options: before } = state.draft
    // A check that still waits for typing to pause would look at the rows alone and hide the faults of the lines.
    clearTimeout(timer)
    const [settings, answer] = await Promise.all([checkSettings(before), checkList(state, list)])
    if (!settings.ok) return send({ type: 'options-check-failed', options: before, error: settings.error })
    if (!answer.ok) return send({ type: 'options-check-failed', options: before, error: answer.error })
    send({ type: 'options-edited', patch: { rows: answer.value.drafts } })
    const fields = options()?.draft.options
    if (fields === undefined) return
    send({
      type: 'options-checked',
      options: fields,
      answer: { settings: settings.value, list: answer.value },
      current: list.form === 'rows',
    })
  }

  return {
    check,
    edit,
    /** Chooses where the host publishes itself; an empty list begins with the host's own domain. */
    async publish(publishing: OptionFields['publishing']): Promise<void> {
      edit({ publishing })
      if (publishing === 'domains' && options()?.draft.options.rows.length === 0) await takeList({ form: 'initial' })
    },
    /** Makes rows of a text with one line per domain. */
    pasteList: (text: string): Promise<void> => takeList({ form: 'text', text }),
    /** Next: complains about an option, or lets main make the plan and shows it. */
    async next(): Promise<void> {
      if (options()?.proposing !== false) return
      await check()
      const state = options()
      if (state === null || !state.options.current || state.options.answer === null) return
      const { draft, test, key } = state
      const { answer } = state.options
      const complaint = optionsComplaint(answer)
      if (complaint !== null) return send({ type: 'complained', complaint })
      if (test.phase !== 'done' || key.phase !== 'checked') return
      send({ type: 'proposing' })
      const accepted = { target: test.target, hostKey: key.ref, answer, found: state.found }
      const result = await bridge.call('plans.propose', planDraftOf(draft, accepted))
      send(result.ok ? { type: 'proposed', plan: result.value } : { type: 'propose-failed', error: result.error })
    },
    dispose: (): void => clearTimeout(timer),
  }
}
