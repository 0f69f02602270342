import { labKeys } from '../fictional-keys.ts'
import { kmsFigures } from '../licensing/kms-figures.ts'
import { emptyZone } from '../net/dns-zones.ts'
import { hashText } from '../random.ts'
import type { DnsZone } from '../world/state.ts'
import { buildComputer } from './build-computer.ts'
import { byEverySpelling } from './locate.ts'
import type { Scenario } from './scenario.ts'
import {
  firstNumber,
  nameOf,
  numberOfAddress,
  planOf,
  woodgroveAdmin,
  woodgroveDomain,
  woodgroveKeys,
  woodgroveServers,
} from './woodgrove-computers.ts'

const fixed = new Map(woodgroveServers.map((plan) => [plan.name.toLowerCase(), plan] as const))
const fixedNames = byEverySpelling(woodgroveServers)
const owner = `_vlmcs._tcp.${woodgroveDomain}`

const zone = (start: number): DnsZone => ({
  ...emptyZone(woodgroveDomain, 'dc01', 'secure'),
  srv: [1, 2, 3].map((host) => ({
    owner,
    target: `KMS0${host}.${woodgroveDomain}`,
    port: kmsFigures.port,
    priority: 0,
    weight: 0,
    ttl: kmsFigures.srvTtl,
    registeredAt: start - 60 * 60_000,
  })),
  nameOwners: { [owner]: 'kms01' },
  sharedNames: [owner],
})

/** The number in a computer's key; null where it is no key of a computer. */
const numberIn = (host: string): number | null => {
  const number = Number(/^[a-z]{3}-(?:pc|sv)(\d{5})$/.exec(host)?.[1] ?? Number.NaN)
  return number >= firstNumber && nameOf(number).toLowerCase() === host ? number : null
}

/**
 * A company of `size` computers. Each is a function of its number, made when it is looked at, so that ten thousand cost no
 * more to open than a hundred.
 */
export const woodgrove = (size: number): Scenario => {
  const name = `woodgrove-${size}`
  const numberOf = (host: string): number | null => {
    const number = numberIn(host)
    return number !== null && number <= size ? number : null
  }
  const hosts = [
    ...fixed.keys(),
    ...Array.from({ length: size - fixed.size }, (_item, index) => nameOf(index + firstNumber).toLowerCase()),
  ]
  return {
    name,
    title: `Woodgrove, ${size} computers`,
    description: `A company of ${size} computers at five sites with three KMS hosts, for rehearsing scans and changes of many: most are activated by KMS, some by a multiple activation key, some not at all; of every hundred, one is asleep or closed and one takes no administrator of the domain. A connection takes 100 milliseconds and so does waiting for a computer that does not answer; what is read over a connection comes at once.`,
    startsAt: null,
    logsNoReads: true,
    timings: { latency: 0, connection: 100, noAnswer: 100, serviceStop: 150, serviceStart: 200, program: 120 },
    keys: woodgroveKeys,
    accounts: [
      {
        user: 'WOODGROVE\\admin',
        principal: `admin@${woodgroveDomain}`,
        password: 'Rehearsal-Only-1',
        note: 'Domain administrator',
      },
      {
        user: 'WOODGROVE\\clerk',
        principal: `clerk@${woodgroveDomain}`,
        password: 'Rehearsal-Only-2',
        note: 'Ordinary user without rights on other computers',
      },
    ],
    tsigKeys: [],
    currentUser: woodgroveAdmin,
    thisComputer: 'dc01',
    hosts,
    computer: (host, start) => {
      const number = numberOf(host)
      const plan = number === null ? fixed.get(host) : planOf(number)
      return plan && buildComputer(name, plan, start)
    },
    network: (start) => ({
      random: hashText(name),
      zones: { [woodgroveDomain]: zone(start) },
      faults: {},
      forests: {},
      activations: { [labKeys.woodgroveHost.id]: { kms01: 1, kms02: 1, kms03: 1 } },
    }),
    locate: (spelling) => {
      const known = fixedNames.get(spelling)
      if (known !== undefined) return known
      const bare = spelling.endsWith(`.${woodgroveDomain}`) ? spelling.slice(0, -woodgroveDomain.length - 1) : spelling
      if (numberOf(bare) !== null) return bare
      const number = numberOfAddress(spelling)
      return number !== null && number >= firstNumber && number <= size ? nameOf(number).toLowerCase() : undefined
    },
  }
}
