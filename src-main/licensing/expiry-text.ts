import type { ExpiryLine, LicensingDetails, ProductDetails } from '../contract/models/licensing-details.ts'
import { afterMinutes, computerTime, localClock } from './computer-time.ts'
import { since } from './details-blocks.ts'
import { productsThatExpire } from './details-scope.ts'
import { productKeyNotFound } from './details-text.ts'
import { describeLicenseStatus, licenseStatus } from './license-status.ts'

/** Whether minutes are left that the computer counts down, for a status of slmgr.md 7.5. */
const endOf = (details: LicensingDetails, { status, graceMinutes }: ProductDetails): Date | null => {
  const counts = (status === 1 && graceMinutes > 0) || [2, 3, 4, 6].includes(status)
  return counts ? afterMinutes(details.clock, graceMinutes) : null
}

const activationWord = (details: LicensingDetails, { description }: ProductDetails): string => {
  if (description.includes('TIMEBASED_')) return 'Timebased activation'
  return since(details, '8.1') && description.includes('VIRTUAL_MACHINE_ACTIVATION')
    ? 'Automatic VM activation'
    : 'Volume activation'
}

const graceNames: Readonly<Record<number, string>> = {
  2: 'Initial grace period',
  3: 'Additional grace period',
  4: 'Non-genuine grace period',
  6: 'Extended grace period',
}

/** What `slmgr /xpr` prints below a product's name; null where it prints nothing: for a status above 6 (slmgr.md 3.5). */
const statement = (details: LicensingDetails, product: ProductDetails): string | null => {
  const end = endOf(details, product)
  const date = end === null ? '' : computerTime(end, details.clock)
  switch (product.status) {
    case 0:
      return 'Unlicensed'
    case 1:
      return end === null
        ? 'The machine is permanently activated.'
        : `${activationWord(details, product)} will expire ${date}`
    case 2:
    case 3:
    case 4:
    case 6:
      return `${graceNames[product.status] ?? ''} ends ${date}`
    case 5:
      return 'Windows is in Notification mode'
    default:
      return null
  }
}

/**
 * How long a product's activation lasts: a sentence of the app's own, and what `slmgr /xpr` prints. Both count from the
 * clock of the computer that was looked at; slmgr counts from the clock of the computer that it runs on (slmgr.md 3.5).
 */
export const expiryOf = (details: LicensingDetails, product: ProductDetails): ExpiryLine => ({
  activationId: product.activationId,
  name: product.name,
  sentence:
    product.partialProductKey === null
      ? 'No product key: this licence is not in use.'
      : describeLicenseStatus({ ...product, status: licenseStatus(product.status) }, localClock(details.clock), 'UTC'),
  slmgr: product.partialProductKey === null ? null : statement(details, product),
  endsAt: endOf(details, product)?.toISOString() ?? null,
})

/**
 * The lines that `slmgr /xpr` prints (slmgr.md 3.5): each product of Windows with a key, add-ons included, or the one with
 * the activation ID. Dates are in the computer's own local time.
 */
export const expiryTextLines = (details: LicensingDetails, activationId: string | null): readonly string[] => {
  const products = productsThatExpire(details, activationId)
  if (products.length === 0) return [productKeyNotFound]
  return products.flatMap((product) => {
    const line = statement(details, product)
    return [`${product.name}:`, ...(line === null ? [] : [`    ${line}`])]
  })
}

/** The same as one text. */
export const expiryText = (details: LicensingDetails, activationId: string | null): string =>
  `${expiryTextLines(details, activationId).join('\n')}\n`
