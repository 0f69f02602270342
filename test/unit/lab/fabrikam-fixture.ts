import type { CimObject } from '../../../src-main/wmi/cim-values.ts'
import { openLab, type Lab, type LabSession } from '../../../src-main/lab/open-lab.ts'

export const corp = 'corp.fabrikam.test'
export const plant = 'plant.fabrikam.test'

/** The scenario fabrikam-2025 in memory; its calls take no time. */
export const quickFabrikam = (): Lab => openLab('fabrikam-2025', { latencyMs: 0 })

/** Windows' own product with a key, or that of an add-on or another application. */
export const keyedProducts = async (lab: Lab, host: string): Promise<readonly CimObject[]> =>
  (await lab.connect({ host })).query('SELECT * FROM SoftwareLicensingProduct WHERE PartialProductKey <> null')

/** The primary Windows product: the one with a key that is neither an add-on nor Office (slmgr.md 2.2). */
export const windowsProduct = async (lab: Lab, host: string): Promise<CimObject> => {
  const rows = await keyedProducts(lab, host)
  const [row, ...others] = rows.filter(
    (each) => each['ApplicationID'] === '55c92734-d682-4d71-983e-d6ec3f16059f' && each['LicenseIsAddon'] === false,
  )
  if (!row || others.length > 0) throw new Error(`${others.length + 1} primary products on ${host}`)
  return row
}

/** The number with which a call fails; undefined where it succeeds. */
export const hresultOf = (promise: Promise<unknown>): Promise<number | undefined> =>
  promise.then(
    () => undefined,
    (error: unknown) => (error as { hresult?: number }).hresult,
  )

/** Installs a key through the service, as slmgr /ipk does. */
export const typeKey = async (session: LabSession, key: string): Promise<CimObject> => {
  const [service] = await session.query('SELECT * FROM SoftwareLicensingService')
  return session.call(String(service?.['__RELPATH']), 'InstallProductKey', { ProductKey: key })
}
