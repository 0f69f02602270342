import type { DetailsScope, LicensingDetails, ProductDetails } from '../contract/models/licensing-details.ts'
import { computerTime } from './computer-time.ts'
import { avmaBlock, clientBlock, hostBlock, printed, since, subscriptionBlock } from './details-blocks.ts'
import { productsInScope } from './details-scope.ts'

type Lines = readonly string[]

/** What slmgr prints where no product was found (slmgr.md 3.1); its exit code is 0 all the same. */
export const productKeyNotFound = 'Error: product key not found.'

const statusLabels: readonly string[] = [
  'Unlicensed',
  'Licensed',
  'Initial grace period',
  'Additional grace period (KMS license expired or hardware out of tolerance)',
  'Non-genuine grace period.',
  'Notification',
  'Extended grace period',
]

const notification = { nonGenuine: 0xc004f200, graceExpired: 0xc004f009 } as const

const reasonLine = (reason: number): string => {
  const hex = `Notification Reason: 0x${reason.toString(16).toUpperCase()}`
  if (reason === notification.nonGenuine) return `${hex} (non-genuine).`
  return reason === notification.graceExpired ? `${hex} (grace time expired).` : `${hex}.`
}

/** Minutes with their days: Windows 7 rounds these down, Windows 8 and later up (slmgr.md 1.10). */
const span = (details: LicensingDetails, minutes: number): string => {
  const days = since(details, '8.0') ? Math.ceil(minutes / 1440) : Math.floor(minutes / 1440)
  return `${minutes} minute(s) (${days} day(s))`
}

const expirationLabel = (details: LicensingDetails, { description }: ProductDetails): string => {
  if (description.includes('TIMEBASED_')) return 'Timebased activation expiration'
  return isAvma(details, description) ? 'Automatic VM activation expiration' : 'Volume activation expiration'
}

const isAvma = (details: LicensingDetails, description: string): boolean =>
  since(details, '8.1') && description.includes('VIRTUAL_MACHINE_ACTIVATION')

/** License Status and the line that goes with it (slmgr.md 3.3). */
const statusLines = (details: LicensingDetails, product: ProductDetails): Lines => {
  const { status, statusReason, graceMinutes } = product
  const label = `License Status: ${statusLabels[status] ?? 'Unknown'}`
  switch (status) {
    case 1:
      return graceMinutes === 0
        ? [label]
        : [label, `${expirationLabel(details, product)}: ${span(details, graceMinutes)}`]
    case 2:
    case 3:
    case 4:
    case 6:
      return [label, `Time remaining: ${span(details, graceMinutes)}`]
    case 5:
      return [label, reasonLine(statusReason)]
    default:
      return [label]
  }
}

/** Rows 9 to 13 of slmgr.md 3.2: Windows 7 prints four lines always, later versions those that have a value. */
const urlLines = (details: LicensingDetails, product: ProductDetails): Lines => {
  if (product.kind === 'kms-client' || isAvma(details, product.description)) return []
  const urls: readonly (readonly [string, string | null])[] = [
    ['Processor Certificate URL', product.processorUrl],
    ['Machine Certificate URL', product.machineUrl],
    ['Use License URL', product.useLicenseUrl],
    ['Product Key Certificate URL', product.productKeyUrl],
  ]
  const shown = since(details, '8.0')
    ? [...urls, ['Validation URL', product.validationUrl] as const].filter(([, url]) => url !== null)
    : urls
  return shown.map(([label, url]) => `${label}: ${printed(url)}`)
}

const identityLines = (details: LicensingDetails, product: ProductDetails): Lines => [
  `Activation ID: ${product.activationId}`,
  `Application ID: ${product.applicationId}`,
  `Extended PID: ${printed(product.productKeyId)}`,
  ...(since(details, '8.1') ? [`Product Key Channel: ${printed(product.productKeyChannel)}`] : []),
  `Installation ID: ${printed(product.installationId)}`,
  ...urlLines(details, product),
]

const rearmLines = (details: LicensingDetails, product: ProductDetails): Lines => {
  const windows = `Remaining Windows rearm count: ${printed(details.service.remainingWindowsRearms)}`
  if (!since(details, '8.1')) return [windows]
  return [
    product.isWindows ? windows : `Remaining App rearm count: ${printed(product.remainingAppRearms)}`,
    `Remaining SKU rearm count: ${printed(product.remainingSkuRearms)}`,
  ]
}

const timeLine = (details: LicensingDetails, label: string, time: string | null): Lines =>
  time === null ? [] : [`${label}: ${computerTime(new Date(time), details.clock)}`]

const productLines = (details: LicensingDetails, product: ProductDetails, verbose: boolean): Lines => [
  '',
  `Name: ${product.name}`,
  `Description: ${product.description}`,
  ...(product.token.additionalInfo === null ? [] : [`Additional Information: ${product.token.additionalInfo}`]),
  ...(verbose ? identityLines(details, product) : []),
  product.partialProductKey === null
    ? 'This license is not in use.'
    : `Partial Product Key: ${product.partialProductKey}`,
  ...statusLines(details, product),
  ...(verbose
    ? [
        ...(product.status === 0 ? [] : timeLine(details, 'Evaluation End Date', product.evaluationEnd)),
        ...rearmLines(details, product),
        ...timeLine(details, 'Trusted time', product.trustedTime),
      ]
    : []),
  ...(product.kind === 'kms-client' ? clientBlock(details, product) : []),
  ...((product.kind === 'kms-host' || product.isPrimary) && product.kmsHost.enabled
    ? hostBlock(details.service, product)
    : []),
  ...(isAvma(details, product.description) ? avmaBlock(details, product) : []),
]

/** What `slmgr /dli` (or `/dlv`, where `verbose`) is asked to show. */
export interface DetailsTextQuestion {
  readonly scope: DetailsScope
  readonly verbose: boolean
}

/**
 * The lines that `slmgr /dli` and `/dlv` print of these details: slmgr's own order, labels, indents and blank lines, as
 * the slmgr of that computer's generation has them (slmgr.md 3.2 to 3.4). Dates are in the computer's own local time. A
 * missing value leaves its line without one; in slmgr a null silences the whole output (slmgr.md 10).
 */
export const detailsLines = (details: LicensingDetails, { scope, verbose }: DetailsTextQuestion): Lines => {
  const products = productsInScope(details, scope)
  const single = scope !== 'all' && scope !== 'default'
  return [
    ...(verbose ? [`Software licensing service version: ${details.service.version}`] : []),
    ...(products.length === 0
      ? [productKeyNotFound]
      : products.flatMap((product) => [...productLines(details, product, verbose), ...(single ? [] : [''])])),
    ...subscriptionBlock(details.service),
  ]
}

/** The same as one text. */
export const detailsText = (details: LicensingDetails, question: DetailsTextQuestion): string =>
  `${detailsLines(details, question).join('\n')}\n`
