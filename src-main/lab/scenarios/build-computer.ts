import { buildRegistry, firewallRulesPath, licensingPath } from '../machine/registry.ts'
import { licensingService } from '../machine/services.ts'
import { recogniseKey } from '../licensing/key-recognition.ts'
import { blankProduct, defaultRearms } from '../licensing/install-key.ts'
import { kmsFigures, windowsDay } from '../licensing/kms-figures.ts'
import { noRequests } from '../licensing/kms-server.ts'
import { digitsFrom, guidFrom, randomFrom } from '../random.ts'
import type { LabKey } from '../fictional-keys.ts'
import type { Computer, LicensingState, OsFacts, RegistryValue, ServiceState } from '../world/state.ts'

/** What a scenario says of a computer; the rest is the same for all of its Windows version. */
export interface ComputerPlan {
  readonly name: string
  readonly domain: string | null
  readonly address: string
  readonly role: string
  readonly os: OsFacts
  readonly dnsServers: readonly string[]
  readonly administrators: readonly string[]
  /** Published client setup key that it carries, or a fictional key among `keys`; null for a computer without Windows. */
  readonly setupKey: string | null
  readonly keys?: readonly LabKey[]
  /** Whether its key was activated for good, as a multiple activation key is. */
  readonly activated?: boolean
  /** Days of its initial grace that are gone. */
  readonly daysUsed: number
  readonly platform?: 'windows' | 'linux'
  readonly dnsAdministrators?: readonly string[]
  /** Minutes that its clock is off. */
  readonly clockSkew?: number
  readonly power?: 'on' | 'asleep'
  readonly internet?: boolean
  /** Whether remote WMI is let in. */
  readonly wmiOpen?: boolean
  readonly isDnsServer?: boolean
  /** Rearms that are left; what its Windows version starts with, where absent. */
  readonly rearmsLeft?: number
  /** Suites beside Windows whose licences are installed. */
  readonly suites?: readonly string[]
  readonly dnsSuffixes?: readonly string[]
  /** Key of the computer whose virtual machine it is. */
  readonly hypervisor?: string
  /** Description of a product key in its firmware. */
  readonly firmwareKey?: string
  /** What else its licensing state holds. */
  readonly licensing?: Partial<LicensingState>
}

const rule = (name: string, active: boolean, fields: string): RegistryValue => ({
  name,
  type: 'REG_SZ',
  data: `v2.10|Action=Allow|Active=${active ? 'TRUE' : 'FALSE'}|Dir=In|Protocol=6|${fields}|`,
})

/**
 * documented: names, groups and ports of the rules, and that the KMS exception is off at first (kms.md 4). assumed: the
 * fields beyond these; a real rule has more.
 */
const firewall = (wmiOpen: boolean): readonly RegistryValue[] => [
  rule(
    'SPPSVC-In-TCP',
    false,
    'LPort=1688|App=%SystemRoot%\\system32\\sppextcomobj.exe|Svc=sppsvc|Name=@FirewallAPI.dll,-28003|Desc=@FirewallAPI.dll,-28006|EmbedCtxt=@FirewallAPI.dll,-28002',
  ),
  rule(
    'WMI-RPCSS-In-TCP',
    wmiOpen,
    'LPort=135|App=%SystemRoot%\\system32\\svchost.exe|Svc=rpcss|Name=@FirewallAPI.dll,-34252|Desc=@FirewallAPI.dll,-34253|EmbedCtxt=@FirewallAPI.dll,-34251',
  ),
  rule(
    'WMI-WINMGMT-In-TCP',
    wmiOpen,
    'App=%SystemRoot%\\system32\\svchost.exe|Svc=winmgmt|Name=@FirewallAPI.dll,-34254|Desc=@FirewallAPI.dll,-34255|EmbedCtxt=@FirewallAPI.dll,-34251',
  ),
  rule(
    'WMI-ASYNC-In-TCP',
    wmiOpen,
    'App=%systemroot%\\system32\\wbem\\unsecapp.exe|Name=@FirewallAPI.dll,-34256|Desc=@FirewallAPI.dll,-34257|EmbedCtxt=@FirewallAPI.dll,-34251',
  ),
]

const text = (name: string, data: string): RegistryValue => ({ name, type: 'REG_SZ', data })

const registries = new Map<string, Computer['registry']>()

/** Computers of one kind share their registry until one changes it: the state is immutable. */
const registryOf = (plan: ComputerPlan): Computer['registry'] => {
  if (plan.platform === 'linux') return {}
  const kind = `${plan.os.caption} ${plan.os.build} ${plan.wmiOpen ?? true}`
  const registry = registries.get(kind) ?? newRegistry(plan)
  registries.set(kind, registry)
  return registry
}

