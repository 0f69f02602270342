import { type SetupKey, setupKeys } from './setup-keys.ts'

/** What is known of the computer that a client setup key is wanted for. */
export interface InstalledEdition {
  /** "6.1", or longer as Win32_OperatingSystem.Version gives it ("10.0.19045"). */
  readonly version: string
  readonly build: number
  /** EditionID from the registry, null where it could not be read. */
  readonly editionId: string | null
  /** Win32_OperatingSystem.OperatingSystemSKU, null where it could not be read. */
  readonly osSku: number | null
}

/** One key that fits, several between which a person must choose, or none that is published. */
export type SetupKeySuggestion =
  | { readonly outcome: 'one'; readonly key: SetupKey; readonly ifRefused: readonly SetupKey[] }
  | { readonly outcome: 'several'; readonly candidates: readonly SetupKey[] }
  | { readonly outcome: 'none' }

/** Server Core reports SKUs of its own beside the same EditionID (gvlk.json notes; PRODUCT_* in winnt.h). */
const fullSkuOfCoreSku: ReadonlyMap<number, number> = new Map([
  [12, 8],
  [13, 7],
  [14, 10],
  [29, 17],
  [39, 37],
  [40, 36],
  [41, 38],
])

const isLongTermRelease = (row: SetupKey): boolean => /\bLTS[BC]\b/.test(row.product)

/**
 * Whether the build belongs to the row's release. Servers and long-term releases since 10.0 keep one build for life; so
 * a build in between (Server 23H2, a preview) belongs to none, and no key is guessed for it.
 */
const fitsBuild = (row: SetupKey, build: number): boolean => {
  if (row.version !== '10.0') return true
  if (row.family === 'server' || isLongTermRelease(row)) return build === row.minBuild
  return build >= (row.minBuild ?? 10240) && build <= (row.maxBuild ?? Number.POSITIVE_INFINITY)
}

const fitsEdition = (row: SetupKey, { editionId, osSku }: InstalledEdition): boolean => {
  if (editionId !== null && row.editionId !== null) return row.editionId.toLowerCase() === editionId.toLowerCase()
  if (osSku === null || row.osSku === null) return false
  return row.osSku === osSku || row.osSku === fullSkuOfCoreSku.get(osSku)
}

/**
 * The published client setup key for an installed edition. Never guesses: rows that Microsoft prints under a doubtful
 * label carry neither EditionID nor SKU and so are never suggested (gvlk-notes.md), historical keys come only as
 * `ifRefused`, and where EditionID and SKU leave several keys possible all are returned as `several`.
 */
export const setupKeysFor = (installed: InstalledEdition): SetupKeySuggestion => {
  const version = installed.version.split('.').slice(0, 2).join('.')
  const fitting = setupKeys.filter(
    (row) => row.version === version && fitsBuild(row, installed.build) && fitsEdition(row, installed),
  )
  const current = fitting.filter((row) => row.status === 'current')
  const candidates = current.filter((row, index) => current.findIndex(({ key }) => key === row.key) === index)
  const [first, ...others] = candidates
  if (first === undefined) return { outcome: 'none' }
  if (others.length > 0) return { outcome: 'several', candidates }
  return { outcome: 'one', key: first, ifRefused: fitting.filter((row) => row.status === 'historical') }
}
