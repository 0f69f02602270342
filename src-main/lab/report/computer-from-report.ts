import { produce, type Draft } from 'immer'
import type { ReportedRow, SelfTestReport } from '../../contract/models/self-test-report.ts'
import { defaultRearms } from '../licensing/install-key.ts'
import { kmsFigures } from '../licensing/kms-figures.ts'
import { noRequests } from '../licensing/kms-server.ts'
import type { Sku } from '../licensing/sku.ts'
import { licensingService } from '../machine/services.ts'
import { setRegistryValue } from '../machine/registry.ts'
import { firewallRules, switchRule } from '../net/firewall.ts'
import { buildComputer } from '../scenarios/build-computer.ts'
import type { Generation } from '../schema/generations.ts'
import type { Computer, KmsServerState, LicensingState, LogEvent, OsFacts, ServicePhase } from '../world/state.ts'
import { productFromRow, skuFromRow } from './reported-products.ts'
import { numberIn, textIn } from './reported-values.ts'

/** Where a reported computer comes to stand in the Lab. */
export interface ReportPlace {
  readonly scenario: string
  readonly address: string
  readonly dnsServers: readonly string[]
  readonly administrators: readonly string[]
  /** The Lab's time in milliseconds. */
  readonly now: number
}

type Licensing = NonNullable<SelfTestReport['licensing']>
type System = NonNullable<SelfTestReport['system']>

const generations: Readonly<Record<Licensing['generation'], Generation>> = {
  '6.1': '7',
  '6.2': '8.0',
  '6.3': '8.1',
  'server-2019': '2019',
  '23h2': '23H2',
}

const osOf = (system: System, { generation, service }: Licensing): OsFacts => ({
  generation: generations[generation],
  caption: system.caption,
  version: system.version,
  build: system.build,
  sku: system.sku ?? 0,
  editionId: system.editionId ?? '',
  productType: system.productType === 1 || system.productType === 2 ? system.productType : 3,
  architecture: system.architecture ?? '64-bit',
  language: 'en-US',
  serviceVersion: textIn(service, 'Version') ?? system.version,
})

/** Requests and count of a KMS host; who the counted clients are no report says. */
const serverOf = (row: ReportedRow, clock: number): KmsServerState => {
  const minimum = numberIn(row, 'RequiredClientCount') ?? 0
  const count = numberIn(row, 'KeyManagementServiceCurrentCount') ?? 0
  const requests = (name: string): number => numberIn(row, `KeyManagementService${name}Requests`) ?? 0
  const clients = Array.from({ length: count }, (_item, index) => [
    `reported client ${index + 1}`,
    { lastSeen: clock, minimum },
  ])
  return {
    listeningPort: numberIn(row, 'KeyManagementServiceListeningPort') || kmsFigures.port,
    publishAt: null,
    clients: Object.fromEntries(clients) as KmsServerState['clients'],
    requests: {
      ...noRequests,
      total: requests('Total'),
      failed: requests('Failed'),
      unlicensed: requests('Unlicensed'),
      licensed: requests('Licensed'),
      oobGrace: requests('OOBGrace'),
      ootGrace: requests('OOTGrace'),
      nonGenuineGrace: requests('NonGenuineGrace'),
      notification: requests('Notification'),
    },
    others: {},
  }
}

