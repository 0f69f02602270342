import type { Handlers } from '../contract/handlers.ts'
import type { LabService } from './service-interfaces.ts'

type LabChannel = Extract<keyof Handlers, `lab.${string}`>

/** The Lab: what is in it, its clock, its faults, its telephone, and its way back to the beginning. */
export const labHandlers = (lab: Omit<LabService, 'isFictionalKey'>): Pick<Handlers, LabChannel> => ({
  'lab.overview': () => lab.overview(),
  'lab.scenarios': () => lab.scenarios(),
  'lab.choose': ({ scenario }) => lab.choose(scenario),
  'lab.advance': ({ minutes }) => lab.advance(minutes),
  'lab.setPower': ({ host, power }) => lab.setPower(host, power),
  'lab.setFault': (fault) => lab.setFault(fault),
  'lab.clearFaults': ({ id }) => lab.clearFaults(id),
  'lab.allowKmsPublishing': ({ zone }) => lab.allowKmsPublishing(zone),
  'lab.telephone': ({ installationId }) => lab.telephone(installationId),
  'lab.loadReport': ({ text }) => lab.loadReport(text),
  'lab.reset': () => lab.reset(),
})
