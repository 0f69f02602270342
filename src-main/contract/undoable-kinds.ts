/**
 * Kinds of steps that a plan of their own can put back, from what was recorded before them. Free of zod, for the window; a test
 * holds that these are the actions of the catalogue with such steps.
 */
export const undoableKinds: ReadonlySet<string> = new Set([
  'kms-client.set-host',
  'kms-client.clear-host',
  'kms-client.set-lookup-domain',
  'kms-client.clear-lookup-domain',
  'kms-client.set-host-caching',
  'kms-client.set-activation-type',
  'kms-client.set-activation-enabled',
  'kms-host.set-port',
  'kms-host.set-activation-interval',
  'kms-host.set-renewal-interval',
  'kms-host.set-dns-publishing',
  'kms-host.set-priority',
  'firewall.allow-kms',
  'firewall.close-kms',
  'dns-client.set-suffix-search-list',
  'registry.set-value',
  'registry.remove-value',
])
