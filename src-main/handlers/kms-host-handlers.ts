import type { Handlers } from '../contract/handlers.ts'
import type { KmsHostService } from './service-interfaces.ts'

type KmsHostChannels = 'kmsHost.overview' | 'kmsHosts.list' | 'kmsHosts.add' | 'kmsHosts.remove'

/** The KMS hosts that the app knows, and one of them from all sides. */
export const kmsHostHandlers = (hosts: KmsHostService): Pick<Handlers, KmsHostChannels> => ({
  'kmsHost.overview': (question, { signal }) => hosts.overview(question, signal),
  'kmsHosts.list': (question, { signal }) => hosts.list(question, signal),
  'kmsHosts.add': async ({ host }) => hosts.add(host),
  'kmsHosts.remove': async ({ host }) => {
    hosts.remove(host)
    return undefined
  },
})
