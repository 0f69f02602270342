import type { ActionContext } from '../actions/action.ts'
import type { TargetRef } from '../contract/models/target.ts'
import { openLook, type LookParts } from '../plans/look.ts'

/** What looking at computers needs. */
export type TargetLookParts = LookParts

/** Works with a target over the shared engine, with connections of its own that are closed when the work ends. */
export type TargetLook = <T>(
  target: TargetRef,
  signal: AbortSignal,
  work: (context: ActionContext) => Promise<T>,
) => Promise<T>

/** Makes the way to look at computers outside a plan. What the work throws is thrown on. */
export const createTargetLook =
  (parts: TargetLookParts): TargetLook =>
  async (target, signal, work) => {
    const { context, close } = openLook(parts, target, signal)
    try {
      return await work(context)
    } finally {
      // Nobody waits for the goodbye: closing a connection to a computer that hangs can take long.
      void close()
    }
  }
