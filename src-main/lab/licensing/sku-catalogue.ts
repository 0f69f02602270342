import { guidFrom, randomFrom } from '../random.ts'
import type { Computer, OsFacts } from '../world/state.ts'
import { kindOfChannel, requiredCounts, windowsApplicationId, type Sku } from './sku.ts'
import { skusOfSuiteNamed } from './suite-catalogue.ts'
import { windowsEditions, type WindowsEdition } from './windows-editions.ts'

export { officeApplicationId, requiredCounts, windowsApplicationId, type Sku, type SkuKind } from './sku.ts'

/** What decides which licences Windows comes with. */
export type EditionFacts = Pick<OsFacts, 'version' | 'build' | 'editionId'>

/** Year of the release that a host key is for, by its channel; that of the computer for channels without one. */
const hostReleases: Readonly<Record<string, number>> = {
  VOLUME_KMS_WS16: 2016,
  VOLUME_KMS_WS19: 2019,
  VOLUME_KMS_WS22: 2022,
  VOLUME_KMS_WS25: 2025,
  'VOLUME_KMS_2012-R2_WIN10': 2016,
}

/** The made-up IDs follow from version and edition; the servers of 10.0 are many releases of one version. */
const seedOf = ({ version, release, server }: WindowsEdition): string =>
  version === '10.0' && server ? `${version} ${release}` : version

/** documented: Windows 11 wants a host key of Server 2022 or later (kms.md 5). */
const releaseOf = ({ server, release }: WindowsEdition, { build }: EditionFacts): number =>
  !server && build >= 22_000 ? 2022 : release

/** documented: a host key for Windows 10 clients goes on Windows 10, 8.1 and 7, not on 11 (kms.md 5). */
const isFor = (channel: string, { build }: EditionFacts): boolean => channel !== 'VOLUME_KMS_W10' || build < 22_000

const skusOfEdition = (edition: WindowsEdition, os: EditionFacts): readonly Sku[] => {
  const sku = (channel: string, activationId?: string): Sku => ({
    activationId: activationId ?? guidFrom(randomFrom(`sku ${seedOf(edition)} ${edition.editionId} ${channel}`)),
    applicationId: windowsApplicationId,
    name: edition.name,
    description: `${edition.family}, ${channel} channel`,
    kind: kindOfChannel(channel),
    channel,
    editionId: edition.editionId,
    family: edition.editionId,
    isAddon: false,
    dependsOn: null,
    minimum: edition.server ? requiredCounts.server : requiredCounts.client,
    release: hostReleases[channel] ?? releaseOf(edition, os),
    suite: null,
  })
  return [
    ...(edition.clientId === null ? [] : [sku('VOLUME_KMSCLIENT', edition.clientId)]),
    ...edition.channels.filter((channel) => isFor(channel, os)).map((channel) => sku(channel)),
  ]
}

const cache = new Map<string, readonly Sku[]>()

/** Windows version of a build's service as the key tables name it: "6.1". */
export const versionOf = ({ version }: Pick<OsFacts, 'version'>): string => version.split('.').slice(0, 2).join('.')

/** The Windows products whose licences are installed on a computer of this edition. */
export const skusOf = (os: EditionFacts): readonly Sku[] => {
  const wanted = `${versionOf(os)} ${os.build} ${os.editionId}`
  const known = cache.get(wanted)
  if (known) return known
  const edition = windowsEditions.find(
    ({ version, builds: [first, last], editionId }) =>
      version === versionOf(os) && os.build >= first && os.build <= last && editionId === os.editionId,
  )
  const skus = edition ? skusOfEdition(edition, os) : []
  cache.set(wanted, skus)
  return skus
}

/**
 * Every product whose licences a computer has, as WMI lists them. assumed: Office and add-ons come before Windows, so that
 * "the first keyed product" is not always Windows (slmgr.md 1.5); real computers list them in no fixed order.
 */
export const installedSkus = ({ os, licensing }: Pick<Computer, 'os' | 'licensing'>): readonly Sku[] => {
  const { suites, ownSkus } = licensing
  if (suites.length === 0 && ownSkus.length === 0) return skusOf(os)
  const known = [...suites.flatMap(skusOfSuiteNamed), ...skusOf(os)]
  return [...ownSkus, ...known.filter(({ activationId }) => !ownSkus.some((own) => own.activationId === activationId))]
}

/** Whether a computer has the licences of its Windows alone, as most of a large estate have. */
export const hasWindowsAlone = ({ licensing }: Pick<Computer, 'licensing'>): boolean =>
  licensing.suites.length === 0 && licensing.ownSkus.length === 0

/** The licences of Windows itself: no add-ons, no other applications. */
export const windowsSkusOf = (computer: Pick<Computer, 'os' | 'licensing'>): readonly Sku[] =>
  hasWindowsAlone(computer)
    ? skusOf(computer.os)
    : installedSkus(computer).filter((sku) => sku.applicationId === windowsApplicationId && !sku.isAddon)

/** A product of a computer by its activation ID; undefined where its licences are not installed. */
export const skuOf = (computer: Pick<Computer, 'os' | 'licensing'>, activationId: string): Sku | undefined =>
  installedSkus(computer).find((sku) => sku.activationId === activationId)
