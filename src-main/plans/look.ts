import type { ActionContext } from '../actions/action.ts'
import type { SecretRef, TargetRef } from '../contract/models/target.ts'
import type { SecretVault } from '../store/secret-vault.ts'
import { openContext } from './action-context.ts'
import type { Clock } from './clock.ts'
import { withDeadline } from './deadline.ts'
import { passwordName } from './frozen-plan.ts'
import type { SiteProvider } from './site-provider.ts'

/** What looking at a computer outside a running plan needs. */
export interface LookParts {
  readonly sites: Pick<SiteProvider, 'shared'>
  readonly vault: Pick<SecretVault, 'get'>
  readonly clock: Clock
  readonly elevated: boolean | null
}

/** Milliseconds for one look. */
const lookDeadline = 60_000

const secretsOf = (target: TargetRef): ReadonlyMap<string, SecretRef> =>
  target.place === 'this-computer' || target.credential === undefined
    ? new Map()
    : new Map([[passwordName, target.credential.password]])

/** A context on the shared engine, with connections of its own; whoever opens it calls `close` when done. */
export const openLook = (parts: LookParts, target: TargetRef, signal: AbortSignal): ReturnType<typeof openContext> =>
  openContext({
    ...parts,
    target,
    site: parts.sites.shared(target),
    secrets: secretsOf(target),
    signal,
    note: () => {},
  })

/** Looks at a target before a plan is made: reads only, one minute at most. Throws what the work throws, or `timeout`. */
export const lookAt = <T>(
  parts: LookParts,
  target: TargetRef,
  work: (context: ActionContext) => Promise<T>,
): Promise<T> =>
  withDeadline(parts.clock, lookDeadline, async (signal) => {
    const { context, close } = openLook(parts, target, signal)
    try {
      return await work(context)
    } finally {
      if (!signal.aborted) await close()
    }
  })
