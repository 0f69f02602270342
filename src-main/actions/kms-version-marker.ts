import type { LicensedProduct } from '../contract/models/license-snapshot.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import type { ActionContext } from './action.ts'
import { findLicensingService } from './licensing-reader.ts'
import { isLostConnection } from './lost-connection.ts'
import { openRegistry, registryCodes, type Registry } from './std-reg-prov.ts'

/**
 * The registry value by which management tools discover KMS hosts. slmgr itself writes it after /ipk, in both views of
 * the registry, and deletes it where no KMS host product is left (slmgr.md 1.3 and 6).
 */
export const markerName = 'KeyManagementServiceVersion'
const tail = String.raw`Microsoft\Windows NT\CurrentVersion\SoftwareProtectionPlatform`
/** The key in the 64-bit view, and the 32-bit one that only 64-bit Windows has. */
export const markerPaths = { native: `SOFTWARE\\${tail}`, wow64: `SOFTWARE\\Wow6432Node\\${tail}` } as const

/** What the marker should be: the licensing service's version on a KMS host, absent elsewhere. */
export type WantedMarker = string | null

/** What the marker should be with these products: the version of the licensing service where one is a KMS host. Throws WmiError. */
export const wantedMarker = async (
  context: ActionContext,
  products: readonly LicensedProduct[],
): Promise<WantedMarker> =>
  products.some(({ kind }) => kind === 'kms-host') ? (await findLicensingService(context)).version : null

const views = async (registry: Registry): Promise<readonly string[]> =>
  (await registry.keyExists(markerPaths.wow64)) ? [markerPaths.native, markerPaths.wow64] : [markerPaths.native]

const open = async (context: ActionContext): Promise<Registry> =>
  openRegistry(await context.session('root\\default'), context.signal)

/** Whether the marker is as it should be in every view. Throws WmiError. */
export const isMarkerRight = async (context: ActionContext, wanted: WantedMarker): Promise<boolean> => {
  const registry = await open(context)
  const found = await Promise.all((await views(registry)).map((path) => registry.string(path, markerName)))
  return found.every((value) => value === wanted)
}

/** Makes the marker what it should be, writing only where it is not. Throws WmiError where a write fails. */
const applyMarker = async (context: ActionContext, wanted: WantedMarker): Promise<void> => {
  const registry = await open(context)
  for (const path of await views(registry)) {
    if ((await registry.string(path, markerName)) === wanted) continue
    if (wanted !== null) await registry.set(path, markerName, wanted)
    else {
      const code = await registry.remove(path, markerName)
      // Absent and denied are ignored after /ipk (slmgr.md 1.3).
      if (code !== registryCodes.done && code !== registryCodes.notFound && code !== registryCodes.accessDenied)
        throw new WmiError('call', code, `The value ${markerName} could not be deleted.`)
    }
  }
}

/**
 * Writes or deletes the marker. Returns null when done, else a sentence: unlike slmgr, which ends with an error although
 * the key is installed, a marker that could not be written does not fail the installation.
 */
export const writeMarker = async (context: ActionContext, wanted: WantedMarker): Promise<string | null> => {
  try {
    await applyMarker(context, wanted)
    return null
  } catch (thrown) {
    if (!(thrown instanceof WmiError) || isLostConnection(thrown)) throw thrown
    return `The registry value ${markerName} could not be written, so management tools may not discover the host.`
  }
}