const newRegistry = ({ os, wmiOpen = true }: ComputerPlan): Computer['registry'] =>
  buildRegistry({
    [licensingPath]: [],
    [licensingPath.replace('SOFTWARE\\', 'SOFTWARE\\Wow6432Node\\')]: [],
    'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion': [
      text('ProductName', os.caption.replace(/^Microsoft /, '').trim()),
      text('EditionID', os.editionId),
      text('CurrentBuild', String(os.build)),
    ],
    'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System': [
      { name: 'EnableLUA', type: 'REG_DWORD', data: 1 },
    ],
    [firewallRulesPath]: firewall(wmiOpen),
  })

const service = (
  name: string,
  displayName: string,
  path: string,
  processId: number,
): readonly [string, ServiceState] => [
  name.toLowerCase(),
  { name, displayName, path, startMode: 'Auto', account: 'NT AUTHORITY\\NetworkService', phase: 'Running', processId },
]

const servicesOf = (plan: ComputerPlan, random: () => number): Computer['services'] => {
  const processId = (): number => 400 + (random() % 900) * 4
  if (plan.platform === 'linux') return Object.fromEntries([service('dns', 'named', '/usr/sbin/named', processId())])
  return Object.fromEntries([
    service(licensingService, 'Software Protection', 'C:\\Windows\\system32\\sppsvc.exe', processId()),
    service('Dnscache', 'DNS Client', 'C:\\Windows\\system32\\svchost.exe', processId()),
    service('Winmgmt', 'Windows Management Instrumentation', 'C:\\Windows\\system32\\svchost.exe', processId()),
    service('MpsSvc', 'Windows Firewall', 'C:\\Windows\\system32\\svchost.exe', processId()),
    ...(plan.isDnsServer ? [service('DNS', 'DNS Server', 'C:\\Windows\\system32\\dns.exe', processId())] : []),
  ])
}

/** documented: three rearms on 7 and 2008 R2; observed: four-digit counts from 8 on (kms.md 1). */
const rearmsOf = ({ os, rearmsLeft }: ComputerPlan): number => rearmsLeft ?? (os.generation === '7' ? 3 : defaultRearms)

/** The product whose key a computer carries, in its initial grace or activated for good. */
const productsOf = (plan: ComputerPlan, random: () => number, start: number): LicensingState['products'] => {
  if (plan.setupKey === null) return {}
  const { sku, labKey, lastFive } = recogniseKey(plan.keys ?? [], plan.os, plan.setupKey)
  const activated = plan.activated === true
  return {
    [sku.activationId]: {
      ...blankProduct,
      partialKey: lastFive,
      labKey: labKey?.id ?? null,
      productKeyId: `55041-00168-${digitsFrom(random, 3)}-${digitsFrom(random, 6)}-03-1033-${plan.os.build}.0000-0012024`,
      status: activated ? 'licensed' : 'oob-grace',
      endsAt: activated ? null : start + kmsFigures.oobGrace - plan.daysUsed * windowsDay,
      // Not all computers were switched on in the same minute.
      nextAttemptAt:
        sku.kind === 'kms-client' ? start + (1 + (random() % kmsFigures.activationInterval)) * 60_000 : null,
    },
  }
}

const licensingOf = (plan: ComputerPlan, random: () => number, start: number): LicensingState => {
  return {
    cmid: guidFrom(random),
    hardwareId: guidFrom(random),
    rearmsLeft: rearmsOf(plan),
    discovered: null,
    products: productsOf(plan, random, start),
    server: { listeningPort: null, publishAt: null, clients: {}, requests: noRequests, others: {} },
    suites: plan.suites ?? [],
    applications: {},
    tokenLicences: {},
    installedLicences: [],
    activationTypeEnabled: 0,
    activationDisabled: false,
    keyInRegistry: plan.setupKey !== null,
    rearmPending: false,
    subscription: null,
    firmwareKey: plan.firmwareKey ?? null,
    ...plan.licensing,
  }
}

/** The initial state of a computer: a function of the plan, the scenario's name and the start of the clock alone. */
export const buildComputer = (scenario: string, plan: ComputerPlan, start: number): Computer => {
  const random = randomFrom(`${scenario} ${plan.name}`)
  return {
    host: plan.name.toLowerCase(),
    name: plan.name,
    domain: plan.domain,
    workgroup: plan.domain === null ? 'WORKGROUP' : null,
    address: plan.address,
    role: plan.role,
    os: plan.os,
    platform: plan.platform ?? 'windows',
    power: plan.power ?? 'on',
    administrators: plan.administrators,
    dnsAdministrators: plan.dnsAdministrators ?? [],
    internet: plan.internet ?? true,
    hypervisor: plan.hypervisor ?? null,
    clockSkew: plan.clockSkew ?? 0,
    dnsServers: plan.dnsServers,
    dnsSuffixes: plan.dnsSuffixes ?? [],
    bootedAt: start - windowsDay - (random() % 3600) * 1000,
    registry: registryOf(plan),
    services: servicesOf(plan, random),
    processes: {},
    effects: [],
    events: {},
    nextRecord: {},
    licensing: licensingOf(plan, random, start),
  }
}
