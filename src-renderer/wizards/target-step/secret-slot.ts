import { ok, type Result } from '../../../src-main/contract/app-error.ts'
import type { InputOf } from '../../../src-main/contract/table.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'

/** One secret of the wizard: the typed value goes to main once, and the older reference is forgotten. */
export interface SecretSlot {
  /** The reference to `value` in main's memory. Asks main only where the value changed since the last call. */
  refOf(value: string): Promise<Result<string>>
  /** Makes main forget the value. */
  forget(): void
  /** Leaves the value in main's memory to whoever was given its reference. */
  release(): void
}

/** Makes an empty slot for a kind of secret. */
export const createSecretSlot = (bridge: Bridge, kind: InputOf<'secrets.put'>['kind']): SecretSlot => {
  let held: { readonly value: string; readonly ref: string } | null = null
  const forget = (): void => {
    if (held !== null) void bridge.call('secrets.forget', { ref: held.ref })
    held = null
  }
  return {
    forget,
    release() {
      held = null
    },
    async refOf(value) {
      if (held !== null && held.value === value) return ok(held.ref)
      forget()
      const result = await bridge.call('secrets.put', { kind, value })
      if (!result.ok) return result
      // Two values may have been on their way at once: the older one is not needed.
      forget()
      held = { value, ref: result.value.ref }
      return ok(result.value.ref)
    },
  }
}
