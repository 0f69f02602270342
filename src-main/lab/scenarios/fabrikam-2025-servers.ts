import { labKeys } from '../fictional-keys.ts'
import { noRequests } from '../licensing/kms-server.ts'
import { windowsDay } from '../licensing/kms-figures.ts'
import { officeApplicationId } from '../licensing/sku.ts'
import type { KmsClientRecord } from '../world/state.ts'
import type { ComputerPlan } from './computer-plan.ts'
import { activatedClients, asked, member } from './fabrikam-2025-clients.ts'
import { hostEvent, type PastRequest } from './fabrikam-2025-history.ts'
import { cmidOf, daysBefore, kmsHost, rogueHost } from './fabrikam-2025-names.ts'
import { server2008R2Hpc, setupKeys } from './windows-versions.ts'
import {
  server2012R2Standard,
  server2012Standard,
  server2019Standard,
  server2022Datacenter,
  server2022Evaluation,
  server2022Standard,
  server2025Datacenter,
  server2025Standard,
  serverAnnual,
  windows10Pro,
} from './windows-versions-10.ts'

const server = { ...member, os: server2022Standard, setupKey: setupKeys.server2022Standard } as const
const permanent = { activated: true, daysUsed: 0 } as const
const mismatch = 0xc004f042

const activatedServers = [
  asked(
    {
      ...server,
      name: 'DC01',
      address: '10.40.0.10',
      role: 'Domain controller and DNS server of corp.fabrikam.test',
      os: { ...server2022Standard, productType: 2 },
      isDnsServer: true,
    },
    { daysAgo: 1 },
  ),
  asked(
    {
      ...server,
      name: 'FILE19',
      address: '10.40.0.19',
      role: 'Server 2019, KMS client',
      os: server2019Standard,
      setupKey: setupKeys.server2019Standard,
    },
    { daysAgo: 2 },
  ),
  asked(
    {
      ...server,
      name: 'FILE13',
      address: '10.40.0.13',
      role: 'Server 2012 R2, KMS client',
      os: server2012R2Standard,
      setupKey: setupKeys.server2012R2Standard,
    },
    { daysAgo: 3 },
  ),
  asked(
    {
      ...server,
      name: 'FILE12',
      address: '10.40.0.22',
      role: 'Server 2012, KMS client',
      os: server2012Standard,
      setupKey: setupKeys.server2012Standard,
    },
    { daysAgo: 4 },
  ),
] as const

/** assumed: a KMS host answers a release newer than its key with 0xC004F042 (error-codes.json: "Host key too old"). */
const refused = asked(
  {
    ...server,
    name: 'APP25',
    address: '10.40.0.25',
    role: 'Server 2025, KMS client: the host key of KMS01 is too old for it',
    os: server2025Standard,
    setupKey: setupKeys.server2025Standard,
  },
  { daysAgo: 0.05, code: mismatch },
)

/** documented: a host key for clients serves clients, and 25 of them (kms.md 1 and 5). */
const fooled = asked(
  {
    ...member,
    name: 'PC05',
    address: '10.40.1.5',
    role: 'KMS client that found the rogue KMS host, whose count is too low',
    os: windows10Pro,
    setupKey: setupKeys.windows11Pro,
  },
  { daysAgo: 0.04, code: 0xc004f038, count: 3, host: rogueHost },
)

const requests: readonly PastRequest[] = [...activatedServers, ...activatedClients, refused]
  .map(({ request }) => request)
  .toSorted((left, right) => right.daysAgo - left.daysAgo)

/** Clients that a host remembers: those of the scenario that it took, and others that are no part of it. */
const remembered = (known: readonly PastRequest[], others: number, minimum: number, start: number) => {
  const clients: Record<string, KmsClientRecord> = {}
  for (let index = 0; index < others; index += 1) {
    clients[cmidOf(`laptop ${minimum} ${index}`)] = { lastSeen: daysBefore(start, 1 + (index % 20)), minimum }
  }
  for (const { cmid, daysAgo, os, code } of known) {
    if (code === 0) clients[cmid] = { lastSeen: daysBefore(start, daysAgo), minimum: os.productType === 1 ? 25 : 5 }
  }
  return clients
}

const counted = (taken: number, failed: number) => ({
  ...noRequests,
  total: taken,
  failed,
  licensed: taken - 60,
  oobGrace: 60,
})

