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
export const fitsBuild = (row: SetupKey, build: number): boolean => {
  const { from, to } = buildsOf(row)
  return build >= from && (to === null || build <= to)
}

/** The builds of a row's release; `to` is null where the release has no last one yet. */
export const buildsOf = (row: SetupKey): { readonly from: number; readonly to: number | null } => {
  if (row.version !== '10.0') return { from: 0, to: null }
  const from = row.minBuild ?? 10240
  return { from, to: row.family === 'server' || isLongTermRelease(row) ? (row.minBuild ?? 0) : row.maxBuild }
}

/** The numbers that OperatingSystemSKU has for a row's edition, Server Core included; none where the row has no SKU. */
export const skusOf = ({ osSku }: SetupKey): readonly number[] =>
  osSku === null ? [] : [osSku, ...[...fullSkuOfCoreSku].flatMap(([core, full]) => (full === osSku ? [core] : []))]

const fitsEditionId = ({ editionId }: SetupKey, installed: InstalledEdition): boolean =>
  editionId !== null && editionId.toLowerCase() === installed.editionId?.toLowerCase()

const fitsSku = ({ osSku }: SetupKey, installed: InstalledEdition): boolean =>
  osSku !== null &&
  installed.osSku !== null &&
  (osSku === installed.osSku || osSku === fullSkuOfCoreSku.get(installed.osSku))

const distinctKeys = (rows: readonly SetupKey[]): readonly SetupKey[] =>
  rows.filter((row, index) => rows.findIndex(({ key }) => key === row.key) === index)

const rowsOfRelease = (installed: InstalledEdition): readonly SetupKey[] => {
  const version = installed.version.split('.').slice(0, 2).join('.')
  return setupKeys.filter((row) => row.version === version && fitsBuild(row, installed.build))
}

/**
 * The rows of the installed edition. EditionID decides where both it and the SKU could be read and the list knows it; a
 * SKU that names quite another edition of the list contradicts it, and both are then returned.
 */
const rowsOfEdition = (installed: InstalledEdition): readonly SetupKey[] => {
  const rows = rowsOfRelease(installed)
  const byId = rows.filter((row) => fitsEditionId(row, installed))
  const bySku = rows.filter((row) => fitsSku(row, installed))
  if (byId.length === 0) {
    // An EditionID that the list names for no edition rules the SKU's rows out where those have an EditionID of their own.
    return installed.editionId === null ? bySku : bySku.filter(({ editionId }) => editionId === null)
  }
  if (bySku.length === 0 || bySku.some((row) => byId.includes(row))) return byId
  return [...byId, ...bySku]
}

/** Every current key of the installed release, for a computer whose edition could not be read at all. */
export const setupKeyCandidates = (installed: InstalledEdition, isServer: boolean): readonly SetupKey[] =>
  distinctKeys(
    rowsOfRelease(installed).filter(
      (row) =>
        row.status === 'current' &&
        (row.family === 'server') === isServer &&
        (row.editionId !== null || row.osSku !== null),
    ),
  )

/**
 * The published client setup key for an installed edition. Never guesses: rows that Microsoft prints under a doubtful
 * label carry neither EditionID nor SKU and so are never suggested (gvlk-notes.md), historical keys come only as
 * `ifRefused`, and where EditionID and SKU leave several keys possible or contradict each other all are returned as
 * `several`.
 */
export const setupKeysFor = (installed: InstalledEdition): SetupKeySuggestion => {
  const fitting = rowsOfEdition(installed)
  const candidates = distinctKeys(fitting.filter((row) => row.status === 'current'))
  const [first, ...others] = candidates
  if (first === undefined) return { outcome: 'none' }
  if (others.length > 0) return { outcome: 'several', candidates }
  return { outcome: 'one', key: first, ifRefused: fitting.filter((row) => row.status === 'historical') }
}
