import { z } from 'zod'
import type { BoundAction } from '../actions/bound-action.ts'
import type { TargetRef } from '../contract/models/target.ts'
import { PhoneNumber, type WaitingForInput } from '../contract/models/telephone.ts'
import { formatInstallationId, parseInstallationId, spokenInstallationId } from '../licensing/installation-id.ts'
import { whereToCall } from '../licensing/phone-numbers.ts'
import type { StoredPlan } from '../store/stored-plan.ts'

/** What a waiting step holds in the place of its result (plans/wait-for-input.ts). */
const Held = z.object({ phones: z.array(PhoneNumber) })

/** What a plan waits for, as people see it; null for a plan that does not wait. */
export const waitingView = (
  { state, steps }: Pick<StoredPlan, 'state' | 'steps'>,
  target: TargetRef,
  actions: readonly BoundAction[],
): WaitingForInput | null => {
  const step = state === 'waiting-for-input' ? steps.find((one) => one.state === 'waiting-for-input') : undefined
  const awaits = step && actions[step.step]?.awaits
  if (!step || !awaits) return null
  const told = awaits.tell(step.evidence)
  const parsed = parseInstallationId(told.installationId)
  const held = Held.safeParse(step.result)
  const phones = held.success ? held.data.phones : []
  return {
    step: step.step,
    name: awaits.name,
    input: awaits.kind,
    ...told,
    blocks: parsed.outcome === 'id' ? parsed.id.blocks.map(({ letter, digits }) => ({ letter, digits })) : [],
    formatted: parsed.outcome === 'id' ? formatInstallationId(parsed.id) : told.installationId,
    spoken: parsed.outcome === 'id' ? [...spokenInstallationId(parsed.id)] : [],
    whereToCall: [...whereToCall(target, phones.length === 0 ? null : phones)],
    phones,
    error: step.error,
  }
}
