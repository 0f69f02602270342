import { labKeys } from '../fictional-keys.ts'
import { addByHand } from '../net/dns-records.ts'
import { emptyZone } from '../net/dns-zones.ts'
import { hashText } from '../random.ts'
import type { DnsZone } from '../world/state.ts'
import { buildComputer } from './build-computer.ts'
import { contosoAdmin, contosoComputers, contosoDomain, contosoKeys } from './contoso-2009-computers.ts'
import { byEverySpelling } from './locate.ts'
import type { Scenario } from './scenario.ts'

const name = 'contoso-2009'
const byHost = new Map(contosoComputers.map((plan) => [plan.name.toLowerCase(), plan] as const))
const byName = byEverySpelling(contosoComputers)

const branch = 'branch.contoso.test'
const depot = 'depot.contoso.test'
const factory = 'factory.contoso.test'
const kmsKey = 'kms-key'

/** Where a KMS host once was: the record stayed, the computer is gone. */
const deadHost = { target: `oldkms.${branch}`, port: 1688, priority: 0, weight: 0, ttl: 3600 }

const branchZone = (): DnsZone => {
  const zone = {
    ...emptyZone(branch, 'ns01', 'tsig'),
    srv: [],
    nameOwners: {},
    sharedNames: [],
    tsigKeys: [kmsKey],
    addresses: { [deadHost.target]: '10.30.9.9' },
  }
  addByHand(zone, `_vlmcs._tcp.${branch}`, deadHost)
  return zone
}

/** The world of the guide "Deploying KMS Activation": a company of 2009 with two servers and thirty clients to activate. */
export const contoso2009: Scenario = {
  name,
  title: 'Contoso, 2009',
  description:
    'A company as the guide "Deploying KMS Activation" has it in mind: two servers that can become KMS hosts, thirty Windows 7 clients that ask by themselves as the clock goes on, zones that take updates and zones that refuse them, computers that are asleep, closed, in a workgroup or have the wrong time.',
  startsAt: null,
  timings: { latency: 4, noAnswer: 250, serviceStop: 150, serviceStart: 200, program: 120 },
  keys: contosoKeys,
  accounts: [
    {
      user: 'CONTOSO\\admin',
      principal: `admin@${contosoDomain}`,
      password: 'Rehearsal-Only-1',
      note: 'Domain administrator',
    },
    {
      user: 'CONTOSO\\clerk',
      principal: `clerk@${contosoDomain}`,
      password: 'Rehearsal-Only-2',
      note: 'Ordinary user without rights on other computers',
    },
    {
      user: 'CONTOSO\\dnsadmin',
      principal: `dnsadmin@${contosoDomain}`,
      password: 'Rehearsal-Only-3',
      note: 'DNS was delegated to this account: it may change records on DC01 and nothing else',
    },
    {
      user: 'HOME01\\Administrator',
      principal: 'HOME01\\Administrator',
      password: 'Rehearsal-Only-4',
      note: 'Built-in administrator of HOME01, which UAC does not filter',
    },
    {
      user: 'HOME01\\owner',
      principal: 'HOME01\\owner',
      password: 'Rehearsal-Only-5',
      note: 'Another administrator of HOME01: refused over the network until LocalAccountTokenFilterPolicy is 1',
    },
  ],
  tsigKeys: [
    {
      name: kmsKey,
      algorithm: 'hmac-sha256',
      secret: 'TGFiLW9ubHktZmljdGlvbmFsLVRTSUctc2VjcmV0LTE=',
      note: 'May change the KMS records of branch.contoso.test and depot.contoso.test',
    },
    {
      name: 'web-key',
      algorithm: 'hmac-sha512',
      secret: 'TGFiLW9ubHktZmljdGlvbmFsLVRTSUctc2VjcmV0LTI=',
      note: 'Known to the name servers, but not allowed to change KMS records',
    },
  ],
  currentUser: contosoAdmin,
  thisComputer: 'dc01',
  hosts: [...byHost.keys()],
  computer: (host, start) => {
    const plan = byHost.get(host)
    return plan && buildComputer(name, plan, start)
  },
  network: () => ({
    random: hashText(name),
    zones: {
      [contosoDomain]: emptyZone(contosoDomain, 'dc01', 'secure'),
      [factory]: emptyZone(factory, 'dc01', 'none'),
      [branch]: branchZone(),
      [depot]: { ...emptyZone(depot, 'ns02', 'tsig'), tsigKeys: [kmsKey] },
    },
    faults: {},
    forests: {},
    activations: {
      [labKeys.contosoMak.id]: { mak01: 1 },
      [labKeys.contosoRetail.id]: { retail01: 1 },
    },
  }),
  locate: (spelling) => byName.get(spelling),
}
