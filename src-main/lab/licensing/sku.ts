/** documented: ApplicationID of Windows (slmgr.md 2.1). */
export const windowsApplicationId = '55c92734-d682-4d71-983e-d6ec3f16059f'
/** documented: ApplicationID of Office 2013 and later (slmgr.md 2.1). */
export const officeApplicationId = '0ff1ce15-a989-479d-af46-f275c6370663'

/** Counts that a KMS client of this kind needs. documented: 25 for Windows clients, 5 for servers and Office (kms.md 1). */
export const requiredCounts = { client: 25, server: 5, office: 5 } as const

/** Kinds of products, as slmgr tells them apart by Description (slmgr.md 2.4), and the two that it does not. */
export type SkuKind = 'kms-client' | 'kms-host' | 'mak' | 'retail' | 'oem' | 'avma' | 'time-based'

/** A product whose licences are installed: one instance of SoftwareLicensingProduct. */
export interface Sku {
  readonly activationId: string
  readonly applicationId: string
  readonly name: string
  readonly description: string
  readonly kind: SkuKind
  /** Channel in the Description. */
  readonly channel: string
  /** EditionID of the Windows that it belongs to; "" for what belongs to any. */
  readonly editionId: string
  /** LicenseFamily. */
  readonly family: string
  readonly isAddon: boolean
  /** LicenseDependsOn: activation ID or application that an add-on belongs to. */
  readonly dependsOn: string | null
  /** Count that the product asks of a KMS host. */
  readonly minimum: number
  /** Year of the release: a KMS host serves releases up to that of its key (kms.md 5). */
  readonly release: number
  /** Suite beside Windows that it came with; null for Windows itself. */
  readonly suite: string | null
}

/** Kind of a product by the channel in its Description, case-sensitive as slmgr tests it (slmgr.md 2.4). */
export const kindOfChannel = (channel: string): SkuKind => {
  if (channel === 'VOLUME_KMSCLIENT') return 'kms-client'
  if (channel.startsWith('VOLUME_KMS')) return 'kms-host'
  if (channel.startsWith('TIMEBASED_')) return 'time-based'
  if (channel === 'VIRTUAL_MACHINE_ACTIVATION') return 'avma'
  if (channel.endsWith('MAK')) return 'mak'
  return channel.startsWith('OEM_') ? 'oem' : 'retail'
}

/** observed: values of ProductKeyChannel (slmgr.md 2.4). assumed: VT:IA for AVMA. */
const keyChannels: Readonly<Record<string, string>> = {
  VOLUME_KMSCLIENT: 'Volume:GVLK',
  VOLUME_MAK: 'Volume:MAK',
  RETAIL: 'Retail',
  OEM_DM: 'OEM:DM',
  OEM_SLP: 'OEM:SLP',
  OEM_COA_NSLP: 'OEM:NONSLP',
  TIMEBASED_EVAL: 'Retail:TB:Eval',
  VIRTUAL_MACHINE_ACTIVATION: 'VT:IA',
}

/** ProductKeyChannel of a product with a key; every host key's is Volume:CSVLK. */
export const keyChannelOf = ({ channel, kind }: Sku): string =>
  kind === 'kms-host' ? 'Volume:CSVLK' : (keyChannels[channel] ?? 'Retail')
