import { assertNever, type Result } from '../../../src-main/contract/app-error.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import type { TargetRole } from '../../../src-main/contract/table.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { target as words } from '../../strings/target-step.ts'
import type { SecretSlot } from './secret-slot.ts'
import { lacksElevation, targetComplaint } from './target-complaints.ts'
import { accountOf, targetRefOf, type TargetFields } from './target-fields.ts'
import { isUsable, type TargetEvent, type TargetState, type TestAnswer, type TestState } from './target-machine.ts'

/** What the step "Computer" of a wizard works with. */
export interface TargetContext {
  readonly bridge: Bridge
  /** The step's state; null while another step is shown. */
  readonly get: () => TargetState | null
  readonly send: (event: TargetEvent) => void
  /** The Lab's scenario, or an empty string while the Lab has not been read. */
  readonly scenario: () => string
  /** Whether a test allows going on; where absent, the computer has to answer without a problem. */
  readonly accepts?: (test: TestState) => boolean
  /** The test that is run; where absent, whether the computer can become a KMS host. */
  readonly ask?: AskTarget
}

/** Tests a computer; reads only. */
export type AskTarget = (bridge: Bridge, target: TargetRef, signal: AbortSignal) => Promise<Result<TestAnswer>>

/** The usual test, of the way to a computer. @param role what the computer is tested for */
export const wayTest =
  (role: TargetRole): AskTarget =>
  (bridge, target, signal) =>
    bridge.call('target.test', { target, role }, { signal })

/** What can be done on the step "Computer". */
export type TargetEffects = ReturnType<typeof createTargetEffects>

/** What the step "Computer" can do: edit, test the connection, go on. */
export const createTargetEffects = (context: TargetContext, password: SecretSlot) => {
  const { bridge, get, send, scenario, accepts = isUsable, ask = wayTest('kms-host') } = context
  let runs = 0
  let controller: AbortController | null = null

  const cancelTest = (): void => {
    controller?.abort()
    controller = null
    send({ type: 'test-cancelled' })
  }

  const test = async (): Promise<void> => {
    const state = get()
    if (state === null || state.test.phase === 'running') return
    const fields = state.target
    const complaint = targetComplaint(fields)
    if (complaint !== null) return send({ type: 'complained', complaint })
    runs += 1
    const run = runs
    const mine = new AbortController()
    controller = mine
    send({ type: 'test-started', run, startedAt: Date.now() })
    const account = accountOf(fields)
    const secret = account === null ? null : await password.refOf(account.password)
    if (secret !== null && !secret.ok) return send({ type: 'test-failed', run, error: secret.error })
    const target = targetRefOf(fields, secret === null ? null : secret.value, scenario())
    const result = await ask(bridge, target, mine.signal)
    send(
      result.ok
        ? { type: 'test-answered', run, target, result: result.value }
        : { type: 'test-failed', run, error: result.error },
    )
  }

  return {
    test,
    cancelTest,
    /** Changes a field. A test that runs is abandoned, because it would answer for another computer. */
    edit(patch: Partial<TargetFields>): void {
      if (get()?.test.phase === 'running') cancelTest()
      send({ type: 'target-edited', patch })
    },
    /** Next: complains about a field, or tests where no test stands, and goes on where the test allows it. */
    async next(): Promise<void> {
      const before = get()
      if (before === null) return
      if (lacksElevation(before.target, useAppInfo.getState().info))
        return send({ type: 'complained', complaint: { field: 'place', message: words.complaints.notElevated } })
      switch (before.test.phase) {
        case 'running':
          return
        case 'idle':
        case 'cancelled':
        case 'failed':
          await test()
          break
        case 'done':
          if (!accepts(before.test)) await test()
          break
        default:
          assertNever(before.test)
      }
      send({ type: 'target-accepted' })
    },
  }
}
