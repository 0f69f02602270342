import { lookupSrv } from '../network/srv-lookup.ts'
import { probePort } from '../network/port-probe.ts'
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
        })
      }
      case 'lab': {
        const { createLabSite } = await import('../lab/lab-site.ts')
        return createLabSite({ scenario: place.scenario, folder: place.folder })
      }
    }
  }
