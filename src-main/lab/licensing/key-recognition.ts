import setupKeys from '../../../assets/data/gvlk.json' with { type: 'json' }
import { findLabKey, type LabKey } from '../fictional-keys.ts'
import { labError, labHresults } from '../lab-error.ts'
import type { OsFacts } from '../world/state.ts'
import { skusOf, versionOf, type Sku } from './sku-catalogue.ts'

export interface RecognisedKey {
  readonly sku: Sku
  readonly labKey: LabKey | null
  readonly lastFive: string
}

const plain = (key: string): string => key.toUpperCase().replace(/[^A-Z0-9]/g, '')

const setupKeyTable = new Map(
  setupKeys.map((entry) => [plain(entry.key), setupKeys.filter((other) => other.key === entry.key)] as const),
)

const refuse = (hresult: number, what: string): never => {
  throw labError('call', hresult, what)
}

/**
 * Which product of a computer a key belongs to. The Lab knows the published client setup keys and the fictional keys of
 * its scenario, nothing else. documented: any other text is 0xC004F050, a key for another edition 0xC004F069
 * (error-codes.json). Throws WmiError with these.
 */
export const recogniseKey = (keys: readonly LabKey[], os: OsFacts, text: string): RecognisedKey => {
  const lastFive = plain(text).slice(-5)
  const labKey = findLabKey(keys, text)
  if (labKey) {
    if (labKey.version !== versionOf(os)) {
      return refuse(labHresults.invalidKey, 'The product key is not one for this version of Windows.')
    }
    const sku = labKey.editions.includes(os.editionId)
      ? skusOf(os).find(({ kind, channel }) => kind === labKey.kind && channel === labKey.channel)
      : undefined
    return sku
      ? { sku, labKey, lastFive }
      : refuse(labHresults.wrongEdition, 'The product key is not one for this edition of Windows.')
  }
  const entries = setupKeyTable.get(plain(text)) ?? []
  if (entries.length === 0) return refuse(labHresults.invalidKey, 'The product key is invalid.')
  const ofVersion = entries.filter(({ version }) => version === versionOf(os))
  if (ofVersion.length === 0) {
    return refuse(labHresults.invalidKey, 'The product key is not one for this version of Windows.')
  }
  const sku = ofVersion.some((entry) => 'editionId' in entry && entry.editionId === os.editionId)
    ? skusOf(os).find(({ kind }) => kind === 'kms-client')
    : undefined
  return sku
    ? { sku, labKey: null, lastFive }
    : refuse(labHresults.wrongEdition, 'The product key is not one for this edition of Windows.')
}
