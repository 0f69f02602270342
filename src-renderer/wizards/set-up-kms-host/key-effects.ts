import { hostKey as words } from '../../strings/set-up-kms-host/host-key.ts'
import { keyComplaint } from './complaints.ts'
import { planDraftOf } from './draft.ts'
import { extractKey, isComplete } from './key-text.ts'
import type { SecretSlot } from './secret-slot.ts'
import type { WizardContext } from './wizard-store.ts'

/** How long typing must pause before a complete key is checked, in milliseconds. */
const typingPause = 350

/** What the step "Host key" can do: edit, check while typing, propose the plan. */
export const createKeyEffects = ({ bridge, get, send, scenario }: WizardContext, slot: SecretSlot) => {
  let runs = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const check = async (): Promise<void> => {
    clearTimeout(timer)
    const state = get()
    if (state.step !== 'host-key' || state.key.phase === 'checked' || state.test.phase !== 'done') return
    const { test, draft } = state
    if (draft.key.trim() === '') return
    runs += 1
    const run = runs
    send({ type: 'key-check-started', run })
    const secret = await slot.refOf(draft.key.trim())
    if (!secret.ok) return send({ type: 'key-check-failed', run, error: secret.error })
    const result = await bridge.call('productKey.check', {
      ref: secret.value,
      purpose: 'kms-host',
      osBuild: test.result.snapshot?.osBuild ?? null,
      scenario: test.target.place === 'lab' ? scenario() : null,
    })
    send(
      result.ok
        ? { type: 'key-checked', run, ref: secret.value, check: result.value }
        : { type: 'key-check-failed', run, error: result.error },
    )
  }

  const edit = (key: string): void => {
    send({ type: 'key-edited', key })
    clearTimeout(timer)
    if (isComplete(key)) timer = setTimeout(() => void check(), typingPause)
  }

  return {
    check,
    edit,
    /** Puts pasted text in place of what was typed, without the words around the key. */
    paste: (text: string): void => edit(extractKey(text)),
    /** Next: complains about the key, or lets main make the plan and shows it. */
    async next(): Promise<void> {
      const before = get()
      if (before.step !== 'host-key' || before.proposing) return
      if (before.draft.key.trim() === '')
        return send({ type: 'complained', complaint: { field: 'hostKey', message: words.complaints.missing } })
      await check()
      const state = get()
      if (state.step !== 'host-key' || state.key.phase !== 'checked' || state.test.phase !== 'done') return
      const complaint = keyComplaint(state.draft, state.key.check)
      if (complaint !== null) return send({ type: 'complained', complaint })
      send({ type: 'proposing' })
      const result = await bridge.call('plans.propose', planDraftOf(state.draft, state.test.target, state.key.ref))
      send(result.ok ? { type: 'proposed', plan: result.value } : { type: 'propose-failed', error: result.error })
    },
    dispose: (): void => clearTimeout(timer),
  }
}
