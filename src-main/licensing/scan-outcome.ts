import { assertNever } from '../contract/app-error.ts'
import type { LicensedProduct, LicenseSnapshot, ProductKind } from '../contract/models/license-snapshot.ts'
import type { ScanResult } from '../contract/models/scan.ts'
import { describeLicenseStatus } from './license-status.ts'
import { windowsProduct } from './scan-facts.ts'

/** An outcome with its sentence, what to do next, and Windows' own code. */
export type OutcomeInWords = Pick<ScanResult, 'outcome' | 'outcomeText' | 'outcomeNext' | 'hresult'>

/** How a product of a kind is activated, as the next step for a person. */
const activation = (kind: ProductKind): string => {
  switch (kind) {
    case 'kms-client':
      return 'Activate it as a KMS client. Where that fails, check that it finds a KMS host in DNS and reaches it on its port.'
    case 'mak':
      return 'Activate its multiple activation key online or by telephone.'
    case 'kms-host':
      return 'Activate its KMS host key online or by telephone.'
    case 'avma':
      return 'Check that the Hyper-V host it runs on is an activated Datacenter server.'
    case 'retail':
    case 'oem':
    case 'time-based':
    case 'other':
      return 'Convert it to volume activation, or activate the key that it has.'
    default:
      return assertNever(kind)
  }
}

const hostText = ({ currentCount, requiredCount }: LicensedProduct): string => {
  if (currentCount === null) return 'Activated KMS host.'
  const needed = requiredCount === null ? '' : ` of the ${requiredCount} that are needed`
  return `Activated KMS host; it counts ${currentCount} clients${(requiredCount ?? 0) > currentCount ? needed : ''}.`
}

const ofProduct = (product: LicensedProduct, readAt: Date, timeZone: string | undefined): OutcomeInWords => {
  const outcomeText = describeLicenseStatus(product, readAt, timeZone)
  const hresult = product.statusReason === 0 ? null : product.statusReason
  const outcomeNext = activation(product.kind)
  switch (product.status) {
    case 'licensed':
      return { outcome: 'licensed', outcomeText, outcomeNext: null, hresult: null }
    case 'oob-grace':
    case 'oot-grace':
    case 'non-genuine-grace':
    case 'extended-grace':
      return { outcome: 'grace', outcomeText, outcomeNext, hresult }
    case 'notification':
      return { outcome: 'notification', outcomeText, outcomeNext, hresult }
    case 'unlicensed':
    case 'unknown':
      return { outcome: 'unlicensed', outcomeText, outcomeNext, hresult }
    default:
      return assertNever(product.status)
  }
}

/**
 * What a computer's Windows shows, as the outcome of a scan: an activated KMS host before all else, then the state of the
 * product with Windows' own key. Pure.
 * @param timeZone IANA name for dates; the local one where absent
 */
export const licensingOutcome = (snapshot: LicenseSnapshot, timeZone?: string): OutcomeInWords => {
  const host = snapshot.products.find(({ isKmsHost, status }) => isKmsHost && status === 'licensed')
  if (host) return { outcome: 'kms-host', outcomeText: hostText(host), outcomeNext: null, hresult: null }
  const product = windowsProduct(snapshot)
  if (product) return ofProduct(product, new Date(snapshot.readAt), timeZone)
  return {
    outcome: 'no-product-key',
    outcomeText: 'Windows has no product key there.',
    outcomeNext: 'Install a client setup key for a KMS client, or a multiple activation key.',
    hresult: null,
  }
}
