import type { Site } from '../wmi/wmi-session.ts'
import { LabNetwork } from './lab-network.ts'
import { scenarioNamed } from './scenarios/all-scenarios.ts'
import { createFileLog } from './storage/file-log.ts'
import { World } from './world/world.ts'

/** The methods of a network as a plain Site. */
export const siteOf = (network: LabNetwork): Site => ({
  connect: (endpoint, namespace, signal) => network.connect(endpoint, namespace, signal),
  resolveSrv: (name, server, signal) => network.resolveSrv(name, server, signal),
  probe: (host, port, signal) => network.probe(host, port, signal),
  lookupAuthoritative: (domain, servers, signal) => network.lookupAuthoritative(domain, servers, signal),
  updateSrv: (update, signal) => network.updateSrv(update, signal),
  probeKms: (host, port, signal) => network.probeKms(host, port, signal),
})

/** A Lab as a Site. Open one per folder in a process and keep it: it holds the state in memory. */
export interface LabSite extends Site {
  /** Lets go of the folder. */
  close(): void
}

export interface LabSiteOptions {
  readonly scenario: string
  /** Folder of the state and the log of calls; made where it is missing. */
  readonly folder: string
  /** Milliseconds per call; the scenario's own, where absent. */
  readonly latencyMs?: number
  /** Whether a change waits until it is on the disk, which is so where absent. */
  readonly durable?: boolean
}

/** Opens the Lab in a folder for the engine. Throws where the scenario is unknown or the folder holds another one. */
export const createLabSite = ({ scenario, folder, latencyMs, durable = true }: LabSiteOptions): LabSite => {
  const world = new World(scenarioNamed(scenario), createFileLog(folder), { durable })
  const network = new LabNetwork(world, latencyMs)
  return { ...siteOf(network), close: () => world.close() }
}
