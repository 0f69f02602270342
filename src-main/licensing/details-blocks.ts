import type { LicensingDetails, ProductDetails, ServiceDetails } from '../contract/models/licensing-details.ts'
import { computerTime } from './computer-time.ts'
import { defaultKmsPort } from './kms-facts.ts'
import { noneUint32 } from './record-fields.ts'

type Lines = readonly string[]

/** What slmgr prints for a value that is missing: nothing behind the label. */
export const printed = (value: string | number | null): string => (value === null ? '' : String(value))

const indented = (lines: Lines): Lines => lines.map((line) => `    ${line}`)

/** Whether the slmgr of Windows 8, or of Windows 8.1 and later, would print this (slmgr.md 1.10). */
export const since = ({ generation }: Pick<LicensingDetails, 'generation'>, first: '8.0' | '8.1'): boolean =>
  generation !== '6.1' && (first === '8.0' || generation !== '6.2')

const recent = (details: LicensingDetails): Lines =>
  since(details, '8.0') ? ['Most recent activation information:'] : []

const configuredTypes: Readonly<Record<number, string>> = { 1: 'AD', 2: 'KMS', 3: 'Token' }

const hostLine = ({ kms }: ProductDetails): string => {
  if (kms.machine !== null) return `Registered KMS machine name: ${kms.machine}:${kms.port || defaultKmsPort}`
  return kms.discoveredName !== null && kms.discoveredPort
    ? `KMS machine name from DNS: ${kms.discoveredName}:${kms.discoveredPort}`
    : 'DNS auto-discovery: KMS name not available'
}

const kmsBlock = (details: LicensingDetails, product: ProductDetails): Lines => {
  const { service } = details
  const { kms } = product
  const lookup = since(details, '8.0') ? kms.lookupDomain : null
  return [
    '',
    ...recent(details),
    'Key Management Service client information',
    ...indented([
      `Client Machine ID (CMID): ${printed(service.clientMachineId)}`,
      ...(lookup === null ? [] : [`Registered KMS SRV record lookup domain: ${lookup}`]),
      hostLine(product),
      ...(since(details, '8.1') ? [`KMS machine IP address: ${kms.discoveredAddress ?? 'not available'}`] : []),
      `KMS machine extended PID: ${printed(kms.hostProductKeyId)}`,
      `Activation interval: ${printed(kms.activationInterval)} minutes`,
      `Renewal interval: ${printed(kms.renewalInterval)} minutes`,
      `KMS host caching is ${service.kmsHostCaching === false ? 'disabled' : 'enabled'}`,
    ]),
    ...(lookup !== null && kms.machine !== null
      ? ['', 'Warning: the registered KMS machine name overrides the registered lookup domain.']
      : []),
  ]
}

const adBlock = (details: LicensingDetails, { activeDirectory }: ProductDetails): Lines => [
  '',
  ...recent(details),
  'AD Activation client information',
  ...indented([
    `Activation Object name: ${printed(activeDirectory.objectName)}`,
    `AO DN: ${printed(activeDirectory.objectDn)}`,
    `AO extended PID: ${printed(activeDirectory.csvlkPid)}`,
    `AO activation ID: ${printed(activeDirectory.csvlkSkuId)}`,
  ]),
]

const tokenBlock = (details: LicensingDetails, { token }: ProductDetails): Lines => [
  '',
  ...recent(details),
  'Token-based Activation information',
  ...indented([
    `License ID (ILID): ${printed(token.ilid)}`,
    `Version ID (ILvID): ${printed(token.ilvid)}`,
    `Grant Number: ${printed(token.grantNumber)}`,
    `Certificate Thumbprint: ${printed(token.thumbprint)}`,
  ]),
]

/** Whether a token activated the product: its licence version is readable and not "none" (slmgr.md 2.4). */
export const isTokenActivated = ({ token }: ProductDetails): boolean =>
  token.ilvid !== null && token.ilvid !== noneUint32

