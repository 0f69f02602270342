import type { ConversionDirection } from './models/conversion.ts'
import type { LicensedProduct, ProductKind } from './models/license-snapshot.ts'

/** All directions of a conversion, in the order in which people are shown them. */
export const conversionDirections = ['mak-to-kms', 'kms-to-mak', 'retail-to-kms', 'host-to-client'] as const

/** The product that a conversion is about: primary Windows with its key; undefined where no key is installed. */
export const primaryProduct = (products: readonly LicensedProduct[]): LicensedProduct | undefined =>
  products.find(({ isWindows, isAddon, kind }) => isWindows && !isAddon && kind === 'kms-host') ??
  products.find(({ isWindows, isAddon }) => isWindows && !isAddon)

/** The direction that leads on from a kind of product, null for a computer without any key; null where none does. */
export const directionFrom = (kind: ProductKind | null): ConversionDirection | null => {
  switch (kind) {
    case 'mak':
      return 'mak-to-kms'
    case 'kms-client':
      return 'kms-to-mak'
    case 'kms-host':
      return 'host-to-client'
    // The guide has the Product Key page skipped during setup, so that no key is there at all.
    case null:
    case 'retail':
    case 'oem':
      return 'retail-to-kms'
    case 'time-based':
    case 'avma':
    case 'other':
      return null
  }
}
