import { AppFailure } from '../contract/app-error.ts'
import type { LicenseStatus } from '../contract/models/license-snapshot.ts'
import { type InstallationId, parseInstallationId } from '../licensing/installation-id.ts'
import { toLicensedProduct } from '../licensing/license-snapshot.ts'
import { snapshotColumns } from '../licensing/snapshot-queries.ts'
import { text } from '../wmi/cim-values.ts'
import type { ActionContext } from './action.ts'
import { refuseFault } from './licensing-object.ts'
import { noSuchProduct, pickProduct, productRefFault, type ProductRef } from './product-ref.ts'

/** A product with a key, and its installation ID as Windows tells it now. */
export interface OfflineProduct {
  readonly activationId: string
  readonly name: string
  readonly status: LicenseStatus
  readonly statusReason: number
  readonly installationId: InstallationId
}

const columns = [...snapshotColumns.SoftwareLicensingProduct, 'OfflineInstallationId'].join(', ')
const wql = `SELECT ${columns} FROM SoftwareLicensingProduct WHERE PartialProductKey <> NULL`

/**
 * Reads the product that is meant, with its installation ID (slmgr.md 1.3). Throws WmiError; AppFailure `invalid-input`
 * for an activation ID that is no GUID, `licensing-refused` or `not-found` where no such product has a key or Windows tells
 * no installation ID.
 */
export const readOfflineProduct = async (context: ActionContext, ref: ProductRef): Promise<OfflineProduct> => {
  refuseFault(productRefFault(ref))
  const session = await context.session('root\\cimv2')
  const rows = await session.query(wql, context.signal)
  const product = pickProduct(rows.map(toLicensedProduct), ref)
  const row = rows.find((one) => text(one, 'ID').toLowerCase() === product?.activationId.toLowerCase())
  if (!product || !row) throw noSuchProduct(ref)
  const parsed = parseInstallationId(text(row, 'OfflineInstallationId'))
  if (parsed.outcome === 'malformed')
    throw new AppFailure({
      code: 'licensing-refused',
      message: `Windows tells no installation ID that can be read out for ${product.name}. ${parsed.findings[0]?.message ?? ''}`,
      remedy: 'Install the key again, or activate over the internet.',
      retryable: false,
    })
  const { activationId, name, status, statusReason } = product
  return { activationId, name, status, statusReason, installationId: parsed.id }
}
