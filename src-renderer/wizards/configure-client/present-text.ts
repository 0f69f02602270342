import type { LicensedProduct, LicenseSnapshot } from '../../../src-main/contract/models/license-snapshot.ts'
import { configureClient as words } from '../../strings/configure-client/options.ts'
import { activationTypeNames } from '../../strings/licensing.ts'

const usualPort = 1688

/** The product that a KMS host activates; null where the computer has none. */
export const clientProduct = (snapshot: LicenseSnapshot): LicensedProduct | null =>
  snapshot.products.find(({ kind }) => kind === 'kms-client') ?? null

/** How the computer finds its KMS host now. */
export const discoveryNow = ({ kmsClient }: LicenseSnapshot): string => {
  const { host, port, discoveredHost, discoveredPort } = kmsClient
  if (host !== null) return words.now.fixed(host, port ?? usualPort)
  const automatic = port === null ? words.now.automatic : words.now.automaticWithPort(port)
  return discoveredHost === null ? automatic : words.now.found(automatic, discoveredHost, discoveredPort ?? usualPort)
}

/** Where it looks for KMS hosts now. */
export const lookupNow = ({ kmsClient, abilities }: LicenseSnapshot): string => {
  if (!abilities.lookupDomain) return words.now.ownDomains
  return kmsClient.lookupDomain ?? words.now.ownDomains
}

export const cachingNow = ({ kmsClient }: LicenseSnapshot): string =>
  kmsClient.hostCaching ? words.now.cachingOn : words.now.cachingOff

/** By which ways it may be activated now. */
export const activationTypeNow = ({ products, abilities }: LicenseSnapshot): string => {
  const type = products[0]?.activationType ?? null
  return type === null || !abilities.activationType ? words.now.kmsAndToken : activationTypeNames[type]
}

/** The DNS suffixes that it searches names with now. */
export const suffixesNow = ({ dnsSuffixes }: LicenseSnapshot): string => {
  if (dnsSuffixes === null) return words.now.suffixesUnknown
  return dnsSuffixes.length === 0 ? words.now.suffixesNone : dnsSuffixes.join(', ')
}
