import type { Handlers } from '../contract/handlers.ts'
import { remoteScript } from '../licensing/remote-script.ts'
import type { TargetService } from './service-interfaces.ts'

/** Looks at computers: connection tests, the KMS hosts that DNS shows, a KMS host, an image; and the remote script. */
export const targetHandlers = (
  targets: TargetService,
): Pick<
  Handlers,
  | 'target.test'
  | 'kmsHost.findInDns'
  | 'kmsHost.verify'
  | 'kmsClient.report'
  | 'image.read'
  | 'remote.test'
  | 'remote.script'
> => ({
  'target.test': ({ target, role }, { signal }) => targets.test(target, signal, role),
  'kmsHost.findInDns': async ({ target }, { signal }) => ({
    lookups: [...(await targets.findKmsHosts(target, signal))],
  }),
  'kmsHost.verify': ({ target }, { signal }) => targets.verifyKmsHost(target, signal),
  'kmsClient.report': ({ target }, { signal }) => targets.readKmsClient(target, signal),
  'image.read': ({ target }, { signal }) => targets.readImage(target, signal),
  'remote.test': ({ target }, { signal }) => targets.testRemote(target, signal),
  'remote.script': async (options) => remoteScript(options),
})
