import published from '../../assets/data/gvlk.json' with { type: 'json' }
import { parseProductKey } from './product-key.ts'

/**
 * A published client setup key (GVLK). These are public: Microsoft prints them and they are the only product keys that
 * need no secrecy (gvlk-notes.md).
 */
export interface SetupKey {
  readonly product: string
  readonly edition: string
  /** Five groups of five with dashes. */
  readonly key: string
  readonly family: 'client' | 'server'
  /** Windows version as "6.1" or "10.0". */
  readonly version: string
  readonly minBuild: number | null
  readonly maxBuild: number | null
  readonly editionId: string | null
  /** Win32_OperatingSystem.OperatingSystemSKU. */
  readonly osSku: number | null
  /** `historical` for a key that the current page no longer prints. */
  readonly status: 'current' | 'historical'
  readonly note: string | null
}

interface PublishedRow {
  readonly product: string
  readonly edition: string
  readonly key: string
  readonly family: string
  readonly version: string
  readonly status: string
  readonly minBuild?: number | undefined
  readonly maxBuild?: number | undefined
  readonly editionId?: string | undefined
  readonly osSku?: number | undefined
  readonly note?: string | undefined
}

const toSetupKey = (row: PublishedRow): SetupKey => ({
  product: row.product,
  edition: row.edition,
  key: row.key,
  family: row.family === 'server' ? 'server' : 'client',
  version: row.version,
  minBuild: row.minBuild ?? null,
  maxBuild: row.maxBuild ?? null,
  editionId: row.editionId ?? null,
  osSku: row.osSku ?? null,
  status: row.status === 'historical' ? 'historical' : 'current',
  note: row.note ?? null,
})

/** Every row of the published list: one per product and edition, so that a key can stand in several. */
export const setupKeys: readonly SetupKey[] = (published as readonly PublishedRow[]).map(toSetupKey)

const rowsByKey: ReadonlyMap<string, readonly SetupKey[]> = new Map(
  setupKeys.map(({ key }) => [key, setupKeys.filter((row) => row.key === key)]),
)

/** The rows of the published list that hold this key, in any spelling that parseProductKey reads; empty where it is none. */
export const setupKeyRows = (typed: string): readonly SetupKey[] => {
  const parsed = parseProductKey(typed)
  return parsed.outcome === 'key' ? (rowsByKey.get(parsed.key.text) ?? []) : []
}

/** Whether a key is a published client setup key, and so no secret. */
export const isSetupKey = (typed: string): boolean => setupKeyRows(typed).length > 0

/** Product and edition as people say them: "Windows 7 Enterprise", "Windows 10 Enterprise LTSC 2021". */
export const setupKeyName = ({ product, edition, status }: SetupKey): string => {
  const name = ` ${product} `.includes(` ${edition} `) ? product : `${product} ${edition}`
  return status === 'historical' ? `${name} (from an older list)` : name
}

/** Whose setup key this is, as "A", "A and B" or "A, B and C"; null where it is no published setup key. */
export const setupKeyOwner = (typed: string): string | null => {
  const names = [...new Set(setupKeyRows(typed).map(setupKeyName))]
  const last = names.pop()
  if (last === undefined) return null
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`
}
