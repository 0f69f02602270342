import type { LicensedProduct, LicenseSnapshot } from '../contract/models/license-snapshot.ts'
import type { ScanResult } from '../contract/models/scan.ts'
import { defaultKmsPort } from './kms-facts.ts'
import { graceEnd } from './license-status.ts'

/** What a scan keeps of a computer that could be read. */
export type ScanFacts = NonNullable<ScanResult['read']>

/** The product with Windows' own key; undefined where none has one. */
export const windowsProduct = ({ products }: LicenseSnapshot): LicensedProduct | undefined =>
  products.find(({ isWindows, isAddon }) => isWindows && !isAddon)

const expiryOf = ({ graceMinutes }: LicensedProduct, readAt: string): string | null =>
  graceMinutes === 0 ? null : graceEnd(new Date(readAt), graceMinutes).toISOString()

const kmsHostOf = ({ kmsClient }: LicenseSnapshot): string | null => {
  const fixed = kmsClient.host !== null
  const host = kmsClient.host ?? kmsClient.discoveredHost
  const port = fixed ? kmsClient.port : kmsClient.discoveredPort
  return host === null || port === null || port === defaultKmsPort ? host : `${host}:${port}`
}

/** What the table of computers keeps of a snapshot. Pure. */
export const scanFacts = (snapshot: LicenseSnapshot): ScanFacts => {
  const product = windowsProduct(snapshot)
  const host = snapshot.products.find(({ isKmsHost }) => isKmsHost)
  return {
    name: snapshot.fullName,
    os: { caption: snapshot.osCaption, build: snapshot.osBuild, isServer: snapshot.isServer },
    licence:
      product === undefined
        ? null
        : {
            kind: product.kind,
            channel: product.channel,
            status: product.status,
            statusReason: product.statusReason,
            graceMinutes: product.graceMinutes,
            expiresAt: expiryOf(product, snapshot.readAt),
            partialKey: product.partialProductKey,
          },
    kmsHost: product?.kind === 'kms-client' ? kmsHostOf(snapshot) : null,
    cmid: snapshot.clientMachineId,
    isKmsHost: host !== undefined,
    currentCount: host?.currentCount ?? null,
  }
}