const kms01: ComputerPlan = {
  ...server,
  ...permanent,
  name: 'KMS01',
  address: kmsHost.address,
  role: 'KMS host for Windows up to Server 2022 and Windows 11, and for Office LTSC 2021, activated',
  os: server2022Datacenter,
  setupKey: labKeys.fabrikamHost2022.key,
  kmsOpen: true,
  // Office itself comes first and is no host product: what looks at the first keyed product alone misses the host (slmgr.md 1.5).
  suites: ['office-2021', 'office-2021-kms-host'],
  product: () => ({ productKeyId: kmsHost.productKeyId }),
  moreKeys: [
    { key: labKeys.fabrikamOfficeMak.key, product: () => ({ status: 'licensed', endsAt: null }) },
    {
      key: labKeys.fabrikamOfficeHost.key,
      product: () => ({ status: 'licensed', endsAt: null, productKeyId: kmsHost.officeProductKeyId }),
    },
  ],
  licensing: (start) => ({
    server: {
      listeningPort: kmsHost.port,
      publishAt: start + windowsDay / 2,
      clients: remembered(requests, 23, 25, start),
      requests: counted(1480, 12),
      others: { [officeApplicationId]: { clients: remembered([], 7, 5, start), requests: counted(212, 0) } },
    },
  }),
  events: (start) => requests.map((request) => hostEvent(request, start)),
}

const rogue01: ComputerPlan = {
  ...member,
  ...permanent,
  name: 'ROGUE01',
  address: rogueHost.address,
  role: 'Rogue KMS host: somebody installed a host key for clients on this Windows 10 Pro, and it published itself',
  os: windows10Pro,
  setupKey: labKeys.fabrikamHostClients.key,
  kmsOpen: true,
  product: () => ({ productKeyId: rogueHost.productKeyId }),
  licensing: (start) => ({
    server: {
      listeningPort: rogueHost.port,
      publishAt: start + windowsDay / 3,
      clients: remembered([], 3, 25, start),
      requests: counted(75, 4),
      others: {},
    },
  }),
  events: (start) => [hostEvent(fooled.request, start)],
}

const candidates: readonly ComputerPlan[] = [
  {
    ...server,
    name: 'KMS02',
    address: '10.40.0.12',
    role: 'Server 2025 that can become a KMS host',
    os: server2025Datacenter,
    setupKey: setupKeys.server2025Datacenter,
  },
  { ...server, name: 'KMS03', address: '10.40.0.14', role: 'Server 2022 that can become a KMS host' },
]

const otherServers: readonly ComputerPlan[] = [
  {
    ...server,
    name: 'HPC01',
    address: '10.40.0.30',
    role: 'Server 2008 R2 whose EditionID says Standard and whose SKU says HPC: two setup keys fit',
    os: server2008R2Hpc,
    setupKey: setupKeys.server2008R2Standard,
  },
  {
    ...server,
    ...permanent,
    name: 'HV01',
    address: '10.40.0.31',
    role: 'Hyper-V host with Server 2022 Datacenter and a multiple activation key, activated',
    os: server2022Datacenter,
    setupKey: labKeys.fabrikamMakServer.key,
  },
  {
    ...server,
    name: 'GUEST01',
    address: '10.40.0.32',
    role: 'Virtual machine that its Hyper-V host HV01 activates (AVMA)',
    setupKey: labKeys.fabrikamGuest.key,
    hypervisor: 'hv01',
    product: (start) => ({
      status: 'licensed',
      endsAt: start + 5 * windowsDay,
      avma: {
        iaid: 'd4d8a0a5-6a2f-4f3b-9a0e-5f2d3b7c1a90',
        hostName: `HV01.${member.domain}`,
        activatedAt: daysBefore(start, 2),
        hostPid2: '00454-30000-00001-AA123',
      },
    }),
  },
  {
    ...server,
    name: 'EVAL01',
    address: '10.40.0.33',
    role: 'Server 2022 Standard Evaluation that ends in 20 days',
    os: server2022Evaluation,
    setupKey: labKeys.fabrikamEvaluation.key,
    product: (start) => ({
      status: 'licensed',
      endsAt: start + 20 * windowsDay,
      evaluationEndsAt: start + 20 * windowsDay,
    }),
  },
  {
    ...server,
    ...permanent,
    name: 'RETAIL02',
    address: '10.40.0.34',
    role: 'Server 2022 Standard with a retail key, activated',
    setupKey: labKeys.fabrikamRetailServer.key,
  },
  {
    ...server,
    name: 'ANNUAL01',
    address: '10.40.0.35',
    role: 'Server 23H2 of the Annual Channel: no client setup key is published for it',
    os: serverAnnual,
    setupKey: labKeys.fabrikamMakServer.key,
  },
  {
    ...member,
    name: 'ESU01',
    address: '10.40.2.6',
    role: 'Windows 10 Pro, retail, activated, with a key for extended security updates beside it (an add-on)',
    os: windows10Pro,
    setupKey: labKeys.fabrikamRetail.key,
    activated: true,
    suites: ['windows-10-esu'],
    moreKeys: [{ key: labKeys.fabrikamUpdates.key, product: () => ({ status: 'licensed', endsAt: null }) }],
  },
]

/** Servers, hosts and what else asked them, in the order in which they are shown. */
export const fabrikamServers: readonly ComputerPlan[] = [
  ...activatedServers.slice(0, 1).map(({ plan }) => plan),
  kms01,
  ...candidates,
  ...activatedServers.slice(1).map(({ plan }) => plan),
  refused.plan,
  ...otherServers,
  rogue01,
  fooled.plan,
]
