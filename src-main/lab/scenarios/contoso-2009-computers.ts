import { labKeys } from '../fictional-keys.ts'
import type { ComputerPlan } from './computer-plan.ts'
import {
  linuxNameServer,
  server2008R2Datacenter,
  server2008R2Enterprise,
  server2008R2Standard,
  setupKeys,
  windows7Enterprise,
  windows7Professional,
} from './windows-versions.ts'

export const contosoDomain = 'corp.contoso.test'
export const contosoAdmin = 'contoso\\admin'
export const contosoDnsAdmin = 'contoso\\dnsadmin'
export const contosoKeys = [
  labKeys.contosoHost,
  labKeys.contosoHostC,
  labKeys.contosoHostWindows7,
  labKeys.contosoMak,
  labKeys.contosoRetail,
  labKeys.contosoRetailServer,
]

const dnsServers = ['10.30.0.10']
const member = { domain: contosoDomain, dnsServers, administrators: [contosoAdmin] }
const client = {
  ...member,
  role: 'KMS client',
  os: windows7Enterprise,
  setupKey: setupKeys.windows7Enterprise,
  daysUsed: 3,
}
const nameServer = {
  domain: contosoDomain,
  dnsServers,
  administrators: [],
  platform: 'linux',
  os: linuxNameServer,
  setupKey: null,
  daysUsed: 0,
} as const

const servers: readonly ComputerPlan[] = [
  {
    ...member,
    name: 'DC01',
    address: '10.30.0.10',
    role: 'Domain controller and DNS server of corp.contoso.test and factory.contoso.test',
    os: { ...server2008R2Standard, productType: 2 },
    setupKey: setupKeys.server2008R2Standard,
    daysUsed: 8,
    isDnsServer: true,
    dnsAdministrators: [contosoDnsAdmin],
  },
  {
    ...member,
    name: 'KMS01',
    address: '10.30.0.11',
    role: 'Server that can become a KMS host',
    os: server2008R2Enterprise,
    setupKey: setupKeys.server2008R2Enterprise,
    daysUsed: 5,
  },
  {
    ...member,
    name: 'KMS02',
    address: '10.30.0.12',
    role: 'Server that can become the second KMS host',
    os: server2008R2Standard,
    setupKey: setupKeys.server2008R2Standard,
    daysUsed: 5,
  },
  {
    ...member,
    name: 'APP01',
    address: '10.30.0.13',
    role: 'Datacenter server: a KMS client that takes the host key of group C',
    os: server2008R2Datacenter,
    setupKey: setupKeys.server2008R2Datacenter,
    daysUsed: 5,
  },
  {
    ...nameServer,
    name: 'NS01',
    address: '10.30.0.20',
    role: 'Name server (BIND) of branch.contoso.test, without WMI',
  },
  {
    ...nameServer,
    name: 'NS02',
    address: '10.30.0.21',
    role: 'Name server (BIND) of depot.contoso.test, whose clock is an hour ahead',
    clockSkew: 60,
  },
]

const special: readonly ComputerPlan[] = [
  {
    ...client,
    name: 'MAK01',
    address: '10.30.2.1',
    role: 'Computer with a multiple activation key, activated',
    setupKey: labKeys.contosoMak.key,
    keys: contosoKeys,
    activated: true,
  },
  {
    ...client,
    name: 'MAK02',
    address: '10.30.2.2',
    role: 'Computer with a multiple activation key, not activated',
    setupKey: labKeys.contosoMak.key,
    keys: contosoKeys,
    daysUsed: 24,
  },
  {
    ...client,
    name: 'HOME01',
    address: '10.30.2.3',
    domain: null,
    role: 'Computer in a workgroup: local accounts other than Administrator are filtered by UAC',
    administrators: ['home01\\administrator', 'home01\\owner'],
  },
  {
    ...client,
    name: 'NOWMI01',
    address: '10.30.2.4',
    role: 'Computer whose firewall lets no WMI in: it is on, but port 135 does not answer',
    wmiOpen: false,
  },
  {
    ...client,
    name: 'ASLEEP01',
    address: '10.30.2.5',
    role: 'Computer that is asleep: its name is in DNS, but nothing answers',
    power: 'asleep',
  },
  {
    ...client,
    name: 'CLOCK01',
    address: '10.30.2.6',
    role: 'KMS client whose clock is six hours behind: KMS hosts refuse it',
    clockSkew: -360,
  },
  {
    ...client,
    name: 'RETAIL01',
    address: '10.30.2.7',
    role: 'Windows 7 Professional with a retail key, activated: must become volume-licensed',
    os: windows7Professional,
    setupKey: labKeys.contosoRetail.key,
    keys: contosoKeys,
    activated: true,
  },
  {
    ...client,
    name: 'RETAIL02',
    address: '10.30.2.8',
    role: 'Server 2008 R2 Standard with a retail key, not activated: must become volume-licensed',
    os: server2008R2Standard,
    setupKey: labKeys.contosoRetailServer.key,
    keys: contosoKeys,
    daysUsed: 20,
  },
  {
    ...client,
    name: 'NOREARM01',
    address: '10.30.2.9',
    role: 'KMS client that has no rearm left',
    daysUsed: 29,
    rearmsLeft: 0,
  },
]

const clients: readonly ComputerPlan[] = Array.from({ length: 30 }, (_item, index) => ({
  ...client,
  name: `PC${String(index + 1).padStart(3, '0')}`,
  address: `10.30.1.${index + 1}`,
  daysUsed: 1 + (index % 12),
}))

/** Every computer of the scenario contoso-2009, in the order in which they are shown. */
export const contosoComputers: readonly ComputerPlan[] = [...servers, ...special, ...clients]
