import { labKeys } from '../fictional-keys.ts'
import { addByHand } from '../net/dns-records.ts'
import { emptyZone } from '../net/dns-zones.ts'
import { hashText } from '../random.ts'
import type { DnsZone, ForestState, SrvRecordState } from '../world/state.ts'
import { buildComputer } from './build-computer.ts'
import { activatedClients, otherClients } from './fabrikam-2025-clients.ts'
import {
  corp,
  daysBefore,
  deadHost,
  fabrikam,
  fabrikamAdmin,
  fabrikamScenarioKeys,
  kmsHost,
  plant,
  plantObject,
  rogueHost,
} from './fabrikam-2025-names.ts'
import { fabrikamServers } from './fabrikam-2025-servers.ts'
import { byEverySpelling } from './locate.ts'
import type { Scenario } from './scenario.ts'

const plans = [...fabrikamServers, ...activatedClients.map(({ plan }) => plan), ...otherClients]
const byHost = new Map(plans.map((plan) => [plan.name.toLowerCase(), plan] as const))
const byName = byEverySpelling(plans)

const ownerIn = (domain: string): string => `_vlmcs._tcp.${domain}`

const published = (target: string, registeredAt: number): SrvRecordState => ({
  owner: ownerIn(corp),
  target,
  port: 1688,
  priority: 0,
  weight: 0,
  ttl: 3600,
  registeredAt,
})

/** The KMS host, the rogue one that the open permissions let in, and a record that was never removed. */
const corpZone = (start: number): DnsZone => {
  const zone = {
    ...emptyZone(corp, 'dc01', 'secure'),
    srv: [published(kmsHost.name, daysBefore(start, 0.5)), published(rogueHost.name, daysBefore(start, 0.6))],
    nameOwners: { [ownerIn(corp)]: 'kms01' },
    sharedNames: [ownerIn(corp)],
    tsigKeys: [],
    addresses: { [deadHost.target]: '10.40.9.9' },
  }
  addByHand(zone, ownerIn(corp), deadHost)
  return zone
}

const plantZone = (): DnsZone => {
  const zone = {
    ...emptyZone(plant, 'plantdc01', 'any'),
    srv: [],
    nameOwners: {},
    sharedNames: [],
    tsigKeys: [],
    addresses: {},
  }
  addByHand(zone, ownerIn(plant), { target: kmsHost.name, port: kmsHost.port, priority: 0, weight: 0, ttl: 3600 })
  return zone
}

/** documented: a forest's schema knows activation objects from Server 2012 on (kms.md 5). */
const forest = (root: string, activationObjects: ForestState['activationObjects']): ForestState => ({
  root,
  schemaKnowsActivation: true,
  activationObjects,
})

/** A company of today, in the middle of its work: what is right and what has gone wrong over the years. */
export const fabrikam2025: Scenario = {
  name: fabrikam,
  title: 'Fabrikam, 2025',
  description:
    'A company with Windows 11 and servers from 2008 R2 to 2025: a KMS host for Windows and Office that is activated and counts its clients, a plant activated by Active Directory, computers with multiple activation, retail, manufacturer’s and evaluation keys, and what goes wrong over the years: a rogue KMS host, a record that points nowhere, cloned client machine IDs, a wrong clock, a wrong fixed host, no rearm left.',
  startsAt: null,
  timings: { latency: 4, noAnswer: 250, serviceStop: 150, serviceStart: 200, program: 120 },
  keys: fabrikamScenarioKeys,
  accounts: [
    {
      user: 'FABRIKAM\\admin',
      principal: `admin@${corp}`,
      password: 'Rehearsal-Only-1',
      note: 'Administrator of both domains',
    },
    {
      user: 'FABRIKAM\\clerk',
      principal: `clerk@${corp}`,
      password: 'Rehearsal-Only-2',
      note: 'Ordinary user without rights on other computers',
    },
    {
      user: 'FABRIKAM\\helpdesk',
      principal: `helpdesk@${corp}`,
      password: 'Rehearsal-Only-6',
      note: 'Administrator of the clients alone: may not make activation objects',
    },
    {
      user: 'WORK01\\Administrator',
      principal: 'WORK01\\Administrator',
      password: 'Rehearsal-Only-3',
      note: 'Built-in administrator of WORK01, which UAC does not filter',
    },
    {
      user: 'WORK01\\owner',
      principal: 'WORK01\\owner',
      password: 'Rehearsal-Only-4',
      note: 'Another administrator of WORK01: refused over the network until LocalAccountTokenFilterPolicy is 1',
    },
    {
      user: 'HOME01\\Administrator',
      principal: 'HOME01\\Administrator',
      password: 'Rehearsal-Only-5',
      note: 'Built-in administrator of HOME01',
    },
  ],
  tsigKeys: [],
  currentUser: fabrikamAdmin,
  thisComputer: 'dc01',
  hosts: [...byHost.keys()],
  computer: (host, start) => {
    const plan = byHost.get(host)
    return plan && buildComputer(fabrikam, plan, start)
  },
  network: (start) => ({
    random: hashText(fabrikam),
    zones: { [corp]: corpZone(start), [plant]: plantZone() },
    faults: {},
    forests: {
      [corp]: forest(corp, {}),
      [plant]: forest(plant, {
        [plantObject.objectName.toLowerCase()]: {
          ...plantObject,
          partialKey: labKeys.fabrikamHost2025.key.slice(-5),
          labKey: labKeys.fabrikamHost2025.id,
          createdAt: daysBefore(start, 40),
        },
      }),
    },
    activations: {
      [labKeys.fabrikamHost2022.id]: { kms01: 1 },
      [labKeys.fabrikamOfficeHost.id]: { kms01: 1 },
      [labKeys.fabrikamOfficeMak.id]: { kms01: 1 },
      [labKeys.fabrikamHostClients.id]: { rogue01: 1 },
      [labKeys.fabrikamMak.id]: { mak01: 1 },
      [labKeys.fabrikamMakServer.id]: { hv01: 1 },
      [labKeys.fabrikamRetail.id]: { retail01: 1, esu01: 1 },
      [labKeys.fabrikamRetailServer.id]: { retail02: 1 },
      [labKeys.fabrikamOem.id]: { oem01: 1 },
      [labKeys.fabrikamHome.id]: { home01: 1 },
      [labKeys.fabrikamUpdates.id]: { esu01: 1 },
    },
  }),
  locate: (spelling) => byName.get(spelling),
}
