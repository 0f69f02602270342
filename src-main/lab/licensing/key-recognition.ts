import { fitsBuild } from '../../licensing/setup-key-suggestion.ts'
import { setupKeys, type SetupKey } from '../../licensing/setup-keys.ts'
import { findLabKey, type LabKey } from '../fictional-keys.ts'
import { labError, labHresults } from '../lab-error.ts'
import type { OsFacts } from '../world/state.ts'
import { skusOf, versionOf, type Sku } from './sku-catalogue.ts'
import { skusOfSuiteNamed } from './suite-catalogue.ts'

export interface RecognisedKey {
  readonly sku: Sku
  readonly labKey: LabKey | null
  readonly lastFive: string
}

const plain = (key: string): string => key.toUpperCase().replace(/[^A-Z0-9]/g, '')

const setupKeyTable = new Map(
  setupKeys.map(({ key }) => [plain(key), setupKeys.filter((row) => row.key === key)] as const),
)

const refuse = (hresult: number, what: string): never => {
  throw labError('call', hresult, what)
}

/** What decides whether a computer takes a key. */
export interface KeyTaker {
  readonly os: OsFacts
  readonly licensing: { readonly suites: readonly string[] }
}

const skuForLabKey = (labKey: LabKey, { os, licensing }: KeyTaker): Sku | undefined => {
  const fits = ({ kind, channel }: Sku): boolean => kind === labKey.kind && channel === labKey.channel
  if (labKey.suite !== undefined) {
    return licensing.suites.includes(labKey.suite) ? skusOfSuiteNamed(labKey.suite).find(fits) : undefined
  }
  return labKey.editions.includes(os.editionId) ? skusOf(os).find(fits) : undefined
}

/** documented: a setup key of 10.0 is that of a release where the release has a build of its own (gvlk-notes.md). */
const skuForSetupKey = (rows: readonly SetupKey[], os: OsFacts): Sku | undefined => {
  const isFor = (row: SetupKey): boolean => row.editionId === os.editionId && fitsBuild(row, os.build)
  return rows.some(isFor) ? skusOf(os).find(({ kind }) => kind === 'kms-client') : undefined
}

/**
 * Which product of a computer a key belongs to. The Lab knows the published client setup keys and the fictional keys of
 * its scenario, nothing else. documented: any other text is 0xC004F050, a key for another edition 0xC004F069
 * (error-codes.json). assumed: a key for another release of 10.0 is one for another edition. Throws WmiError with these.
 */
export const recogniseKey = (keys: readonly LabKey[], taker: KeyTaker, text: string): RecognisedKey => {
  const { os } = taker
  const lastFive = plain(text).slice(-5)
  const labKey = findLabKey(keys, text) ?? null
  const rows = labKey === null ? (setupKeyTable.get(plain(text)) ?? []) : []
  if (labKey === null && rows.length === 0) return refuse(labHresults.invalidKey, 'The product key is invalid.')
  const versions = labKey === null ? rows.map(({ version }) => version) : [labKey.version]
  if (labKey?.suite === undefined && !versions.includes(versionOf(os))) {
    return refuse(labHresults.invalidKey, 'The product key is not one for this version of Windows.')
  }
  const sku =
    labKey === null
      ? skuForSetupKey(
          rows.filter(({ version }) => version === versionOf(os)),
          os,
        )
      : skuForLabKey(labKey, taker)
  return sku
    ? { sku, labKey, lastFive }
    : refuse(labHresults.wrongEdition, 'The product key is not one for this edition of Windows.')
}
