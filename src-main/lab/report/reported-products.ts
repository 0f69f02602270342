import type { ReportedRow } from '../../contract/models/self-test-report.ts'
import { blankProduct, defaultRearms } from '../licensing/install-key.ts'
import { kmsFigures } from '../licensing/kms-figures.ts'
import { kindOfChannel, requiredCounts, windowsApplicationId, type Sku } from '../licensing/sku.ts'
import { skusOf } from '../licensing/sku-catalogue.ts'
import type { ActivationType, LicenseWord, OsFacts, ProductState } from '../world/state.ts'
import { numberIn, textIn, timeIn } from './reported-values.ts'

/** documented: the channel stands at the end of Description, "…, VOLUME_KMSCLIENT channel" (slmgr.md 2.4). */
const channelOf = (description: string): string => /,\s*([^,]+?)\s+channel\s*$/i.exec(description)?.[1] ?? 'RETAIL'

const unknownRelease = 2009

/** The product that a reported row is an instance of; null where it has no ID. */
export const skuFromRow = (row: ReportedRow, os: OsFacts): Sku | null => {
  const activationId = textIn(row, 'ID')?.toLowerCase()
  if (activationId === undefined) return null
  const description = textIn(row, 'Description') ?? ''
  const applicationId = (textIn(row, 'ApplicationID') ?? windowsApplicationId).toLowerCase()
  const channel = channelOf(description)
  const known = skusOf(os)
  return {
    activationId,
    applicationId,
    name: textIn(row, 'Name') ?? '',
    description,
    kind: kindOfChannel(channel),
    channel,
    editionId: os.editionId,
    family: textIn(row, 'LicenseFamily') ?? '',
    isAddon: row['LicenseIsAddon'] === true,
    dependsOn: textIn(row, 'LicenseDependsOn'),
    minimum:
      numberIn(row, 'RequiredClientCount') ?? (os.productType === 1 ? requiredCounts.client : requiredCounts.server),
    release: (known.find((sku) => sku.channel === channel) ?? known[0])?.release ?? unknownRelease,
    suite: applicationId === windowsApplicationId && row['LicenseIsAddon'] !== true ? null : activationId,
  }
}

/** LicenseStatus as the Lab's word. assumed: an additional grace period is an activation that has run out. */
const words: Readonly<Record<number, LicenseWord>> = {
  0: 'unlicensed',
  1: 'licensed',
  2: 'oob-grace',
  3: 'licensed',
  4: 'non-genuine-grace',
  5: 'notification',
  6: 'extended-grace',
}

const ootGrace = 3

const endOf = (row: ReportedRow, clock: number): number | null => {
  const grace = numberIn(row, 'GracePeriodRemaining') ?? 0
  if (numberIn(row, 'LicenseStatus') === ootGrace) return clock + grace * 60_000 - kmsFigures.oobGrace
  return grace === 0 ? null : clock + grace * 60_000
}

const typeIn = (row: ReportedRow): ActivationType => {
  const type = numberIn(row, 'VLActivationType')
  return type === 1 || type === 2 || type === 3 ? type : 0
}

/** The state of a reported product at the computer's clock. Of its key no more than the last five characters is known. */
export const productFromRow = (row: ReportedRow, sku: Sku, clock: number): ProductState => {
  const activationInterval = numberIn(row, 'VLActivationInterval') ?? kmsFigures.activationInterval
  const objectName = textIn(row, 'ADActivationObjectName')
  return {
    ...blankProduct,
    partialKey: textIn(row, 'PartialProductKey'),
    productKeyId: textIn(row, 'ProductKeyID'),
    status: words[numberIn(row, 'LicenseStatus') ?? 0] ?? 'unlicensed',
    reason: numberIn(row, 'LicenseStatusReason'),
    endsAt: endOf(row, clock),
    nextAttemptAt: sku.kind === 'kms-client' ? clock + activationInterval * 60_000 : null,
    hostPid: textIn(row, 'KeyManagementServiceProductKeyID'),
    activationInterval,
    renewalInterval: numberIn(row, 'VLRenewalInterval') ?? kmsFigures.renewalInterval,
    lastActivationType: typeIn(row),
    adActivation:
      objectName === null
        ? null
        : {
            objectName,
            objectDn: textIn(row, 'ADActivationObjectDN') ?? '',
            csvlkPid: textIn(row, 'ADActivationCsvlkPid') ?? '',
            csvlkSkuId: textIn(row, 'ADActivationCsvlkSkuId') ?? '',
          },
    evaluationEndsAt: timeIn(row, 'EvaluationEndDate'),
    rearmsLeft: numberIn(row, 'RemainingSkuReArmCount') ?? defaultRearms,
  }
}
