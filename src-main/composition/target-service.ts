import type { ActionContext } from '../actions/action.ts'
import type { Catalogue } from '../actions/bound-action.ts'
import { AppFailure } from '../contract/app-error.ts'
import { KmsHostReport } from '../contract/models/kms-host-report.ts'
import { LicenseSnapshot } from '../contract/models/license-snapshot.ts'
import type { SecretRef, TargetRef } from '../contract/models/target.ts'
import type { TargetService } from '../handlers/service-interfaces.ts'
import { openContext } from '../plans/action-context.ts'
import type { Clock } from '../plans/clock.ts'
import { passwordName } from '../plans/frozen-plan.ts'
import type { SiteProvider } from '../plans/site-provider.ts'
import type { SecretVault } from '../store/secret-vault.ts'
import { testConnection } from '../targets/connection-test.ts'
import { findKmsHosts } from '../targets/find-kms-hosts.ts'

/** What looking at computers needs. */
export interface TargetServiceParts {
  readonly sites: Pick<SiteProvider, 'shared'>
  readonly vault: Pick<SecretVault, 'get'>
  readonly catalogue: Catalogue
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

  /** Runs one of the catalogue's reads. */
  const read = async (kind: string, context: ActionContext): Promise<unknown> => {
    const bind = parts.catalogue.get(kind)
    if (!bind)
      throw new AppFailure({ code: 'internal', message: `The app lacks the action "${kind}".`, retryable: false })
    const action = bind({})
    const { result } = await action.run(context, await action.before(context))
    return result
  }
  const readSnapshot = async (context: ActionContext): Promise<LicenseSnapshot> =>
    LicenseSnapshot.parse(await read('licensing.read-snapshot', context))

  return {
    test: (target, signal) => look(target, signal, (context) => testConnection(context, readSnapshot)),
    findKmsHosts: (target, signal) => look(target, signal, findKmsHosts),
    verifyKmsHost: (target, signal) =>
      look(target, signal, async (context) => KmsHostReport.parse(await read('kms-host.verify', context))),
  }
}
