import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LabOverview } from '../contract/models/lab.ts'
import type { PortProbe, SrvLookup } from '../contract/models/kms-host-report.ts'
import type { CimObject, CimValue } from '../wmi/cim-values.ts'
import type { Site } from '../wmi/wmi-session.ts'
import { allowKmsPublishing, changePower, nameOf } from './administration.ts'
import { advanceClock } from './clock.ts'
import { LabNetwork } from './lab-network.ts'
import { siteOf } from './lab-site.ts'
import { labConfirmationId } from './licensing/phone.ts'
import { overview } from './overview.ts'
import { firstScenario, scenarioList, scenarioNamed, scenarioNames } from './scenarios/all-scenarios.ts'
import { loadReport, type LoadedReport } from './report/load-report.ts'
import { parseLine, type LabCall } from './storage/call-log.ts'
import { callLogName, createFileLog } from './storage/file-log.ts'
import { createMemoryLog } from './storage/memory-log.ts'
import type { Fault, LabState } from './world/state.ts'
import { World } from './world/world.ts'

export type { Fault, FaultEffect, LabState } from './world/state.ts'
export type { LabCall } from './storage/call-log.ts'
export type { LoadedReport } from './report/load-report.ts'
export { isLabKey } from './fictional-keys.ts'
export { firstScenario, scenarioList, scenarioNames }

export interface OpenLabOptions {
  /** Folder of the state and the log of calls, shared with other processes; without it the Lab lives in memory. */
  readonly folder?: string
  /** Milliseconds per call; the scenario's own, where absent. */
  readonly latencyMs?: number
  /** Whether a change waits until it is on the disk, which is so where absent; a rehearsal that may be lost need not. */
  readonly durable?: boolean
}

export interface LabConnection {
  /** Host name, full name or address; null or absent for the computer that the technician sits at. */
  readonly host?: string | null
  /** `root\cimv2` where absent. */
  readonly namespace?: string
  readonly user?: string
  readonly password?: string
}

export interface LabSession {
  /** Rows as plain records, with `__CLASS` and `__RELPATH`. A failure is an Error with a numeric `hresult`. */
  query(wql: string): Promise<readonly CimObject[]>
  call(path: string, method: string, params?: Readonly<Record<string, CimValue>>): Promise<CimObject>
  deleteInstance(path: string): Promise<void>
  close(): Promise<void>
}

/** A simulated network, usable without the app. */
export interface Lab {
  readonly scenario: string
  /** The Lab as the app's engine sees it. */
  readonly site: Site
  connect(connection: LabConnection): Promise<LabSession>
  resolveSrv(name: string, server?: string): Promise<SrvLookup>
  probe(host: string, port: number): Promise<PortProbe>
  /** The whole state as plain JSON. */
  state(): LabState
  overview(): LabOverview
  /** Key of a computer by its bare name, full name or address; null where there is none. */
  nameOf(spelling: string): string | null
  /** Every call so far, oldest first, secrets masked. */
  calls(): readonly LabCall[]
  /** Moves the clock on by minutes; computers do meanwhile what they do by themselves. */
  advance(minutes: number): Promise<void>
  /** Sets a fault and returns its id. */
  setFault(fault: Fault): Promise<string>
  /** Takes one fault away, or all. */
  clearFaults(id?: string): Promise<void>
  /** Switches a computer on or puts it to sleep. Rejects where there is none of that name. */
  setPower(host: string, power: 'on' | 'asleep'): Promise<void>
  /** Opens the KMS name of a zone to all KMS hosts of the domain, as a domain administrator does. Rejects without such a zone. */
  allowKmsPublishing(zone: string): Promise<void>
  /** Makes the JSON text of a report of "Check this computer" a computer of the Lab, until `reset`. */
  loadReport(text: string): Promise<LoadedReport>
  /** Puts everything back to the beginning. The log of calls is kept. */
  reset(): Promise<void>
  /** What the Lab's telephone line answers to an installation ID: a fictional confirmation ID. */
  confirmationIdFor(installationId: string): string
  close(): void
}

/** The scenario that a folder holds: the first line of its log says it. Throws where it holds none. */
const scenarioIn = (folder: string): string => {
  const path = join(folder, callLogName)
  if (existsSync(path)) {
    const log = createFileLog(folder)
    const scenario = parseLine(log.all()[0] ?? '')?.scenario
    log.close()
    if (scenario !== undefined) return scenario
  }
  throw new Error(`The folder ${folder} holds no Lab.`)
}

const connectTo = async (network: LabNetwork, connection: LabConnection): Promise<LabSession> => {
  const { host = null, namespace = 'root\\cimv2', user, password = '' } = connection
  const credential = user === undefined || user === '' ? {} : { credential: { user, password } }
  const session = await network.connect({ host, ...credential }, namespace)
  return {
    query: (wql) => session.query(wql),
    call: (path, method, params) => session.call(path, method, params),
    deleteInstance: (path) => session.deleteInstance(path),
    close: () => session.close(),
  }
}

/**
 * Opens a Lab: a scenario by its name, in memory or in a folder, or with `{ folder }` alone the one that a folder holds.
 * Throws an Error that names the known scenarios where the name is unknown.
 */
export const openLab = (
  scenario: string | (OpenLabOptions & { folder: string }),
  options: OpenLabOptions = {},
): Lab => {
  const { folder, latencyMs, durable = true } = typeof scenario === 'string' ? options : scenario
  const name = typeof scenario === 'string' ? scenario : scenarioIn(scenario.folder)
  const world = new World(scenarioNamed(name), folder === undefined ? createMemoryLog() : createFileLog(folder), {
    durable,
  })
  const network = new LabNetwork(world, latencyMs)
  return {
    scenario: name,
    site: siteOf(network),
    connect: (connection) => connectTo(network, connection),
    resolveSrv: (question, server) => network.resolveSrv(question, server),
    probe: (host, port) => network.probe(host, port),
    state: () => world.state(),
    overview: () => overview(world),
    nameOf: (spelling) => nameOf(world, spelling),
    calls: () => world.calls(),
    advance: (minutes) => advanceClock(world, minutes),
    setFault: (fault) =>
      world.run((transaction) => {
        const id = `fault-${transaction.random().toString(16)}`
        transaction.network.faults[id] = { fault, left: fault.times ?? null }
        return { facts: { op: 'fault', host: fault.host, subject: `${id}: ${fault.effect.kind}` }, value: id }
      }),
    clearFaults: (id) =>
      world.run((transaction) => {
        const { faults } = transaction.network
        for (const key of id === undefined ? Object.keys(faults) : [id]) delete faults[key]
        return { facts: { op: 'fault', subject: `${id ?? 'all'}: cleared` }, value: undefined }
      }),
    setPower: (host, power) => changePower(world, host, power),
    allowKmsPublishing: (zone) => allowKmsPublishing(world, zone),
    loadReport: (text) => loadReport(world, text),
    reset: () => world.reset(),
    confirmationIdFor: labConfirmationId,
    close: () => world.close(),
  }
}