const licensingOf = ({ service, products }: Licensing, os: OsFacts, clock: number): Partial<LicensingState> => {
  const known = products.flatMap((row) => {
    const sku = skuFromRow(row, os)
    return sku ? [{ sku, row }] : []
  })
  const name = textIn(service, 'DiscoveredKeyManagementServiceMachineName')
  const isHost = numberIn(service, 'IsKeyManagementServiceMachine') === 1
  const cmid = textIn(service, 'ClientMachineID')
  const counts = known.flatMap(({ sku, row }): readonly (readonly [Sku, number])[] => {
    const left = numberIn(row, 'RemainingAppReArmCount')
    return left === null ? [] : [[sku, left]]
  })
  return {
    ...(cmid === null ? {} : { cmid }),
    rearmsLeft: numberIn(service, 'RemainingWindowsReArmCount') ?? (os.generation === '7' ? 3 : defaultRearms),
    ownSkus: known.map(({ sku }) => sku),
    products: Object.fromEntries(known.map(({ sku, row }) => [sku.activationId, productFromRow(row, sku, clock)])),
    applications: Object.fromEntries(counts.map(([sku, rearmsLeft]) => [sku.applicationId, { rearmsLeft }])),
    discovered:
      name === null
        ? null
        : {
            name,
            port: numberIn(service, 'DiscoveredKeyManagementServiceMachinePort') ?? kmsFigures.port,
            address: textIn(service, 'DiscoveredKeyManagementServiceMachineIpAddress') ?? '',
          },
    activationDisabled: service['KeyManagementServiceActivationDisabled'] === true,
    ...(isHost ? { server: serverOf(service, clock) } : {}),
  }
}

const phases: readonly ServicePhase[] = ['Running', 'Stopped', 'Stop Pending', 'Start Pending']
const kinds = ['REG_SZ', 'REG_DWORD', 'REG_MULTI_SZ'] as const

/** What was read beside the licensing classes: registry, firewall and services. Types that the Lab cannot hold are left out. */
const addTheRest = (computer: Draft<Computer>, report: SelfTestReport): void => {
  for (const { path, name, type, data } of report.registry) {
    const kind = kinds.find((one) => one === type)
    if (kind !== undefined && data !== null) setRegistryValue(computer, `HKLM\\${path}`, name, kind, data)
  }
  for (const rule of firewallRules(computer as Computer)) {
    const reported = report.firewall.find(({ name }) => name === rule.name)
    if (reported && reported.enabled !== null) switchRule(computer, rule, reported.enabled)
  }
  for (const { name, state } of report.services) {
    const service = computer.services[name.toLowerCase()]
    const phase = phases.find((one) => one === state)
    if (!service || phase === undefined) continue
    service.phase = phase
    if (phase === 'Stopped') service.processId = 0
  }
  const isRunning = computer.services[licensingService]?.phase === 'Running'
  if (!isRunning) computer.licensing.server.listeningPort = null
}

const sourceOf = (log: string): string =>
  log === 'Key Management Service' ? 'KmsRequests' : 'Microsoft-Windows-Security-SPP'

const eventsOf = ({ events }: SelfTestReport): readonly Omit<LogEvent, 'record'>[] =>
  events
    .map(({ log, id, time, data }) => ({
      log,
      id,
      type: 3 as const,
      source: sourceOf(log),
      time: Date.parse(time),
      data,
    }))
    .filter(({ time }) => !Number.isNaN(time))
    .toSorted((left, right) => left.time - right.time)

/**
 * A computer of the Lab that is as a report of "Check this computer" found a real one. Null where the report has neither the
 * system nor the licensing classes. What a report does not tell is as on any computer of that Windows version: remote WMI is let
 * in, and it reaches the internet. Full product keys are in no report, so that the key can be replaced but not read.
 */
export const computerFromReport = (report: SelfTestReport, place: ReportPlace): Computer | null => {
  const { system, licensing } = report
  if (system === null || licensing === null) return null
  const os = osOf(system, licensing)
  const clockSkew = Math.round((report.clock?.ahead ?? 0) / 60)
  const clock = place.now + clockSkew * 60_000
  const computer = buildComputer(
    place.scenario,
    {
      name: system.name,
      domain: system.partOfDomain ? system.dnsDomain : null,
      address: place.address,
      role: `A real computer, as a report of ${report.madeAt.slice(0, 10)} has it`,
      os,
      dnsServers: place.dnsServers,
      administrators: place.administrators,
      setupKey: null,
      daysUsed: 0,
      clockSkew,
      settings: [],
      licensing: () => licensingOf(licensing, os, clock),
      events: () => eventsOf(report),
    },
    place.now,
  )
  return produce(computer, (draft) => addTheRest(draft, report))
}
