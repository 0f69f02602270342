import { conversionDirections, directionFrom } from '../contract/conversion-directions.ts'
import type { ConversionDirection, ConversionOption, SetupKeyAdvice } from '../contract/models/conversion.ts'
import type { LicensedProduct, ProductKind } from '../contract/models/license-snapshot.ts'
import { describeLicenseStatus } from './license-status.ts'

const kindPhrase: Readonly<Record<ProductKind, string>> = {
  'kms-client': 'a KMS client',
  'kms-host': 'a KMS host',
  mak: 'a computer with a multiple activation key (MAK)',
  retail: 'a computer with a retail key',
  oem: 'a computer with the key of its manufacturer (OEM)',
  'time-based': 'a computer with a time-limited licence',
  avma: 'a virtual machine that its Hyper-V host activates',
  other: 'a computer with a key of a kind that this app does not know',
}

/** What a computer is now, in one or two sentences; `readAt` is when its state was read. */
export const presentSentence = (product: LicensedProduct | undefined, readAt: Date): string => {
  if (!product) return 'No product key is installed for Windows.'
  const { kind, channel, partialProductKey } = product
  const key = partialProductKey === null ? '' : `Key ending in ${partialProductKey}, channel ${channel}. `
  return `It is ${kindPhrase[kind]}. ${key}${describeLicenseStatus(product, readAt)}`
}

const wanted: Readonly<Record<ConversionDirection, string>> = {
  'mak-to-kms': 'This is for a computer with a MAK.',
  'kms-to-mak': 'This is for a KMS client.',
  'retail-to-kms': 'This is for a computer with a retail or OEM key, or without any key.',
  'host-to-client': 'This is for a KMS host.',
}

const ofProduct = (direction: ConversionDirection, kind: ProductKind | null): string | null => {
  if (direction === directionFrom(kind)) return null
  if (direction === 'retail-to-kms' && kind === 'time-based')
    return 'A time-limited licence (evaluation or subscription) cannot be converted: install the full edition first.'
  if (direction === 'retail-to-kms' && kind === 'avma')
    return 'Its Hyper-V host activates this virtual machine by itself, so that there is nothing to convert.'
  if (direction === 'kms-to-mak' && kind === 'kms-host')
    return 'A KMS host becomes a KMS client first. Convert it with “KMS host to KMS client”, then to a MAK.'
  if (direction === 'kms-to-mak' && directionFrom(kind) === 'retail-to-kms')
    return 'Make it a KMS client first, then convert it to a MAK.'
  return wanted[direction]
}

/**
 * Every direction with the reason why it cannot be taken, and the one that is proposed. A direction to a KMS client is
 * refused where the edition takes no client setup key at all; one without a published key is not, because a person may
 * have one.
 */
export const conversionOptions = (
  product: LicensedProduct | undefined,
  { suggestion }: SetupKeyAdvice,
): { readonly options: readonly ConversionOption[]; readonly proposed: ConversionDirection | null } => {
  const kind = product?.kind ?? null
  const withoutVolume = suggestion.outcome === 'none' && !suggestion.mayType
  const options = conversionDirections.map((direction): ConversionOption => {
    const refusal = ofProduct(direction, kind)
    if (refusal === null && withoutVolume) return { direction, refusal: `${suggestion.reason} ${suggestion.remedy}` }
    return { direction, refusal }
  })
  return { options, proposed: options.find(({ refusal }) => refusal === null)?.direction ?? null }
}
