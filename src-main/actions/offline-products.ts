import { AppFailure } from '../contract/app-error.ts'
import type { LicenseStatus } from '../contract/models/license-snapshot.ts'
import { type InstallationId, parseInstallationId } from '../licensing/installation-id.ts'
import { toLicensedProduct } from '../licensing/license-snapshot.ts'
import { snapshotColumns } from '../licensing/snapshot-queries.ts'
import { text } from '../wmi/cim-values.ts'
import type { ActionContext } from './action.ts'
import { productWithKey } from './licensing-reader.ts'

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
 * Reads the product with the key ending in these characters, with its installation ID (slmgr.md 1.4). Throws WmiError;
 * AppFailure `licensing-refused` where no product carries the key or Windows tells no installation ID.
 */
export const readOfflineProduct = async (context: ActionContext, lastFive: string): Promise<OfflineProduct> => {
  const session = await context.session('root\\cimv2')
  const rows = await session.query(wql, context.signal)
  const product = productWithKey(rows.map(toLicensedProduct), lastFive)
  const row = rows.find((one) => text(one, 'ID').toLowerCase() === product?.activationId.toLowerCase())
  if (!product || !row)
    throw new AppFailure({
      code: 'licensing-refused',
      message: `No product on the computer carries the key ending in ${lastFive}.`,
      remedy: 'Install the key first.',
      hresult: 0xc004f014,
      retryable: false,
    })
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
