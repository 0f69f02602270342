import type { Handlers } from '../contract/handlers.ts'
import type { TargetService } from './service-interfaces.ts'

/** Looks at computers: the connection test, the KMS hosts that DNS shows, and the verification of a KMS host. */
export const targetHandlers = (
  targets: TargetService,
): Pick<Handlers, 'target.test' | 'kmsHost.findInDns' | 'kmsHost.verify'> => ({
  'target.test': ({ target }, { signal }) => targets.test(target, signal),
  'kmsHost.findInDns': async ({ target }, { signal }) => ({
    lookups: [...(await targets.findKmsHosts(target, signal))],
  }),
  'kmsHost.verify': ({ target }, { signal }) => targets.verifyKmsHost(target, signal),
})
