import type { ActionContext } from '../actions/action.ts'
import { findKmsHosts } from '../actions/kms-dns-lookup.ts'
import { readKmsHostReport } from '../actions/kms-host-report.ts'
import type { SecretRef, TargetRef } from '../contract/models/target.ts'
import type { TargetService } from '../handlers/service-interfaces.ts'
import { openContext } from '../plans/action-context.ts'
import type { Clock } from '../plans/clock.ts'
import { passwordName } from '../plans/frozen-plan.ts'
import type { SiteProvider } from '../plans/site-provider.ts'
import type { SecretVault } from '../store/secret-vault.ts'
import { testConnection } from '../targets/connection-test.ts'

/** What looking at computers needs. */
export interface TargetServiceParts {
  readonly sites: Pick<SiteProvider, 'shared'>
  readonly vault: Pick<SecretVault, 'get'>
  readonly clock: Clock
  readonly elevated: boolean | null
}

const secretsOf = (target: TargetRef): ReadonlyMap<string, SecretRef> =>
  target.place === 'this-computer' || target.credential === undefined
    ? new Map()
    : new Map([[passwordName, target.credential.password]])

/** Looks at computers through the shared engine; every look has connections of its own, closed when it ends. */
export const createTargetService = (parts: TargetServiceParts): TargetService => {
  const look = async <T>(
    target: TargetRef,
    signal: AbortSignal,
    work: (context: ActionContext) => Promise<T>,
  ): Promise<T> => {
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

  return {
    test: (target, signal) => look(target, signal, (context) => testConnection(context)),
    findKmsHosts: (target, signal) => look(target, signal, findKmsHosts),
    verifyKmsHost: (target, signal) => look(target, signal, readKmsHostReport),
  }
}
