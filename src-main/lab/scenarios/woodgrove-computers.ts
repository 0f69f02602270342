import { labKeys } from '../fictional-keys.ts'
import { kmsFigures, windowsDay } from '../licensing/kms-figures.ts'
import { noRequests } from '../licensing/kms-server.ts'
import { guidFrom, randomFrom } from '../random.ts'
import type { OsFacts } from '../world/state.ts'
import type { ComputerPlan } from './computer-plan.ts'
import { setupKeys, windows7Enterprise } from './windows-versions.ts'
import {
  server2019Standard,
  server2022Standard,
  server2025Datacenter,
  windows10Pro,
  windows11Enterprise,
  windows11Pro,
} from './windows-versions-10.ts'

export const woodgroveDomain = 'corp.woodgrove.test'
export const woodgroveAdmin = 'woodgrove\\admin'
export const woodgroveKeys = [labKeys.woodgroveHost, labKeys.woodgroveMak, labKeys.woodgroveRetail]

/** DC01 and the KMS hosts come first; the computers after them have numbers from here on. */
export const firstNumber = 5

const sites = ['BER', 'LIS', 'OSL', 'ATH', 'RIG'] as const
const member = {
  domain: woodgroveDomain,
  dnsServers: ['10.60.0.1'],
  administrators: [woodgroveAdmin],
  keys: woodgroveKeys,
  daysUsed: 3,
} as const

/** Address of the computer of a number: 10.60.0.1 and on. */
const addressOf = (number: number): string => `10.${60 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}`

/** The number that an address stands for; null where it is none of the scenario. */
export const numberOfAddress = (address: string): number | null => {
  const [ten, site = 0, high = 0, low = 0] = address.split('.').map(Number)
  return ten === 10 && site === 60 ? (high << 8) + low : null
}

const kmsHostOf = (number: number) => {
  const host = 1 + (number % 3)
  return { name: `KMS0${host}.${woodgroveDomain}`, port: kmsFigures.port, address: addressOf(host + 1) }
}

/** An activated KMS client. documented: 180 days from its last renewal, which is tried weekly (kms.md 1). */
const byKms = (number: number, daysAgo: number): Pick<ComputerPlan, 'product' | 'licensing'> => ({
  product: (start) => ({
    status: 'licensed',
    endsAt: start - daysAgo * windowsDay + kmsFigures.validity,
    nextAttemptAt: start + Math.max(1, 7 - daysAgo) * windowsDay,
    lastActivationType: 2,
  }),
  licensing: () => ({ discovered: kmsHostOf(number) }),
})

interface Kind extends Partial<ComputerPlan> {
  readonly os: OsFacts
  readonly setupKey: string
  readonly role: string
}

const servers: readonly (readonly [OsFacts, string])[] = [
  [server2019Standard, setupKeys.server2019Standard],
  [server2022Standard, setupKeys.server2022Standard],
  [server2025Datacenter, setupKeys.server2025Datacenter],
]
const clients: readonly (readonly [OsFacts, string])[] = [
  [windows11Enterprise, setupKeys.windows11Enterprise],
  [windows11Pro, setupKeys.windows11Pro],
  [windows10Pro, setupKeys.windows11Pro],
]
const pick = (list: readonly (readonly [OsFacts, string])[], number: number) => {
  const [os, setupKey] = list[number % list.length] ?? [windows11Pro, setupKeys.windows11Pro]
  return { os, setupKey }
}

/** What becomes of a number, the same in every hundred. */
const kindOf = (number: number): Kind => {
  const place = number % 100
  const client = { ...pick(clients, number), role: 'KMS client' }
  if (place === 10) {
    return number % 200 === 10
      ? { ...client, role: 'KMS client that is asleep', power: 'asleep' }
      : { ...client, role: 'KMS client whose firewall lets no WMI in', wmiOpen: false }
  }
  if (place === 11)
    return { ...client, role: 'KMS client that takes no administrators of the domain', administrators: [] }
  const mak = { os: windows11Pro, setupKey: labKeys.woodgroveMak.key }
  if (place < 18 && place > 11) return { ...mak, role: 'Computer with a multiple activation key', activated: true }
  if (place === 18) return { ...mak, role: 'Computer with a multiple activation key, not activated' }
  if (place === 19)
    return {
      os: windows10Pro,
      setupKey: labKeys.woodgroveRetail.key,
      role: 'Computer with a retail key',
      activated: true,
    }
  if (place < 23) return { ...client, role: 'KMS client that was never activated' }
  if (place < 26) {
    const seven = { os: windows7Enterprise, setupKey: setupKeys.windows7Enterprise, daysUsed: 1 + (number % 28) }
    return { ...seven, role: 'Windows 7 that was never activated' }
  }
  if (place < 36) return { ...pick(servers, number), role: 'Server, KMS client', ...byKms(number, number % 7) }
  if (place < 41)
    return { ...client, role: 'KMS client that is seldom on the network', ...byKms(number, 30 + ((number * 7) % 149)) }
  return { ...client, ...byKms(number, number % 7) }
}

/** The name of the computer of a number: its site, what it is, its number. */
export const nameOf = (number: number): string => {
  const isServer = number % 100 > 25 && number % 100 < 36
  return `${sites[number % sites.length]}-${isServer ? 'SV' : 'PC'}${String(number).padStart(5, '0')}`
}

/** The plan of a computer from `firstNumber` on: a function of its number alone. */
export const planOf = (number: number): ComputerPlan => ({
  ...member,
  name: nameOf(number),
  address: addressOf(number),
  ...kindOf(number),
})

const activated = { activated: true, daysUsed: 0 } as const

const kmsHost = (index: number): ComputerPlan => ({
  ...member,
  ...activated,
  name: `KMS0${index}`,
  address: addressOf(index + 1),
  role: 'KMS host, activated',
  os: server2025Datacenter,
  setupKey: labKeys.woodgroveHost.key,
  kmsOpen: true,
  licensing: (start) => {
    const ids = randomFrom(`woodgrove clients ${index}`)
    const clients = Array.from({ length: kmsFigures.cachedForClients }, (_item, at) => [
      guidFrom(ids),
      { lastSeen: start - at * 60 * 60_000, minimum: 25 },
    ])
    return {
      server: {
        listeningPort: kmsFigures.port,
        publishAt: start + windowsDay / 2,
        clients: Object.fromEntries(clients),
        requests: { ...noRequests, total: 4200 + index, licensed: 4100 + index, oobGrace: 100 },
        others: {},
      },
    }
  },
})

/** The computers before `firstNumber`. */
export const woodgroveServers: readonly ComputerPlan[] = [
  {
    ...member,
    ...byKms(1, 2),
    name: 'DC01',
    address: addressOf(1),
    role: `Domain controller and DNS server of ${woodgroveDomain}`,
    os: { ...server2022Standard, productType: 2 },
    setupKey: setupKeys.server2022Standard,
    isDnsServer: true,
  },
  kmsHost(1),
  kmsHost(2),
  kmsHost(3),
]
