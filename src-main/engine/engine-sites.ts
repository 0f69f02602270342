import { lookupAuthoritative } from '../network/authoritative.ts'
import { updateSrvRecords } from '../network/dns-update.ts'
import { probeKmsEndpoint } from '../network/kms-endpoint-probe.ts'
import { probePort } from '../network/port-probe.ts'
import { lookupSrv } from '../network/srv-lookup.ts'
import type { Site } from '../wmi/wmi-session.ts'
import type { EngineSite } from './protocol.ts'

/**
 * Opens the place that a request names. The code of a place is loaded when it is first asked for: an engine that works
 * on the network never holds the Lab, and one in the Lab never loads koffi.
 */
export const openEngineSite =
  (callsInFlight: number) =>
  async (place: EngineSite): Promise<Site> => {
    switch (place.place) {
      case 'network': {
        const { createComSite } = await import('../wmi/com/com-site.ts')
        return createComSite({
          callsInFlight,
          resolveSrv: (name, server, signal) => lookupSrv(name, server, signal),
          probe: (host, port, signal) => probePort(host, port, signal),
          lookupAuthoritative: (domain, servers, signal) =>
            lookupAuthoritative(domain, { ...(servers ? { servers } : {}), ...(signal ? { signal } : {}) }),
          updateSrv: ({ key, transport, ...update }, signal) =>
            updateSrvRecords(
              { ...update, key: key && { ...key, secret: Buffer.from(key.secret, 'base64') } },
              { ...(signal ? { signal } : {}), ...(transport ? { transport } : {}) },
            ),
          probeKms: (host, port, signal) => probeKmsEndpoint(host, port, signal),
        })
      }
      case 'lab': {
        const { createLabSite } = await import('../lab/lab-site.ts')
        return createLabSite({ scenario: place.scenario, folder: place.folder })
      }
    }
  }
