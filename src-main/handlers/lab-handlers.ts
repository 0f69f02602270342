import type { Handlers } from '../contract/handlers.ts'
import type { LabService } from './service-interfaces.ts'

/** The Lab's overview, and its way back to the beginning. */
export const labHandlers = (
  lab: Pick<LabService, 'overview' | 'reset'>,
): Pick<Handlers, 'lab.overview' | 'lab.reset'> => ({
  'lab.overview': () => lab.overview(),
  'lab.reset': () => lab.reset(),
})
