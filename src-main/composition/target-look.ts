import type { ActionContext } from '../actions/action.ts'
import type { SecretRef, TargetRef } from '../contract/models/target.ts'
import { openContext } from '../plans/action-context.ts'
import type { Clock } from '../plans/clock.ts'
import { passwordName } from '../plans/frozen-plan.ts'
import type { SiteProvider } from '../plans/site-provider.ts'
import type { SecretVault } from '../store/secret-vault.ts'

/** What looking at computers needs. */
export interface TargetLookParts {
  readonly sites: Pick<SiteProvider, 'shared'>
  readonly vault: Pick<SecretVault, 'get'>
  readonly clock: Clock
  readonly elevated: boolean | null
}

/** Works with a target over the shared engine, with connections of its own that are closed when the work ends. */
export type TargetLook = <T>(
  target: TargetRef,
  signal: AbortSignal,
  work: (context: ActionContext) => Promise<T>,
) => Promise<T>

const secretsOf = (target: TargetRef): ReadonlyMap<string, SecretRef> =>
  target.place === 'this-computer' || target.credential === undefined
    ? new Map()
    : new Map([[passwordName, target.credential.password]])

/** Makes the way to look at computers outside a plan. What the work throws is thrown on. */
export const createTargetLook =
  (parts: TargetLookParts): TargetLook =>
  async (target, signal, work) => {
    const site = parts.sites.shared(target)
    const { context, close } = openContext({
      ...parts,
      target,
      site,
      secrets: secretsOf(target),
      signal,
      note: () => {},
    })
    try {
      return await work(context)
    } finally {
      // Nobody waits for the goodbye: closing a connection to a computer that hangs can take long.
      void close()
    }
  }
