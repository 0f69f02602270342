import { minutesText } from '../../../src-main/contract/minutes.ts'
import type { LicensingDetails, ProductDetails } from '../../../src-main/contract/models/licensing-details.ts'
import { placeTimeText } from '../../format/time.ts'
import { activationWays, statusNames, values, type FactName, type GroupName } from '../../strings/licensing-details.ts'

/** One fact of a product: its value as text, and the result code in it, where there is one. */
export interface Fact {
  readonly name: FactName
  readonly text: string
  readonly code?: number
}

/** Facts that belong together. */
export interface FactGroup {
  readonly group: GroupName
  readonly facts: readonly Fact[]
}

/** Windows' "none" in a uint32. */
const none = 0xffffffff

const text = (name: FactName, value: string | null): readonly Fact[] =>
  value === null || value === '' ? [] : [{ name, text: value }]
const number = (name: FactName, value: number | null): readonly Fact[] =>
  value === null || value === none ? [] : [{ name, text: String(value) }]
const minutes = (name: FactName, value: number | null): readonly Fact[] =>
  value === null ? [] : [{ name, text: minutesText(value) }]
const onOff = (name: FactName, value: boolean | null): readonly Fact[] =>
  value === null ? [] : [{ name, text: value ? values.on : values.off }]
const way = (name: FactName, value: number | null): readonly Fact[] =>
  value === null ? [] : [{ name, text: activationWays[value] ?? activationWays[0] ?? '' }]

const stateFacts = (details: LicensingDetails, product: ProductDetails, endsAt: string | null): readonly Fact[] => {
  const time = (name: FactName, iso: string | null): readonly Fact[] =>
    text(name, iso === null ? null : placeTimeText(iso, details.clock.utcOffset))
  const permanent = product.status === 1 && product.graceMinutes === 0
  return [
    { name: 'status', text: statusNames[product.status] ?? values.unknownStatus(product.status) },
    ...(permanent ? text('endsAt', values.noExpiry) : time('endsAt', endsAt)),
    ...(endsAt === null ? [] : minutes('minutes', product.graceMinutes)),
    ...(product.statusReason === 0 ? [] : [{ name: 'reason' as const, text: '', code: product.statusReason }]),
    ...time('evaluationEnd', product.evaluationEnd),
    ...time('trustedTime', product.trustedTime),
  ]
}

const clientFacts = ({ service }: LicensingDetails, product: ProductDetails): readonly Fact[] => {
  if (product.kind !== 'kms-client') return []
  const { kms } = product
  const withPort = (host: string | null, port: number | null): string | null =>
    host === null ? null : `${host}:${port || 1688}`
  const found = withPort(kms.discoveredName, kms.discoveredPort)
  return [
    ...way('activationTypeEnabled', product.activationTypeEnabled),
    ...(product.activationType === null || product.activationType === 0
      ? []
      : way('activationType', product.activationType)),
    ...text('cmid', service.clientMachineId),
    ...text('fixedHost', withPort(kms.machine, kms.port)),
    ...text('lookupDomain', kms.lookupDomain),
    ...text('foundHost', found ?? (kms.machine === null ? values.notFound : null)),
    ...text('hostAddress', kms.discoveredAddress),
    ...text('hostPid', kms.hostProductKeyId),
    ...minutes('activationInterval', kms.activationInterval),
    ...minutes('renewalInterval', kms.renewalInterval),
    ...onOff('caching', service.kmsHostCaching),
  ]
}

const hostFacts = ({ service }: LicensingDetails, { kmsHost }: ProductDetails): readonly Fact[] => {
  if (!kmsHost.enabled) return []
  const counted = kmsHost.currentCount !== null && kmsHost.currentCount !== none
  return [
    ...(counted ? number('count', kmsHost.currentCount) : text('count', values.noRequests)),
    ...number('port', service.kmsListeningPort || 1688),
    ...onOff('publishing', service.kmsDnsPublishing),
    ...text('priority', service.kmsLowPriority === true ? values.low : values.normal),
  ]
}

const requestFacts = ({ kmsHost: { enabled, requests } }: ProductDetails): readonly Fact[] => {
  if (!enabled || requests === null) return []
  const names = [
    'total',
    'failed',
    'unlicensed',
    'licensed',
    'oobGrace',
    'ootGrace',
    'nonGenuineGrace',
    'notification',
  ] as const
  return names.flatMap((name) => number(name, requests[name]))
}

const otherWays = (details: LicensingDetails, product: ProductDetails): readonly FactGroup[] => {
  const { activeDirectory: ad, token, avma } = product
  const activated = avma.lastActivation
  return [
    {
      group: 'active-directory',
      facts: [
        ...text('objectName', ad.objectName),
        ...text('objectDn', ad.objectDn),
        ...text('csvlkPid', ad.csvlkPid),
        ...text('csvlkSkuId', ad.csvlkSkuId),
      ],
    },
    {
      group: 'token',
      facts:
        token.ilvid === null || token.ilvid === none
          ? []
          : [
              ...text('ilid', token.ilid),
              ...number('ilvid', token.ilvid),
              ...number('grantNumber', token.grantNumber),
              ...text('thumbprint', token.thumbprint),
            ],
    },
    {
      group: 'avma',
      facts: [
        ...text('iaid', avma.iaid),
        ...text('vmHost', avma.hostName),
        ...text('lastActivation', activated === null ? null : placeTimeText(activated, details.clock.utcOffset)),
        ...text('hostDigitalPid', avma.hostDigitalPid2),
      ],
    },
  ]
}

/**
 * What is known of a product, in groups for reading. Groups without a fact are left out.
 * @param endsAt ISO 8601: when its activation or grace ends; null where it does not
 */
export const factGroups = (
  details: LicensingDetails,
  product: ProductDetails,
  endsAt: string | null,
): readonly FactGroup[] => {
  const { service } = details
  const groups: readonly FactGroup[] = [
    { group: 'state', facts: stateFacts(details, product, endsAt) },
    {
      group: 'identity',
      facts: [
        ...text('description', product.description),
        ...text('activationId', product.activationId),
        ...text('applicationId', product.applicationId),
        ...text('productKeyId', product.productKeyId),
        ...text('additionalInfo', product.token.additionalInfo),
      ],
    },
    {
      group: 'key',
      facts: [
        ...text('partialProductKey', product.partialProductKey),
        ...text('channel', product.productKeyChannel),
        ...text('installationId', product.installationId),
        ...(product.isPrimary && service.firmwareKey !== null
          ? text('firmwareKey', values.firmwareKey(service.firmwareKey.lastFive, service.firmwareKey.description))
          : []),
      ],
    },
    { group: 'kms-client', facts: clientFacts(details, product) },
    { group: 'kms-host', facts: hostFacts(details, product) },
    { group: 'requests', facts: requestFacts(product) },
    ...otherWays(details, product),
    {
      group: 'urls',
      facts: [
        ...text('processorUrl', product.processorUrl),
        ...text('machineUrl', product.machineUrl),
        ...text('useLicenseUrl', product.useLicenseUrl),
        ...text('productKeyUrl', product.productKeyUrl),
        ...text('validationUrl', product.validationUrl),
      ],
    },
    {
      group: 'rearms',
      facts: [
        ...(product.isWindows ? number('windowsRearms', service.remainingWindowsRearms) : []),
        ...(product.isWindows ? [] : number('appRearms', product.remainingAppRearms)),
        ...number('skuRearms', product.remainingSkuRearms),
      ],
    },
  ]
  return groups.filter(({ facts }) => facts.length > 0)
}
