import { wqlString } from '../../wmi/wql.ts'
import type { Deed, Proof } from '../deed.ts'
import { keyedCondition, productProof } from './proofs.ts'

/** Finds the product that carries the key with this end. */
export const installedProof = (lastFive: string): Proof => ({
  wql: `SELECT ID FROM SoftwareLicensingProduct WHERE PartialProductKey = ${wqlString(lastFive)}`,
  expect: 'some',
  otherwise: `No product carries the key ending in ${lastFive}.`,
})

/** Finds the key of a product that is to have none. */
export const keylessProof = (activationId: string | null): Proof => ({
  wql: `SELECT ID FROM SoftwareLicensingProduct WHERE ${keyedCondition({ activationId })}`,
  expect: 'none',
  otherwise: 'The product has its key still.',
})

const isClient = "Description LIKE '%VOLUME_KMSCLIENT%'"

/**
 * What tells that a deed is done already, so that it is not done again: all of it has to hold. Null where only doing it tells.
 * A KMS client that is licensed is asked again, because that costs nothing; any other activation is counted.
 */
export const soAlready = (deed: Deed): readonly Proof[] | null => {
  switch (deed.deed) {
    case 'licensing':
      return deed.proof === null ? null : [deed.proof]
    case 'install-key':
      return [installedProof(deed.lastFive), ...(deed.proof === null ? [] : [deed.proof])]
    case 'uninstall-key':
      return [keylessProof(deed.activationId)]
    case 'activate':
      return [productProof(deed.product, `LicenseStatus = 1 AND NOT ${isClient}`, 'It is not activated.')]
    case 'deposit-confirmation-id':
      return [productProof(deed.product, 'LicenseStatus = 1', 'It is not activated.')]
    default:
      return null
  }
}
