import type { Finding } from '../../contract/models/finding.ts'
import type { LicensedProduct, LicenseSnapshot } from '../../contract/models/license-snapshot.ts'
import type { WantedClient } from './client-changes.ts'

/** The product that a KMS host activates: Windows itself, or else another one such as Office; null where there is none. */
export const clientProduct = ({ products }: LicenseSnapshot): LicensedProduct | null =>
  products.find(({ kind }) => kind === 'kms-client') ?? null

const notAClient = (name: string, product: LicensedProduct | undefined): Finding => ({
  check: 'kms-client',
  level: 'problem',
  message:
    product === undefined
      ? `${name} has no product key installed, so that there is nothing that a KMS host could activate.`
      : `${name} is no KMS client: its key belongs to the channel ${product.channel}.`,
  remedy: 'Convert the computer into a KMS client first.',
})

const otherProduct = (product: LicensedProduct): Finding => ({
  check: 'kms-client-product',
  level: 'info',
  message: `Windows itself is no KMS client here. The settings are made for the whole computer, and serve ${product.name}.`,
})

const hostAndDomain: Finding = {
  check: 'host-and-lookup-domain',
  level: 'warning',
  message:
    'A fixed KMS host and a lookup domain are both set. While a host is fixed, Windows does not look in the domain.',
  remedy: 'Choose automatic discovery, or let the computer look in its own domains.',
}

const switchedOff: Finding = {
  check: 'kms-activation-disabled',
  level: 'warning',
  message: 'Activation by KMS is switched off on this computer (slmgr /stao), so that it does not ask a KMS host.',
  remedy: 'Switch it on with slmgr /ctao.',
}

const otherWay = (words: string): Finding => ({
  check: 'activation-type',
  level: 'warning',
  message: `The computer will be allowed to activate ${words} alone, so that it does not ask a KMS host.`,
  remedy: 'Allow all ways, or KMS alone.',
})

/** What people should know before the settings of a KMS client are changed. */
export const clientFindings = (
  { discovery, lookupDomain, activationType }: WantedClient,
  snapshot: LicenseSnapshot,
  activate: boolean,
): readonly Finding[] => {
  const { kmsClient, computerName } = snapshot
  const product = clientProduct(snapshot)
  const [first] = snapshot.products
  const isFixed = discovery.mode === 'keep' ? kmsClient.host !== null : discovery.mode === 'fixed'
  const isLookedUp = lookupDomain.mode === 'keep' ? kmsClient.lookupDomain !== null : lookupDomain.mode === 'domain'
  const type = activationType ?? first?.activationType ?? null
  return [
    ...(product === null ? [notAClient(computerName, first)] : product === first ? [] : [otherProduct(product)]),
    ...(isFixed && isLookedUp ? [hostAndDomain] : []),
    ...(activate && kmsClient.activationDisabled === true ? [switchedOff] : []),
    ...(type === 'active-directory' ? [otherWay('with Active Directory')] : []),
    ...(type === 'token' ? [otherWay('with a token')] : []),
  ]
}
