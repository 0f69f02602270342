import { assertNever } from '../contract/app-error.ts'
import type { LabComputer, LabLicence, LabOverview, LabZone } from '../contract/models/lab.ts'
import { describeFault } from './fault-words.ts'
import { currentCount } from './licensing/kms-server.ts'
import { isActiveKmsHost, keyedProduct, statusAt } from './licensing/product-status.ts'
import { applicationLog } from './machine/event-log.ts'
import { srvRecordOf } from './net/dns-records.ts'
import { scenarioNamed } from './scenarios/all-scenarios.ts'
import type { Sku } from './licensing/sku-catalogue.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { fullNameOf } from './world/scene.ts'
import type { World } from './world/world.ts'
import type { Computer, DnsZone, LabState, LogEvent, ProductState } from './world/state.ts'

const kindWords = (kind: Sku['kind']): string => {
  switch (kind) {
    case 'kms-client':
      return 'KMS client'
    case 'kms-host':
      return 'KMS host'
    case 'mak':
      return 'Multiple activation key'
    case 'retail':
      return 'Retail key'
    case 'oem':
      return 'Key of the manufacturer'
    case 'avma':
      return 'Guest activated by its Hyper-V host'
    case 'time-based':
      return 'Evaluation'
    default:
      return assertNever(kind)
  }
}

const statusWords: Readonly<Record<number, string>> = {
  0: 'unlicensed',
  1: 'licensed',
  2: 'in its initial grace period',
  3: 'in an additional grace period',
  4: 'in non-genuine grace',
  5: 'not activated, in notification mode',
  6: 'in extended grace',
}

const byWhat: Readonly<Record<number, string>> = { 1: ' by Active Directory', 3: ' by a token' }

/** The status in words, with what activated it where that was no KMS host. */
const statusText = (status: number, { lastActivationType }: ProductState): string =>
  `${statusWords[status] ?? 'in an unknown state'}${status === 1 ? (byWhat[lastActivationType] ?? '') : ''}`

const stateOf = (computer: Computer, now: number): string => {
  if (computer.power === 'asleep') return 'Asleep'
  const keyed = keyedProduct(computer)
  if (computer.platform === 'linux') return 'Name server'
  if (!keyed) return 'No product key'
  const { status } = statusAt(keyed.product, now)
  return `${kindWords(keyed.sku.kind)}, ${statusText(status, keyed.product)}`
}

const requestEvents: readonly number[] = [12_288, 12_289]

/** Last attempt of a KMS client: its last event 12288, or the answer's 12289. documented: both begin with the result (events.json). */
const lastAsked = ({ events, clockSkew }: Computer): LabLicence['asked'] => {
  const asked = Object.values(events).filter(({ log, id }) => log === applicationLog && requestEvents.includes(id))
  const last = asked.reduce<LogEvent | null>((late, event) => (late && late.record > event.record ? late : event), null)
  if (last === null) return null
  const hresult = Number(last.data[0]?.split(',')[0] ?? 0)
  return { at: new Date(last.time - clockSkew * 60_000).toISOString(), hresult }
}

const licenceOf = (computer: Computer, now: number): LabLicence | null => {
  const keyed = keyedProduct(computer)
  if (!keyed) return null
  const { sku, product } = keyed
  const clock = now + computer.clockSkew * 60_000
  const { status, grace } = statusAt(product, clock)
  const { discovered, server } = computer.licensing
  return {
    kind: sku.kind,
    status,
    statusText: statusText(status, product),
    minutesLeft: product.endsAt === null ? null : grace,
    count: isActiveKmsHost(computer, clock) ? currentCount(server, clock) : null,
    required: sku.kind === 'kms-client' ? sku.minimum : null,
    kmsHost: sku.kind === 'kms-client' && discovered ? `${discovered.name}:${discovered.port}` : null,
    asked: sku.kind === 'kms-client' ? lastAsked(computer) : null,
  }
}

/** The account to offer for a computer: one that is administrator there, else the scenario's first. */
const userOf = ({ accounts }: Scenario, { administrators }: Computer): string | null =>
  (accounts.find(({ user }) => administrators.includes(user.toLowerCase())) ?? accounts[0])?.user ?? null

const labComputer = (scenario: Scenario, computer: Computer, now: number): LabComputer => ({
  host: computer.name,
  fullName: fullNameOf(computer),
  osCaption: computer.os.caption.trim(),
  role: computer.role,
  state: stateOf(computer, now),
  power: computer.power,
  licence: licenceOf(computer, now),
  user: computer.platform === 'windows' ? userOf(scenario, computer) : null,
})

const labZone = (state: LabState, zone: DnsZone): LabZone => {
  const server = state.computers[zone.server]
  return {
    name: zone.name,
    server: server ? fullNameOf(server) : zone.server,
    update: zone.update,
    records: zone.srv.map((record) => ({ ...srvRecordOf(record), owner: record.owner })),
    openToKmsHosts: zone.sharedNames.includes(`_vlmcs._tcp.${zone.name}`),
  }
}

/** Up to here an overview shows every computer; of a larger Lab it shows the first ones, and those from reports. */
const everyComputer = 500
const firstComputers = 200

/** The Lab as people see it: its computers, keys, accounts, zones, faults and clock. Throws where the scenario is unknown. */
export const overview = (world: World): LabOverview => {
  world.catchUp()
  const { hosts, network } = world
  const state = world.state(
    hosts.length <= everyComputer ? hosts : [...hosts.slice(0, firstComputers), ...Object.keys(network.loaded)],
  )
  const scenario = scenarioNamed(state.scenario)
  const now = Date.parse(state.now)
  const { zones, faults } = state.network
  return {
    scenario: scenario.name,
    title: scenario.title,
    description: scenario.description,
    now: state.now,
    keys: scenario.keys.map(({ label, key, kind }) => ({ label, key, kind })),
    accounts: scenario.accounts.map(({ user, password, note }) => ({ user, password, note })),
    tsigKeys: scenario.tsigKeys.map((key) => ({ ...key })),
    computerCount: hosts.length,
    computers: Object.values(state.computers).map((computer) => labComputer(scenario, computer, now)),
    zones: Object.values(zones).map((zone) => labZone(state, zone)),
    faults: Object.entries(faults).map(([id, fault]) =>
      describeFault(id, fault, state.computers[fault.fault.host]?.name ?? fault.fault.host),
    ),
  }
}
