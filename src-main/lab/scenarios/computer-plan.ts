import type { LabKey } from '../fictional-keys.ts'
import type { LicensingState, LogEvent, OsFacts, ProductState, RegistryValue } from '../world/state.ts'

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
  /** Days of its initial grace that are gone; Windows 8 and later have none (licensing/fresh-status.ts). */
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
  /** Client machine ID, where it is not just any. */
  readonly cmid?: string
  /** Rearms that are left; what its Windows version starts with, where absent. */
  readonly rearmsLeft?: number
  /** Suites beside Windows whose licences are installed. */
  readonly suites?: readonly string[]
  readonly dnsSuffixes?: readonly string[]
  /** Key of the computer whose virtual machine it is. */
  readonly hypervisor?: string
  /** Description of a product key in its firmware. */
  readonly firmwareKey?: string
  /** Whether KMS traffic is let in. */
  readonly kmsOpen?: boolean
  /** Values that stand under SoftwareProtectionPlatform in its registry. */
  readonly settings?: readonly RegistryValue[]
  /** What is special about the product that `setupKey` belongs to; `start` is the start of the Lab's clock. */
  readonly product?: (start: number) => Partial<ProductState>
  /** Keys of Office or add-ons that it carries beside Windows', with what is special about their products. */
  readonly moreKeys?: readonly {
    readonly key: string
    readonly product?: (start: number) => Partial<ProductState>
  }[]
  /** What else is special about its licensing state. */
  readonly licensing?: (start: number) => Partial<LicensingState>
  /** Events that stand in its logs, oldest first; their record numbers are given here. */
  readonly events?: (start: number) => readonly Omit<LogEvent, 'record'>[]
}
