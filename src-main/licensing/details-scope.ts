import type { DetailsScope, LicensingDetails, ProductDetails } from '../contract/models/licensing-details.ts'

const plainId = (id: string): string => id.toLowerCase().replace(/[{}]/g, '')

/**
 * The products that `slmgr /dli` and `/dlv` show (slmgr.md 3.1): without an argument the primary Windows product and every
 * add-on with a key, of any application; with `all` every product; with an activation ID that one.
 */
export const productsInScope = (
  { products }: Pick<LicensingDetails, 'products'>,
  scope: DetailsScope,
): readonly ProductDetails[] => {
  if (scope === 'all') return products
  if (scope === 'default')
    return products.filter((one) => one.isPrimary || (one.isAddon && one.partialProductKey !== null))
  return products.filter(({ activationId }) => plainId(activationId) === plainId(scope))
}

/** The products that `slmgr /xpr` speaks of: those of Windows with a key, or the one with the ID (slmgr.md 3.5). */
export const productsThatExpire = (
  { products }: Pick<LicensingDetails, 'products'>,
  activationId: string | null,
): readonly ProductDetails[] =>
  products
    .filter(({ partialProductKey }) => partialProductKey !== null)
    .filter((one) => (activationId === null ? one.isWindows : plainId(one.activationId) === plainId(activationId)))
