import { labKeys } from '../fictional-keys.ts'
import { kmsFigures, windowsDay } from '../licensing/kms-figures.ts'
import type { OsFacts } from '../world/state.ts'
import type { ComputerPlan } from './computer-plan.ts'
import { activatedByKms, clientEvents, type PastRequest } from './fabrikam-2025-history.ts'
import {
  cmidOf,
  corp,
  daysBefore,
  deadHost,
  fabrikamAdmin,
  fabrikamHelpdesk,
  fabrikamScenarioKeys,
  kmsHost,
  plant,
  plantObject,
} from './fabrikam-2025-names.ts'
import { setupKeys } from './windows-versions.ts'
import {
  server2022Standard,
  windows11Enterprise,
  windows11Home,
  windows11NewPro,
  windows11Pro,
} from './windows-versions-10.ts'

export const member = {
  domain: corp,
  dnsServers: ['10.40.0.10'],
  administrators: [fabrikamAdmin],
  keys: fabrikamScenarioKeys,
  daysUsed: 3,
} as const
const client = {
  ...member,
  administrators: [fabrikamAdmin, fabrikamHelpdesk],
  role: 'KMS client',
  os: windows11Enterprise,
  setupKey: setupKeys.windows11Enterprise,
} as const

/** A KMS client that asked a host some days ago: its state, its events, and what the host knows of it. */
export const asked = (
  plan: ComputerPlan,
  {
    daysAgo,
    code = 0,
    count = 34,
    host = kmsHost,
  }: {
    readonly daysAgo: number
    readonly code?: number
    readonly count?: number
    readonly host?: { readonly name: string; readonly port: number; readonly address: string }
  },
): { readonly plan: ComputerPlan; readonly request: PastRequest } => {
  const cmid = plan.cmid ?? cmidOf(plan.name)
  const request: PastRequest = {
    client: plan.domain === null ? plan.name : `${plan.name}.${plan.domain}`,
    cmid,
    os: plan.os,
    daysAgo,
    code,
    count,
    host: `${host.name}:${host.port}`,
  }
  const { name, port, address } = host
  return {
    request,
    plan: {
      cmid,
      ...(code === 0 ? { product: activatedByKms(daysAgo) } : {}),
      events: (start) => clientEvents(request, start),
      ...plan,
      licensing: (start) => ({ discovered: { name, port, address }, ...plan.licensing?.(start) }),
    },
  }
}

const pc = (number: number, os: OsFacts, setupKey: string): ComputerPlan => ({
  ...client,
  name: `PC${String(number).padStart(2, '0')}`,
  address: `10.40.1.${number}`,
  os,
  setupKey,
})

const sameId = cmidOf('image of the twins')

/** Windows 11 computers that the KMS host activated in the last days. */
export const activatedClients = [
  asked(pc(1, windows11Enterprise, setupKeys.windows11Enterprise), { daysAgo: 1 }),
  asked(pc(2, windows11Enterprise, setupKeys.windows11Enterprise), { daysAgo: 2 }),
  asked(pc(3, windows11Pro, setupKeys.windows11Pro), { daysAgo: 3 }),
  asked(pc(4, windows11NewPro, setupKeys.windows11Pro), { daysAgo: 4 }),
  asked(
    {
      ...client,
      name: 'TWIN01',
      address: '10.40.2.11',
      role: 'KMS client from an image that was not generalized: same client machine ID as TWIN02',
      cmid: sameId,
    },
    { daysAgo: 2 },
  ),
  asked(
    {
      ...client,
      name: 'TWIN02',
      address: '10.40.2.12',
      role: 'KMS client from an image that was not generalized: same client machine ID as TWIN01',
      cmid: sameId,
    },
    { daysAgo: 1 },
  ),
  asked(
    {
      ...client,
      name: 'OFFICE01',
      address: '10.40.2.13',
      role: 'KMS client with Office LTSC 2021 beside Windows, both activated',
      suites: ['office-2021'],
      moreKeys: [{ key: labKeys.fabrikamOffice.key, product: activatedByKms(5, kmsHost.officeProductKeyId) }],
    },
    { daysAgo: 5 },
  ),
  asked(
    {
      ...client,
      name: 'OFFICE02',
      address: '10.40.2.14',
      role: 'KMS client whose Office LTSC 2021 is not activated yet',
      suites: ['office-2021'],
      moreKeys: [{ key: labKeys.fabrikamOffice.key }],
    },
    { daysAgo: 6 },
  ),
] as const

