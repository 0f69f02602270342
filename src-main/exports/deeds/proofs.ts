import { wqlString } from '../../wmi/wql.ts'
import type { KeyedProduct, Proof } from '../deed.ts'

/** Application ID of Windows (slmgr.md 2.1). */
const windows = '55c92734-d682-4d71-983e-d6ec3f16059f'

/** The condition that finds a product with a key (slmgr.md 2.3). */
export const keyedCondition = (product: KeyedProduct): string => {
  if ('lastFive' in product) return `PartialProductKey = ${wqlString(product.lastFive)}`
  return product.activationId === null
    ? `ApplicationId = ${wqlString(windows)} AND LicenseIsAddon = FALSE AND PartialProductKey <> NULL`
    : `ID = ${wqlString(product.activationId)} AND PartialProductKey <> NULL`
}

/** Rows of products with a key that meet a further condition. */
export const productProof = (product: KeyedProduct, condition: string, otherwise: string): Proof => ({
  wql: `SELECT ID FROM SoftwareLicensingProduct WHERE ${keyedCondition(product)} AND ${condition}`,
  expect: 'some',
  otherwise,
})

/** Licensed, or in extended grace, which is activated too (slmgr.md 1.8). */
export const activatedProof = (product: KeyedProduct): Proof =>
  productProof(product, '(LicenseStatus = 1 OR LicenseStatus = 6)', 'Windows does not show the product as activated.')

/** A condition on the licensing service, or on a product where its activation ID is given. */
export const settingProof = (activationId: string | null, condition: string, what: string): Proof => ({
  wql:
    activationId === null
      ? `SELECT Version FROM SoftwareLicensingService WHERE ${condition}`
      : `SELECT ID FROM SoftwareLicensingProduct WHERE ID = ${wqlString(activationId)} AND ${condition}`,
  expect: 'some',
  otherwise: `Windows reported no error, but ${what} is not as it was set.`,
})

/** The condition for a text property that holds nothing. */
export const isEmpty = (property: string): string => `(${property} IS NULL OR ${property} = '')`