/** The block of a KMS client, or of what activated it instead (slmgr.md 3.4a). */
export const clientBlock = (details: LicensingDetails, product: ProductDetails): Lines => {
  const activated = (): Lines => {
    if (since(details, '8.0') && product.activationType === 1) return adBlock(details, product)
    if (isTokenActivated(product)) return tokenBlock(details, product)
    if (product.status !== 1) return ['Activate it with slmgr.vbs /ato to bring the KMS client information up to date.']
    return kmsBlock(details, product)
  }
  const configured = configuredTypes[product.activationTypeEnabled ?? 0] ?? 'All'
  return [...(since(details, '8.0') ? [`Configured Activation Type: ${configured}`] : []), ...activated()]
}

/** The block of a KMS host (slmgr.md 3.4b): counts are the product's, port, publishing and priority the machine's. */
export const hostBlock = (service: ServiceDetails, { kmsHost }: ProductDetails): Lines => {
  const { requests } = kmsHost
  return [
    '',
    'Key Management Service is enabled on this machine',
    ...indented([
      `Current count: ${kmsHost.currentCount === noneUint32 ? '-1' : printed(kmsHost.currentCount)}`,
      `Listening on Port: ${service.kmsListeningPort || defaultKmsPort}`,
      `DNS publishing ${service.kmsDnsPublishing === false ? 'disabled' : 'enabled'}`,
      `KMS priority: ${service.kmsLowPriority === true ? 'Low' : 'Normal'}`,
    ]),
    ...(requests === null
      ? []
      : [
          '',
          'Key Management Service cumulative requests received from clients',
          ...indented([
            `Total requests received: ${requests.total}`,
            `Failed requests received: ${printed(requests.failed)}`,
            `Requests with License Status Unlicensed: ${printed(requests.unlicensed)}`,
            `Requests with License Status Licensed: ${printed(requests.licensed)}`,
            `Requests with License Status Initial grace period: ${printed(requests.oobGrace)}`,
            `Requests with License Status License expired or Hardware out of tolerance: ${printed(requests.ootGrace)}`,
            `Requests with License Status Non-genuine grace period: ${printed(requests.nonGenuineGrace)}`,
            `Requests with License Status Notification: ${printed(requests.notification)}`,
          ]),
        ]),
  ]
}

/** The block of a virtual machine that its host activates (slmgr.md 3.4c). */
export const avmaBlock = (details: LicensingDetails, { avma }: ProductDetails): Lines => {
  const none = 'Not Available'
  const { hostName, lastActivation, hostDigitalPid2 } = avma
  const time = lastActivation === null ? none : computerTime(new Date(lastActivation), details.clock)
  return [
    `Guest IAID: ${avma.iaid ?? none}`,
    ...(hostName === null && lastActivation === null && hostDigitalPid2 === null
      ? []
      : [
          '',
          'Most recent activation information:',
          'Automatic VM Activation client information',
          ...indented([
            `Host machine name: ${hostName ?? none}`,
            `Activation time: ${time}`,
            `Host Digital PID2: ${hostDigitalPid2 ?? none}`,
          ]),
        ]),
  ]
}

const subscriptionTypes: Readonly<Record<number, string>> = { 0: 'User based', 1: 'Device based', 2: 'Azure based' }
const subscriptionStates: Readonly<Record<number, string>> = { 1: 'Active', 100: 'Disabled', 120: 'Expired' }

/** The block of the newest slmgr about a subscription; nothing where there is none (slmgr.md 0.1). */
export const subscriptionBlock = ({ subscription }: ServiceDetails): Lines => {
  if (subscription === null || subscription.type === null) return []
  const type = subscriptionTypes[subscription.type]
  if (type === undefined) return []
  const { edition, status, expiry } = subscription
  return [
    'Subscription information:',
    ...indented([
      `Edition: ${printed(edition)}`,
      `Type: ${type}`,
      `Status: ${subscriptionStates[status ?? -1] ?? 'Not active'}`,
      `Expiry: ${expiry === null || expiry === '<unspecified>' ? 'Unknown' : expiry}`,
    ]),
    '',
  ]
}