/** documented: a retail key and an OEM key are activated for good; grace 0 means permanent (slmgr.md 3.3). */
const otherChannels: readonly ComputerPlan[] = [
  {
    ...client,
    name: 'MAK01',
    address: '10.40.2.1',
    role: 'Computer with a multiple activation key, activated',
    setupKey: labKeys.fabrikamMak.key,
    activated: true,
  },
  {
    ...client,
    name: 'RETAIL01',
    address: '10.40.2.2',
    role: 'Computer with a retail key, activated: must become volume-licensed',
    os: windows11Pro,
    setupKey: labKeys.fabrikamRetail.key,
    activated: true,
  },
  {
    ...client,
    name: 'OEM01',
    address: '10.40.2.3',
    role: 'New computer with the key of its manufacturer in the firmware, activated',
    os: windows11NewPro,
    setupKey: labKeys.fabrikamOem.key,
    activated: true,
    firmwareKey: '[4.0] Professional OEM:DM',
  },
  {
    ...client,
    name: 'HOME01',
    address: '10.40.2.4',
    domain: null,
    administrators: ['home01\\administrator', 'home01\\owner'],
    role: 'Windows 11 Home in a workgroup: no client setup key is published for it',
    os: windows11Home,
    setupKey: labKeys.fabrikamHome.key,
    activated: true,
    firmwareKey: '[4.0] Core OEM:DM',
  },
  {
    ...client,
    name: 'TOKEN01',
    address: '10.40.2.5',
    role: 'Computer activated by a token: a smart card and an issuance licence',
    settings: [{ name: 'VLActivationType', type: 'REG_DWORD', data: 3 }],
    product: (start) => ({
      status: 'licensed',
      endsAt: start + 90 * windowsDay,
      nextAttemptAt: null,
      lastActivationType: 3,
      tokenActivation: {
        ilid: '8E55B26B-2F4C-4C5A-9D0A-3C0B3B3F6E01',
        ilvid: 2,
        grantNumber: 1,
        certificateThumbprint: '5F4B8C0D3A9E6172C4B7D80F1E2A3948576B1C0D',
        additionalInfo: 'Fabrikam smart cards',
      },
    }),
    licensing: (start) => ({
      tokenLicences: {
        '8e55b26b-2f4c-4c5a-9d0a-3c0b3b3f6e01': {
          id: '8e55b26b-2f4c-4c5a-9d0a-3c0b3b3f6e01',
          ilid: '8E55B26B-2F4C-4C5A-9D0A-3C0B3B3F6E01',
          ilvid: 2,
          authorizationStatus: 0,
          expiresAt: start + 365 * windowsDay,
          description: 'Fabrikam token-based activation licence',
          additionalInfo: 'Fabrikam smart cards',
        },
      },
    }),
  },
]

const troubled: readonly ComputerPlan[] = [
  {
    ...client,
    name: 'CLOCK01',
    address: '10.40.2.20',
    role: 'KMS client whose clock is five hours ahead: KMS hosts refuse it',
    clockSkew: 300,
  },
  {
    ...client,
    name: 'NOREARM01',
    address: '10.40.2.21',
    role: 'KMS client that is not activated and has no rearm left',
    daysUsed: 31,
    rearmsLeft: 0,
    product: (start) => ({ status: 'notification', endsAt: daysBefore(start, 1), rearmsLeft: 0 }),
    licensing: () => ({ applications: { '55c92734-d682-4d71-983e-d6ec3f16059f': { rearmsLeft: 0 } } }),
  },
  {
    ...client,
    name: 'FIXED01',
    address: '10.40.2.22',
    role: 'KMS client with a fixed KMS host that is gone',
    settings: [
      { name: 'KeyManagementServiceName', type: 'REG_SZ', data: deadHost.target },
      { name: 'KeyManagementServicePort', type: 'REG_SZ', data: '1688' },
    ],
  },
  {
    ...client,
    name: 'NOWMI01',
    address: '10.40.2.23',
    role: 'Computer whose firewall lets no WMI in: it is on, but port 135 does not answer',
    wmiOpen: false,
  },
  {
    ...client,
    name: 'ASLEEP01',
    address: '10.40.2.24',
    role: 'Computer that is asleep: its name is in DNS, but nothing answers',
    power: 'asleep',
  },
  {
    ...client,
    name: 'WORK01',
    address: '10.40.2.25',
    domain: null,
    administrators: ['work01\\administrator', 'work01\\owner'],
    role: 'Computer in a workgroup: local accounts other than Administrator are filtered by UAC',
    os: windows11Pro,
    setupKey: setupKeys.windows11Pro,
  },
]

/** documented: 180 days since the last contact with the domain, renewed weekly (kms.md 1). */
const activatedByDirectory: NonNullable<ComputerPlan['product']> = (start) => ({
  status: 'licensed',
  endsAt: daysBefore(start, 2) + kmsFigures.validity,
  nextAttemptAt: start + 5 * windowsDay,
  lastActivationType: 1,
  adActivation: plantObject,
})

const plantMember = { ...client, domain: plant, dnsServers: ['10.40.5.10'] } as const

/** The plant: a forest of its own with an activation object. */
export const plantComputers: readonly ComputerPlan[] = [
  {
    ...plantMember,
    name: 'PLANTDC01',
    administrators: [fabrikamAdmin],
    address: '10.40.5.10',
    role: 'Domain controller and DNS server of plant.fabrikam.test, activated by Active Directory',
    os: { ...server2022Standard, productType: 2 },
    setupKey: setupKeys.server2022Standard,
    isDnsServer: true,
    product: activatedByDirectory,
  },
  {
    ...plantMember,
    name: 'PLANT01',
    address: '10.40.5.1',
    role: 'Computer activated by Active Directory',
    product: activatedByDirectory,
  },
  {
    ...plantMember,
    name: 'PLANT02',
    address: '10.40.5.2',
    role: 'Computer of the plant that is not activated yet',
  },
]

/** Clients of the scenario beside those that the KMS host activated. */
export const otherClients: readonly ComputerPlan[] = [...otherChannels, ...troubled, ...plantComputers]
