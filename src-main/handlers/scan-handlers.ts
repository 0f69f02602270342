import type { Handlers } from '../contract/handlers.ts'
import { endWith } from './end-with.ts'
import type { ScanChannelService } from './service-interfaces.ts'

type ScanChannels = 'scan.start' | 'scan.stop' | 'scan.state' | 'scan.events'

/** Scans of many computers; what they find reaches the window as changed rows of the table. */
export const scanHandlers = (scans: ScanChannelService): Pick<Handlers, ScanChannels> => ({
  'scan.start': async (options) => scans.start(options),
  'scan.stop': async ({ place }) => scans.stop(place),
  'scan.state': async ({ place }) => scans.state(place),
  'scan.events': async ({ place }, { emit, signal }) => {
    endWith(signal, scans.subscribe(place, emit))
  },
})
