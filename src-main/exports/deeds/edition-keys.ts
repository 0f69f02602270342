import { buildsOf, skusOf } from '../../licensing/setup-key-suggestion.ts'
import { setupKeyName, setupKeys } from '../../licensing/setup-keys.ts'

/** The published client setup key of an edition, and by what the edition is known on the computer. */
export interface EditionKey {
  readonly name: string
  /** "6.1", the beginning of Win32_OperatingSystem.Version. */
  readonly version: string
  /** OperatingSystemSKU, Server Core included. */
  readonly skus: readonly number[]
  /** Builds of the release. */
  readonly from: number
  readonly to: number
  readonly key: string
}

/** Higher than any build. */
const noLastBuild = 99_999

/**
 * One key at most for each version, build and SKU, so that an export never guesses: a test holds that against the published
 * list. An edition that is not here has no key of its own.
 */
export const editionKeys: readonly EditionKey[] = setupKeys
  .filter((row) => row.status === 'current' && row.version !== '6.0' && row.osSku !== null)
  .map((row) => {
    const { from, to } = buildsOf(row)
    return {
      name: setupKeyName(row),
      version: row.version,
      skus: skusOf(row),
      from,
      to: to ?? noLastBuild,
      key: row.key,
    }
  })
