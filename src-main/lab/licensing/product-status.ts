import { assertNever } from '../../contract/app-error.ts'
import { windowsDay } from './kms-figures.ts'
import type { Computer, ProductState } from '../world/state.ts'
import { hasWindowsAlone, installedSkus, windowsApplicationId, windowsSkusOf, type Sku } from './sku-catalogue.ts'

/** LicenseStatus numbers (slmgr.md 7.5). */
export const licenseStatus = {
  unlicensed: 0,
  licensed: 1,
  oobGrace: 2,
  ootGrace: 3,
  nonGenuineGrace: 4,
  notification: 5,
  extendedGrace: 6,
} as const

/** LicenseStatusReason: symbols from slerror.h. observed: 4004F040 while licensed (slmgr.md 7.5). */
const reasons = {
  noKey: 0xc004f014,
  oobGrace: 0x4004f00c,
  ootGrace: 0x4004f00d,
  licensed: 0x4004f040,
  graceExpired: 0xc004f009,
  nonGenuineGrace: 0xc004f065,
  extendedGrace: 0x4004f00e,
} as const

export interface ProductStatus {
  readonly status: number
  readonly reason: number
  /** Minutes. */
  readonly grace: number
}

const minutes = (milliseconds: number): number => Math.max(0, Math.ceil(milliseconds / 60_000))

/** documented: on 7 and 2008 R2 a lapsed activation is followed by 30 days of out-of-tolerance grace, then notification (kms.md 1). */
const ootGraceDays = 30

/** Status of a product at a time of the computer's clock. A product without a key is unlicensed. */
export const statusAt = (product: ProductState | undefined, clock: number): ProductStatus => {
  const known = plainStatus(product, clock)
  return product?.reason ? { ...known, reason: product.reason } : known
}

const plainStatus = (product: ProductState | undefined, clock: number): ProductStatus => {
  if (!product || product.partialKey === null) return { status: 0, reason: reasons.noKey, grace: 0 }
  const left = product.endsAt === null ? null : product.endsAt - clock
  switch (product.status) {
    case 'unlicensed':
      return { status: licenseStatus.unlicensed, reason: reasons.noKey, grace: 0 }
    case 'notification':
      return { status: licenseStatus.notification, reason: reasons.graceExpired, grace: 0 }
    case 'oob-grace':
      return left !== null && left <= 0
        ? { status: licenseStatus.notification, reason: reasons.graceExpired, grace: 0 }
        : { status: licenseStatus.oobGrace, reason: reasons.oobGrace, grace: minutes(left ?? 0) }
    case 'licensed': {
      if (left === null) return { status: licenseStatus.licensed, reason: reasons.licensed, grace: 0 }
      if (left > 0) return { status: licenseStatus.licensed, reason: reasons.licensed, grace: minutes(left) }
      const oot = left + ootGraceDays * windowsDay
      return oot > 0
        ? { status: licenseStatus.ootGrace, reason: reasons.ootGrace, grace: minutes(oot) }
        : { status: licenseStatus.notification, reason: reasons.graceExpired, grace: 0 }
    }
    case 'non-genuine-grace':
      return { status: licenseStatus.nonGenuineGrace, reason: reasons.nonGenuineGrace, grace: minutes(left ?? 0) }
    case 'extended-grace':
      return { status: licenseStatus.extendedGrace, reason: reasons.extendedGrace, grace: minutes(left ?? 0) }
    default:
      return assertNever(product.status)
  }
}

/** A product with a key, and its state. */
export interface KeyedProduct {
  readonly sku: Sku
  readonly product: ProductState
}

const keyedAmong = ({ licensing }: Computer, skus: readonly Sku[]): KeyedProduct | undefined => {
  for (const sku of skus) {
    const product = licensing.products[sku.activationId]
    if (product && product.partialKey !== null) return { sku, product }
  }
  return undefined
}

/** The primary Windows product (no add-on) that has a key, with its state; undefined where none has. */
export const keyedProduct = (computer: Computer): KeyedProduct | undefined =>
  keyedAmong(computer, windowsSkusOf(computer))

/** Every product that has a key, Office and add-ons too, in the order in which WMI lists them. */
export const keyedProducts = (computer: Computer): readonly KeyedProduct[] =>
  installedSkus(computer).flatMap((sku) => keyedAmong(computer, [sku]) ?? [])

/** The KMS host products of a computer that have a key, that of Windows first. */
export const hostProducts = (computer: Computer): readonly KeyedProduct[] => {
  if (hasWindowsAlone(computer)) {
    const keyed = keyedProduct(computer)
    return keyed?.sku.kind === 'kms-host' ? [keyed] : []
  }
  const isWindows = ({ sku }: KeyedProduct): number => (sku.applicationId === windowsApplicationId ? 0 : 1)
  return keyedProducts(computer)
    .filter(({ sku }) => sku.kind === 'kms-host')
    .toSorted((left, right) => isWindows(left) - isWindows(right))
}

/** The KMS host product of a computer where it has its key, that of Windows before others; undefined elsewhere. */
export const hostProduct = (computer: Computer): KeyedProduct | undefined => hostProducts(computer)[0]

/** Whether a computer is an activated KMS host, for whatever application. */
export const isActiveKmsHost = (computer: Computer, clock: number): boolean =>
  hostProducts(computer).some(({ product }) => statusAt(product, clock).status === licenseStatus.licensed)
