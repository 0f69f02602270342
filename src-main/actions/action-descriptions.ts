import type { Risk } from '../contract/models/plan.ts'
import type { Catalogue } from './bound-action.ts'

/** What can be said of a kind of action before its parameters are known. */
export interface ActionDescription {
  /** What it does, in the imperative. */
  readonly title: string
  /** The options of slmgr that do the same, with their arguments; empty where slmgr has none. */
  readonly slmgr: readonly string[]
}

const of = (title: string, ...slmgr: readonly string[]): ActionDescription => ({ title, slmgr })

/**
 * Every kind of the catalogue. Host settings and the publishing list have restarts, firewall rules and DNS records beside
 * them, which slmgr leaves to other tools.
 */
export const actionDescriptions: Readonly<Record<string, ActionDescription>> = {
  'licensing.read-snapshot': of('Read what is licensed on the computer'),
  'licensing.read-details': of('Show licensing details', '/dli [ACTIVATION-ID|all]', '/dlv [ACTIVATION-ID|all]'),
  'licensing.read-expiry': of('Show when a licence expires', '/xpr [ACTIVATION-ID]'),
  'product-key.install': of('Install a product key', '/ipk PRODUCT-KEY'),
  'product-key.uninstall': of('Uninstall the key of a product', '/upk [ACTIVATION-ID]'),
  'product-key.clear-from-registry': of('Remove the product key from the registry', '/cpky'),
  'product-key.confirm-kms-host': of('Prove that the installed key is a KMS host key'),
  'product.activate-online': of('Activate a product over the internet', '/ato [ACTIVATION-ID]'),
  'product.read-installation-id': of('Read the installation ID of a product', '/dti [ACTIVATION-ID]'),
  'product.deposit-confirmation-id': of(
    'Activate a product by telephone with a confirmation ID',
    '/atp CONFIRMATION-ID [ACTIVATION-ID]',
  ),
  'product.rearm': of('Rearm one product', '/rearm-sku ACTIVATION-ID'),
  'application.rearm': of('Rearm one application', '/rearm-app APPLICATION-ID'),
  'windows.rearm': of('Rearm Windows', '/rearm'),
  'windows.generalize': of('Prepare the image with Sysprep'),
  'licence.install-file': of('Install a licence file', '/ilc LICENCE-FILE'),
  'licence.reinstall-all': of('Install the system’s licence files again', '/rilc'),
  'kms-client.activate': of('Activate a KMS client', '/ato [ACTIVATION-ID]'),
  'kms-client.set-host': of('Set the KMS host of a KMS client', '/skms NAME[:PORT]|:PORT [ACTIVATION-ID]'),
  'kms-client.clear-host': of('Let a KMS client find its host in DNS', '/ckms [ACTIVATION-ID]'),
  'kms-client.set-lookup-domain': of(
    'Set the domain in which a KMS client looks for its host',
    '/skms-domain DOMAIN [ACTIVATION-ID]',
  ),
  'kms-client.clear-lookup-domain': of(
    'Let a KMS client look for its host in its own domains',
    '/ckms-domain [ACTIVATION-ID]',
  ),
  'kms-client.set-host-caching': of('Let a KMS client remember its host or not', '/skhc', '/ckhc'),
  'kms-client.set-activation-type': of('Set the type of volume activation', '/act-type [0|1|2|3] [ACTIVATION-ID]'),
  'kms-client.set-activation-enabled': of('Switch KMS activation on or off (Windows 7)', '/stao', '/ctao'),
  'dns-client.set-suffix-search-list': of('Set the DNS suffix search list'),
  'kms-host.set-port': of('Set the TCP port of a KMS host', '/sprt PORT'),
  'kms-host.set-activation-interval': of('Set the activation interval of a KMS host', '/sai MINUTES'),
  'kms-host.set-renewal-interval': of('Set the renewal interval of a KMS host', '/sri MINUTES'),
  'kms-host.set-dns-publishing': of('Switch the publishing of a KMS host in DNS on or off', '/sdns', '/cdns'),
  'kms-host.set-priority': of('Set the process priority of a KMS host', '/spri', '/cpri'),
  'kms-host.set-publish-list': of('Set the domains in which a KMS host publishes itself'),
  'kms-host.verify': of('Look at what a KMS host says of itself'),
  'kms-host.verify-publishing': of('Look whether a KMS host published itself'),
  'token-licence.list': of('List the token-based activation licences', '/lil'),
  'token-licence.remove': of('Remove a token-based activation licence', '/ril ILID ILVID'),
  'active-directory.activate-online': of(
    'Activate the forest over the internet',
    '/ad-activation-online PRODUCT-KEY [OBJECT-NAME]',
  ),
  'active-directory.read-installation-id': of(
    'Read the installation ID for the forest',
    '/ad-activation-get-iid PRODUCT-KEY',
  ),
  'active-directory.deposit-confirmation-id': of(
    'Activate the forest by telephone with a confirmation ID',
    '/ad-activation-apply-cid PRODUCT-KEY CONFIRMATION-ID [OBJECT-NAME]',
  ),
  'service.restart-licensing': of('Restart the licensing service'),
  'firewall.allow-kms': of('Let KMS traffic through the firewall'),
  'firewall.close-kms': of('Close the firewall to KMS traffic'),
  'firewall.allow-port': of('Let another KMS port through the firewall'),
  'firewall.allow-wmi': of('Let remote management (WMI) through the firewall'),
  'registry.set-value': of('Write a registry value'),
  'registry.set-values': of('Write the registry values of a KMS host'),
  'registry.remove-value': of('Remove a registry value'),
  'dns.create-srv': of('Create an SRV record'),
  'dns.change-srv': of('Change an SRV record'),
  'dns.remove-srv': of('Remove an SRV record'),
}

/** One action of the catalogue as `npm run actions` shows it. */
export interface ListedAction {
  readonly kind: string
  readonly title: string
  readonly risk: Risk
  /** Options of slmgr with their arguments, joined by commas; null where slmgr has none. */
  readonly slmgr: string | null
}

/** Every action of the catalogue, in its order. Throws where a kind has no description, which a test rules out. */
export const listActions = (catalogue: Catalogue): readonly ListedAction[] =>
  [...catalogue].map(([kind, { risk }]) => {
    const description = actionDescriptions[kind]
    if (!description) throw new Error(`The action ${kind} has no description.`)
    const { title, slmgr } = description
    return { kind, title, risk, slmgr: slmgr.length === 0 ? null : slmgr.join(', ') }
  })
