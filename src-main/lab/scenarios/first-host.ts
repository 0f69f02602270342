import { labKeys } from '../fictional-keys.ts'
import { hashText } from '../random.ts'
import { emptyZone } from '../net/dns-zones.ts'
import { buildComputer } from './build-computer.ts'
import type { ComputerPlan } from './computer-plan.ts'
import { byEverySpelling } from './locate.ts'
import type { Scenario } from './scenario.ts'
import { server2008R2Enterprise, server2008R2Standard, setupKeys, windows7Enterprise } from './windows-versions.ts'

const name = 'first-host'
const domain = 'corp.northwind.test'
const admin = 'northwind\\admin'
const dnsServers = ['10.20.0.10']
const member = { domain, dnsServers, administrators: [admin] }

const plans: readonly ComputerPlan[] = [
  {
    ...member,
    name: 'DC01',
    address: '10.20.0.10',
    role: 'Domain controller and DNS server',
    os: { ...server2008R2Standard, productType: 2 },
    setupKey: setupKeys.server2008R2Standard,
    daysUsed: 4,
    isDnsServer: true,
  },
  {
    ...member,
    name: 'KMS01',
    address: '10.20.0.11',
    role: 'Server that can become the KMS host',
    os: server2008R2Enterprise,
    setupKey: setupKeys.server2008R2Enterprise,
    daysUsed: 3,
  },
  {
    ...member,
    name: 'PC01',
    address: '10.20.1.1',
    role: 'KMS client',
    os: windows7Enterprise,
    setupKey: setupKeys.windows7Enterprise,
    daysUsed: 2,
  },
  {
    ...member,
    name: 'PC02',
    address: '10.20.1.2',
    role: 'KMS client',
    os: windows7Enterprise,
    setupKey: setupKeys.windows7Enterprise,
    daysUsed: 6,
  },
  {
    ...member,
    name: 'PC03',
    address: '10.20.1.3',
    role: 'Computer that denies access: the domain administrators were taken out of its administrators',
    os: windows7Enterprise,
    setupKey: setupKeys.windows7Enterprise,
    daysUsed: 9,
    administrators: ['pc03\\owner'],
  },
  {
    ...member,
    name: 'PC04',
    address: '10.20.1.4',
    role: 'Computer that is asleep: its name is in DNS, but nothing answers',
    os: windows7Enterprise,
    setupKey: setupKeys.windows7Enterprise,
    daysUsed: 9,
    power: 'asleep',
  },
]

const byHost = new Map(plans.map((plan) => [plan.name.toLowerCase(), plan] as const))
const byName = byEverySpelling(plans)

/** The scenario of the first wizard: a small domain without a KMS host. */
export const firstHost: Scenario = {
  name,
  title: 'The first KMS host',
  description:
    'A small company without a KMS host yet: a domain controller with DNS, a Server 2008 R2 that can become the KMS host, two Windows 7 clients, one computer that denies access and one that is asleep.',
  startsAt: null,
  timings: { latency: 4, noAnswer: 250, serviceStop: 150, serviceStart: 200, program: 120 },
  keys: [labKeys.northwindHost],
  accounts: [
    {
      user: 'NORTHWIND\\admin',
      principal: `admin@${domain}`,
      password: 'Rehearsal-Only-1',
      note: 'Domain administrator',
    },
    {
      user: 'NORTHWIND\\clerk',
      principal: `clerk@${domain}`,
      password: 'Rehearsal-Only-2',
      note: 'Ordinary user without rights on other computers',
    },
  ],
  tsigKeys: [],
  currentUser: admin,
  thisComputer: 'dc01',
  hosts: [...byHost.keys()],
  computer: (host, start) => {
    const plan = byHost.get(host)
    return plan && buildComputer(name, plan, start)
  },
  network: () => ({
    random: hashText(name),
    zones: {
      [domain]: emptyZone(domain, 'dc01', 'secure'),
    },
    faults: {},
    forests: {},
    activations: {},
  }),
  locate: (spelling) => byName.get(spelling),
}
