import { buildRegistry, firewallRulesPath, licensingPath } from '../machine/registry.ts'
import { tcpipPath } from '../machine/suffix-search-list.ts'
import { licensingService } from '../machine/services.ts'
import { recogniseKey } from '../licensing/key-recognition.ts'
import { blankProduct, defaultRearms } from '../licensing/install-key.ts'
import { freshStatus } from '../licensing/fresh-status.ts'
import { kmsFigures, windowsDay } from '../licensing/kms-figures.ts'
import { noRequests } from '../licensing/kms-server.ts'
import { digitsFrom, guidFrom, randomFrom } from '../random.ts'
import type { Computer, LicensingState, ProductState, RegistryValue, ServiceState } from '../world/state.ts'
import type { ComputerPlan } from './computer-plan.ts'
import { firewallRules } from './firewall-rules.ts'

const text = (name: string, data: string): RegistryValue => ({ name, type: 'REG_SZ', data })

const registries = new Map<string, Computer['registry']>()

/** Computers of one kind share their registry until one changes it: the state is immutable. */
const registryOf = (plan: ComputerPlan): Computer['registry'] => {
  if (plan.platform === 'linux') return {}
  if (plan.settings || plan.kmsOpen || plan.dnsSuffixes) return newRegistry(plan)
  const kind = `${plan.os.caption} ${plan.os.build} ${plan.wmiOpen ?? true}`
  const registry = registries.get(kind) ?? newRegistry(plan)
  registries.set(kind, registry)
  return registry
}

const newRegistry = ({
  os,
  wmiOpen = true,
  kmsOpen = false,
  settings = [],
  dnsSuffixes = [],
}: ComputerPlan): Computer['registry'] =>
  buildRegistry({
    [licensingPath]: settings,
    [licensingPath.replace('SOFTWARE\\', 'SOFTWARE\\Wow6432Node\\')]: [],
    'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion': [
      text('ProductName', os.caption.replace(/^Microsoft /, '').trim()),
      text('EditionID', os.editionId),
      text('CurrentBuild', String(os.build)),
    ],
    'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System': [
      { name: 'EnableLUA', type: 'REG_DWORD', data: 1 },
    ],
    [tcpipPath]: dnsSuffixes.length === 0 ? [] : [text('SearchList', dnsSuffixes.join(','))],
    [firewallRulesPath]: firewallRules(os, wmiOpen, kmsOpen),
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

interface Keyed {
  readonly key: string
  readonly activated: boolean
  readonly product: Partial<ProductState>
}

/** A product with its key, as it begins or activated for good, unless the plan says more of it. */
const productOf = (
  plan: ComputerPlan,
  { key, activated, product }: Keyed,
  random: () => number,
  start: number,
): readonly [string, ProductState] => {
  const taker = { os: plan.os, licensing: { suites: plan.suites ?? [] } }
  const { sku, labKey, lastFive } = recogniseKey(plan.keys ?? [], taker, key)
  return [
    sku.activationId,
    {
      ...blankProduct,
      partialKey: lastFive,
      labKey: labKey?.id ?? null,
      productKeyId: `55041-00168-${digitsFrom(random, 3)}-${digitsFrom(random, 6)}-03-1033-${plan.os.build}.0000-0012024`,
      ...(activated || product.status !== undefined
        ? { status: 'licensed', endsAt: null, reason: null }
        : freshStatus(plan.os, start - plan.daysUsed * windowsDay)),
      // Not all computers were switched on in the same minute.
      nextAttemptAt:
        sku.kind === 'kms-client' ? start + (1 + (random() % kmsFigures.activationInterval)) * 60_000 : null,
      ...product,
    },
  ]
}

const productsOf = (plan: ComputerPlan, random: () => number, start: number): LicensingState['products'] => {
  const first = { key: plan.setupKey, activated: plan.activated === true, product: plan.product?.(start) ?? {} }
  const more = (plan.moreKeys ?? []).map(({ key, product }) => ({
    key,
    activated: false,
    product: product?.(start) ?? {},
  }))
  return Object.fromEntries(
    [first, ...more].flatMap(({ key, ...keyed }) =>
      key === null ? [] : [productOf(plan, { key, ...keyed }, random, start)],
    ),
  )
}

const licensingOf = (plan: ComputerPlan, random: () => number, start: number): LicensingState => {
  const cmid = guidFrom(random)
  return {
    cmid: plan.cmid ?? cmid,
    hardwareId: guidFrom(random),
    rearmsLeft: rearmsOf(plan),
    discovered: null,
    products: productsOf(plan, random, start),
    server: { listeningPort: null, publishAt: null, clients: {}, requests: noRequests, others: {} },
    suites: plan.suites ?? [],
    ownSkus: [],
    applications: {},
    tokenLicences: {},
    installedLicences: [],
    activationDisabled: false,
    keyInRegistry: plan.setupKey !== null,
    rearmPending: false,
    subscription: null,
    firmwareKey: plan.firmwareKey ?? null,
    ...plan.licensing?.(start),
  }
}

const eventsOf = ({ events }: ComputerPlan, start: number): Pick<Computer, 'events' | 'nextRecord'> => {
  const nextRecord: Record<string, number> = {}
  const kept = (events?.(start) ?? []).map((event) => {
    const record = nextRecord[event.log] ?? 1
    nextRecord[event.log] = record + 1
    return [`${event.log}#${record}`, { ...event, record }] as const
  })
  return { events: Object.fromEntries(kept), nextRecord }
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
    ...eventsOf(plan, start),
    licensing: licensingOf(plan, random, start),
  }
}
