import type { ProductKind } from '../contract/models/license-snapshot.ts'

/** ApplicationID of Windows (slmgr.md 2.1). */
export const windowsApplicationId = '55c92734-d682-4d71-983e-d6ec3f16059f'

/**
 * The kind of a product, by case-sensitive substrings of its Description and never by ProductKeyChannel, which Windows 7
 * lacks (slmgr.md 2.4). `retail` and `oem` are this app's own addition in the same manner.
 */
export const productKind = (description: string): ProductKind => {
  if (description.includes('VOLUME_KMSCLIENT')) return 'kms-client'
  if (description.includes('VOLUME_KMS')) return 'kms-host'
  if (description.includes('TIMEBASED_')) return 'time-based'
  if (description.includes('VIRTUAL_MACHINE_ACTIVATION')) return 'avma'
  if (description.includes('MAK')) return 'mak'
  if (description.includes('RETAIL')) return 'retail'
  if (description.includes('OEM_')) return 'oem'
  return 'other'
}

const namedChannel = /,\s*([^,]*\S)\s+channel\s*$/i
const knownChannel = /VOLUME_[\w-]+|TIMEBASED_\w+|VIRTUAL_MACHINE_ACTIVATION|OEM_\w+|RETAIL(?:\(\w+\))?/

/**
 * The channel part of a Description: `VOLUME_KMS_R2_C` of "Windows Operating System - Windows Server(R),
 * VOLUME_KMS_R2_C channel"; "" where it names none.
 */
export const channelOf = (description: string): string =>
  namedChannel.exec(description)?.[1] ?? knownChannel.exec(description)?.[0] ?? ''

/** Whether an ApplicationID is that of Windows; case and braces do not matter. */
export const isWindowsApplication = (applicationId: string): boolean =>
  applicationId.toLowerCase().replace(/[{}]/g, '') === windowsApplicationId

/** What decides whether a product is the primary Windows product. */
export interface PrimaryCandidate {
  readonly applicationId: string
  readonly partialProductKey: string | null
  /** Null where the class lacks LicenseIsAddon (before Windows 7). */
  readonly isAddon: boolean | null
  readonly description: string
}

/** Whether a product is the primary Windows product, by slmgr's own rule (slmgr.md 2.2). */
export const isPrimaryWindows = (product: PrimaryCandidate): 'yes' | 'no' | 'cannot-tell' => {
  if (!isWindowsApplication(product.applicationId) || !product.partialProductKey) return 'no'
  if (product.isAddon !== null) return product.isAddon ? 'no' : 'yes'
  const kind = productKind(product.description)
  return kind === 'kms-client' || kind === 'kms-host' ? 'yes' : 'cannot-tell'
}
