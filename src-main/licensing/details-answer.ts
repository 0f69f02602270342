import type { DetailsScope, LicensingDetails, LicensingDetailsAnswer } from '../contract/models/licensing-details.ts'
import { productsInScope } from './details-scope.ts'
import { detailsText } from './details-text.ts'
import { expiryOf, expiryText } from './expiry-text.ts'

/** The details of the products that are asked about, with what slmgr would print of them. */
export const detailsAnswer = (read: LicensingDetails, scope: DetailsScope): LicensingDetailsAnswer => {
  const details = { ...read, products: [...productsInScope(read, scope)] }
  return {
    details,
    expiry: details.products.map((product) => expiryOf(details, product)),
    texts: {
      dli: detailsText(read, { scope, verbose: false }),
      dlv: detailsText(read, { scope, verbose: true }),
      xpr: expiryText(read, scope === 'all' || scope === 'default' ? null : scope),
    },
  }
}
