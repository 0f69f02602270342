import { hostKey as words } from '../../strings/set-up-kms-host/host-key.ts'
import { extractKey, isComplete } from './key-text.ts'
import type { SecretSlot } from '../target-step/secret-slot.ts'
import { keyComplaint, pairingComplaint } from './complaints.ts'
import type { WizardContext } from './wizard-store.ts'

/** How long typing must pause before a complete key is checked, in milliseconds. */
const typingPause = 350

/** What the step "Host key" can do: edit, check while typing, say which keys fit the computer, go on. */
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

  /** Asks which host keys fit the tested computer, and about the chosen generation. */
  const pair = async (): Promise<void> => {
    const state = get()
    if (state.step !== 'host-key' || state.test.phase !== 'done') return
    const { snapshot } = state.test.result
    const { generation } = state.draft
    const known = state.pairing.phase === 'known' && state.pairing.generation === generation
    if (snapshot === null || known) return
    const { osVersion, osBuild, isServer, osCaption } = snapshot
    const result = await bridge.call('hostKeys.compatibility', {
      osVersion,
      osBuild,
      isServer,
      caption: osCaption,
      generation,
    })
    send(
      result.ok
        ? { type: 'pairing-known', generation, answer: result.value }
        : { type: 'pairing-failed', error: result.error },
    )
  }

  return {
    check,
    edit,
    pair,
    /** Says for which Windows the key was made; null takes it back. */
    choose(generation: string | null): Promise<void> {
      send({ type: 'generation-chosen', generation })
      return pair()
    },
    /** Puts pasted text in place of what was typed, without the words around the key. */
    paste: (text: string): void => edit(extractKey(text)),
    /** Next: complains about the key or its pairing with the computer, or goes on. */
    async next(): Promise<void> {
      const before = get()
      if (before.step !== 'host-key') return
      if (before.draft.key.trim() === '')
        return send({ type: 'complained', complaint: { field: 'hostKey', message: words.complaints.missing } })
      await Promise.all([check(), pair()])
      const state = get()
      if (state.step !== 'host-key' || state.key.phase !== 'checked') return
      const complaint = keyComplaint(state.draft, state.key.check) ?? pairingComplaint(state.pairing)
      send(complaint === null ? { type: 'key-accepted' } : { type: 'complained', complaint })
    },
    dispose: (): void => clearTimeout(timer),
  }
}
