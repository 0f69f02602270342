import type { Generation } from '../schema/generations.ts'
import type { ActivationObjectState, LicensingState } from './licensing-state.ts'

export type * from './licensing-state.ts'

/**
 * The Lab's state: plain JSON, so that it can be written to disk, replayed and compared. Times are milliseconds since
 * 1970 on the Lab's clock. A computer's initial state is a pure function of its scenario; only what changed is kept.
 */
export interface LabState {
  readonly scenario: string
  /** ISO 8601: the simulated clock. */
  readonly now: string
  readonly network: NetworkState
  readonly computers: Readonly<Record<string, Computer>>
}

/** What belongs to no single computer. */
export interface NetworkState {
  /** Milliseconds that the Lab's clock is ahead of the real one. */
  readonly clockOffset: number
  /** State of the pseudo-random generator (32 bits). */
  readonly random: number
  readonly zones: Readonly<Record<string, DnsZone>>
  readonly faults: Readonly<Record<string, FaultState>>
  /** Computers that came from reports of real ones, by their key, as they were when they came (report/computer-from-report.ts). */
  readonly loaded: Readonly<Record<string, Computer>>
  /** Online activations spent, per Lab key and computer. */
  readonly activations: Readonly<Record<string, Readonly<Record<string, number>>>>
  /**
   * Active Directory forests by their root domain in lower case; a domain belongs to the forest whose root it is or lies
   * under. A domain without a forest here has none that knows activation objects.
   */
  readonly forests: Readonly<Record<string, ForestState>>
}

/** What activation needs of an Active Directory forest. */
export interface ForestState {
  /** Root domain. */
  readonly root: string
  /** Whether its schema knows activation objects: that of Server 2012 or later (kms.md 5). */
  readonly schemaKnowsActivation: boolean
  /** Activation objects by their name in lower case. */
  readonly activationObjects: Readonly<Record<string, ActivationObjectState>>
}

export interface Computer {
  /** Key of the computer: its short name in lower case. */
  readonly host: string
  readonly name: string
  /** DNS domain it is a member of; null in a workgroup. */
  readonly domain: string | null
  readonly workgroup: string | null
  readonly address: string
  /** What it is there for, in words. */
  readonly role: string
  readonly os: OsFacts
  /** A Linux computer has no WMI and no Windows licence. */
  readonly platform: 'windows' | 'linux'
  readonly power: 'on' | 'asleep'
  /** Accounts (lower case, DOMAIN\user) that are administrators there. */
  readonly administrators: readonly string[]
  /** Accounts to whom the DNS server alone was delegated: they reach root\MicrosoftDNS. */
  readonly dnsAdministrators: readonly string[]
  /** Whether it reaches Microsoft's activation servers. */
  readonly internet: boolean
  /** Key of the computer whose virtual machine this is; null for a physical one. */
  readonly hypervisor: string | null
  /** Minutes that its clock is off. */
  readonly clockSkew: number
  readonly dnsServers: readonly string[]
  readonly dnsSuffixes: readonly string[]
  readonly bootedAt: number
  readonly registry: Readonly<Record<string, RegistryKey>>
  readonly services: Readonly<Record<string, ServiceState>>
  readonly processes: Readonly<Record<string, ProcessState>>
  /** What Windows is still busy with, in the order in which it was begun. */
  readonly effects: readonly Effect[]
  readonly events: Readonly<Record<string, LogEvent>>
  readonly nextRecord: Readonly<Record<string, number>>
  readonly licensing: LicensingState
}

export interface OsFacts {
  readonly generation: Generation
  readonly caption: string
  readonly version: string
  readonly build: number
  readonly sku: number
  readonly editionId: string
  /** Win32_OperatingSystem.ProductType: 1 workstation, 2 domain controller, 3 server. */
  readonly productType: 1 | 2 | 3
  readonly architecture: string
  /** Windows' display language: netsh knows firewall groups by their localised names. */
  readonly language: string
  /** Version of the licensing service. */
  readonly serviceVersion: string
}

