import type { BoundAction, BoundInput } from '../actions/bound-action.ts'
import type { AppError } from '../contract/app-error.ts'
import type { PhoneNumber } from '../contract/models/telephone.ts'
import type { PlanLedger } from './plan-ledger.ts'
import { gatherEvidence, type StepRunnerParts } from './step-runner.ts'

/** What waiting needs besides what steps need. */
export interface WaitingParts extends StepRunnerParts {
  readonly ledger: PlanLedger
  readonly actions: readonly BoundAction[]
  /** Whether an input is in memory, by its name. */
  hasInput(name: string): boolean
  /** Drops an input that was not taken. */
  forgetInput(name: string): void
  /** Where to call, as far as the target tells. Never throws. */
  phones(): Promise<readonly PhoneNumber[]>
}

const hasBeenTold = (parts: WaitingParts, index: number): unknown =>
  parts.ledger.current().steps[index]?.evidence ?? null

const sentence = (readAt: string, error: AppError | null): string =>
  error === null
    ? `Waiting for the confirmation ID; the installation ID was read at ${readAt}.`
    : `Waiting for another confirmation ID; the installation ID was read again at ${readAt}.`

/**
 * Lets a plan wait for what only people can give: reads what they must be told, writes it down, and the plan rests, for
 * days and over restarts where need be. `error` says why the last input was not taken. Returns `ready` where the computer
 * turns out to need no input. Throws what the reading ran into.
 */
export const waitForInput = async (
  parts: WaitingParts,
  index: number,
  action: BoundAction,
  awaits: BoundInput,
  error: AppError | null = null,
): Promise<'waits' | 'ready'> => {
  const told = hasBeenTold(parts, index)
  const now = await gatherEvidence(parts, index, action)
  if (!awaits.isNeeded(now)) return 'ready'
  const reason = error ?? (told === null ? null : awaits.changed(told, now))
  const phones = [...(await parts.phones())]
  await parts.ledger.write({
    plan: { state: 'waiting-for-input', error: null },
    step: { index, change: { state: 'waiting-for-input', evidence: now, result: { phones }, error: reason } },
    lines: [{ event: 'waiting', step: index, outcome: sentence(awaits.tell(now).readAt, reason), error: reason }],
  })
  return 'waits'
}
