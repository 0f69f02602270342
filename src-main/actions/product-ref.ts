import { z } from 'zod'
import { AppFailure, type AppError } from '../contract/app-error.ts'
import type { LicensedProduct } from '../contract/models/license-snapshot.ts'
import { guidFault, plainGuid, sameGuid } from '../licensing/activation-id.ts'
import type { ActionContext } from './action.ts'
import { ActivationIdParam } from './activation-id-param.ts'
import { refuseFault } from './licensing-object.ts'
import { productWithKey, readKeyedProducts } from './licensing-reader.ts'

/** Which product with a key is meant: by the end of its key, by its activation ID, or, with null, the Windows that runs. */
export const ProductRef = z.union([
  z.object({ lastFive: z.string().regex(/^[A-Z0-9]{5}$/) }).strict(),
  z.object({ activationId: ActivationIdParam }).strict(),
])
export type ProductRef = z.infer<typeof ProductRef>

/** 0xC004F014: the product key is not available (slmgr.md 5.3). */
export const noProductKey = 0xc004f014

/** What is wrong with the activation ID; null where nothing is. */
export const productRefFault = (ref: ProductRef): AppError | null =>
  'activationId' in ref && ref.activationId !== null ? guidFault(ref.activationId) : null

/** The product in a title: "the product with the key ending in ABCDE", "Windows", "the product 68531fb9-…". */
export const productRefWords = (ref: ProductRef): string => {
  if ('lastFive' in ref) return `the product with the key ending in ${ref.lastFive}`
  return ref.activationId === null ? 'Windows' : `the product ${plainGuid(ref.activationId)}`
}

/** The argument of slmgr for the product; undefined where it needs none. */
export const productRefArgument = (ref: ProductRef): string | undefined =>
  'activationId' in ref && ref.activationId !== null ? plainGuid(ref.activationId) : undefined

/** Of several products the one that is meant (slmgr.md 2.3); undefined where it is not among them. */
export const pickProduct = (products: readonly LicensedProduct[], ref: ProductRef): LicensedProduct | undefined => {
  if ('lastFive' in ref) return productWithKey(products, ref.lastFive)
  const { activationId } = ref
  return activationId === null
    ? products.find(({ isWindows, isAddon }) => isWindows && !isAddon)
    : products.find((product) => sameGuid(product.activationId, activationId))
}

/** The error for a product that has no key. */
export const noSuchProduct = (ref: ProductRef): AppFailure => {
  const shared = { remedy: 'Install the key first.', hresult: noProductKey, retryable: false }
  if ('lastFive' in ref)
    return new AppFailure({
      ...shared,
      code: 'licensing-refused',
      message: `No product on the computer carries the key ending in ${ref.lastFive}.`,
    })
  if (ref.activationId === null)
    return new AppFailure({
      ...shared,
      code: 'licensing-refused',
      message: 'Windows has no product key on the computer.',
    })
  return new AppFailure({
    ...shared,
    code: 'not-found',
    field: 'activationId',
    message: `No product with the activation ID ${plainGuid(ref.activationId)} has a key on the computer.`,
    remedy: 'Choose one of the products that have a key (slmgr /dlv), or install its key first.',
  })
}

/**
 * The product with a key that is meant, as Windows shows it now. Throws AppFailure `invalid-input` for an activation ID
 * that is no GUID, `not-found` or `licensing-refused` where no such product has a key; WmiError.
 */
export const findProduct = async (context: ActionContext, ref: ProductRef): Promise<LicensedProduct> => {
  refuseFault(productRefFault(ref))
  const product = pickProduct(await readKeyedProducts(context), ref)
  if (product === undefined) throw noSuchProduct(ref)
  return product
}