export type RegistryType = 'REG_SZ' | 'REG_EXPAND_SZ' | 'REG_DWORD' | 'REG_MULTI_SZ' | 'REG_BINARY'

export interface RegistryValue {
  readonly name: string
  readonly type: RegistryType
  readonly data: string | number | readonly string[] | readonly number[]
}

/** A registry key, kept under its whole path in lower case ("hklm\software\…"). */
export interface RegistryKey {
  readonly path: string
  readonly values: Readonly<Record<string, RegistryValue>>
}

export type ServicePhase = 'Running' | 'Stopped' | 'Stop Pending' | 'Start Pending'

export interface ServiceState {
  readonly name: string
  readonly displayName: string
  readonly path: string
  readonly startMode: 'Auto' | 'Manual' | 'Disabled'
  readonly account: string
  readonly phase: ServicePhase
  readonly processId: number
}

export interface ProcessState {
  readonly processId: number
  readonly name: string
  readonly commandLine: string
  readonly startedAt: number
}

/** Something that Windows finishes by itself at `dueAt`. */
export type Effect =
  | { readonly kind: 'service-stopped'; readonly dueAt: number; readonly service: string }
  | { readonly kind: 'service-running'; readonly dueAt: number; readonly service: string }
  | {
      readonly kind: 'process-ended'
      readonly dueAt: number
      readonly processId: number
      readonly commandLine: string
    }

export interface LogEvent {
  readonly log: string
  readonly record: number
  readonly id: number
  /** Win32_NTLogEvent.EventType: 1 error, 2 warning, 3 information. */
  readonly type: 1 | 2 | 3
  readonly source: string
  readonly time: number
  readonly data: readonly string[]
}

export interface SrvRecordState {
  readonly owner: string
  readonly target: string
  readonly port: number
  readonly priority: number
  readonly weight: number
  readonly ttl: number
  /** When it was registered dynamically; null for a record made by hand. */
  readonly registeredAt: number | null
}

export interface DnsZone {
  readonly name: string
  /** Computer (key) whose DNS server holds it. */
  readonly server: string
  /** Who may change it: nobody, anybody, computers of the domain that own a name, or who signs with a TSIG key. */
  readonly update: 'none' | 'any' | 'secure' | 'tsig'
  readonly srv: readonly SrvRecordState[]
  /** Who created an owner name: others may not update it in a secure zone. */
  readonly nameOwners: Readonly<Record<string, string>>
  /** Owner names whose permissions were opened to all KMS hosts of the domain. */
  readonly sharedNames: readonly string[]
  /** Names of the TSIG keys that may change KMS records here. */
  readonly tsigKeys: readonly string[]
  /** Names without a computer in the Lab, for example those that point nowhere. */
  readonly addresses: Readonly<Record<string, string>>
}

/** What a fault does to a call. */
export type FaultEffect =
  | { readonly kind: 'refuse' }
  | { readonly kind: 'access-denied' }
  | { readonly kind: 'timeout'; readonly milliseconds: number }
  | { readonly kind: 'hang'; readonly applied: boolean }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'fail'; readonly hresult: number; readonly applied: boolean }
  | { readonly kind: 'service-crash' }

/** A fault: where it strikes, how often, and what it does. */
export interface Fault {
  /** Short name of a computer, or "*" for all. */
  readonly host: string
  readonly operation?: 'connect' | 'query' | 'call' | 'probe' | 'srv'
  /** Class of the query or call, without regard to case. */
  readonly className?: string
  /** Method of the call, without regard to case. */
  readonly method?: string
  readonly effect: FaultEffect
  /** How many times it strikes; always, where absent. */
  readonly times?: number
}

export interface FaultState {
  readonly fault: Fault
  /** Strikes left; null for no limit. */
  readonly left: number | null
}
