import { catalogue } from '../../src-main/actions/catalogue.ts'
import { fitsConversion } from '../../src-main/exports/deeds/decided-deeds.ts'
import type { ExportSource } from '../../src-main/exports/export-source.ts'

const guid = '68531fb9-5511-4989-97be-d11a0f55633f'
const record = { target: 'kms01.contoso.com', port: 1688, priority: 0, weight: 10, ttl: 3600 }
const microsoft = { domain: 'contoso.com', zone: 'contoso.com', via: { kind: 'microsoft-dns' }, seen: [record] }

/** Parameters for every kind of the catalogue, with signs that a shell would read as its own where they are allowed. */
export const sampleParams: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'licensing.read-snapshot': {},
  'licensing.read-details': { scope: 'all', verbose: true },
  'licensing.read-expiry': { activationId: guid },
  'product-key.install': { key: 'hostKey', lastFive: 'H8RTB', purpose: 'kms-host' },
  'product-key.confirm-kms-host': { lastFive: 'H8RTB' },
  'product-key.uninstall': { activationId: null },
  'product-key.clear-from-registry': {},
  'product.activate-online': { lastFive: 'H8RTB' },
  'product.read-installation-id': { activationId: null },
  'product.deposit-confirmation-id': { lastFive: 'H8RTB' },
  'product.rearm': { activationId: guid },
  'application.rearm': { applicationId: guid },
  'windows.rearm': {},
  'windows.generalize': {},
  'licence.install-file': { fileName: 'pkeyconfig.xrm-ms', text: '<licence/>' },
  'licence.reinstall-all': {},
  'kms-client.activate': { activationId: null },
  'kms-client.set-host': { host: 'kms01.contoso.com', port: 1789, activationId: guid },
  'kms-client.clear-host': { activationId: null },
  'kms-client.set-lookup-domain': { domain: 'emea.contoso.com', activationId: null },
  'kms-client.clear-lookup-domain': { activationId: null },
  'kms-client.set-host-caching': { enabled: false },
  'kms-client.set-activation-type': { type: 'kms', activationId: null },
  'kms-client.set-activation-enabled': { enabled: false },
  'dns-client.set-suffix-search-list': { suffixes: ['contoso.com', 'emea.contoso.com'] },
  'kms-host.set-port': { port: 1789 },
  'kms-host.set-activation-interval': { minutes: 120 },
  'kms-host.set-renewal-interval': { minutes: 10_080 },
  'kms-host.set-dns-publishing': { enabled: false },
  'kms-host.set-priority': { low: true },
  'kms-host.set-publish-list': { rows: [{ domain: 'contoso.com', priority: 0, weight: 10 }] },
  'kms-host.verify': {},
  'kms-host.verify-publishing': { domains: ['contoso.com'] },
  'token-licence.list': {},
  'token-licence.remove': { ilid: 'a & b', ilvid: 7 },
  'active-directory.activate-online': { key: 'hostKey', lastFive: 'H8RTB', objectName: "O'Brien {{ secret }} & 100%" },
  'active-directory.read-installation-id': { key: 'hostKey', lastFive: 'H8RTB' },
  'active-directory.deposit-confirmation-id': {
    key: 'hostKey',
    lastFive: 'H8RTB',
    objectName: null,
    confirmationId: 'confirmationId',
  },
  'service.restart-licensing': {},
  'firewall.allow-kms': {},
  'firewall.close-kms': {},
  'firewall.allow-port': { port: 1789 },
  'firewall.allow-wmi': { rules: 'own', profiles: ['domain'], remote: ['localsubnet'] },
  'registry.set-value': {
    path: String.raw`SOFTWARE\Contoso & Sons\Kit (1)`,
    name: '100%',
    type: 'REG_SZ',
    data: "a & b | c > d < e ( ) 100% ' `$(calc)",
  },
  'registry.set-values': { values: [{ name: 'VLRenewalInterval', type: 'REG_DWORD', data: 10_080 }] },
  'registry.remove-value': { path: String.raw`SOFTWARE\Contoso`, name: 'Old' },
  'dns.create-srv': { ...microsoft, seen: [], record },
  'dns.change-srv': { ...microsoft, from: record, to: { ...record, weight: 20 } },
  'dns.remove-srv': {
    ...microsoft,
    via: {
      kind: 'dynamic-update',
      server: 'dns01:53',
      transport: 'tcp',
      tsig: { keyName: 'kms-key', algorithm: 'hmac-sha256', secret: 'tsig' },
    },
    record,
  },
}

/** A plan of these kinds for these computers. */
export const sampleSource = (
  kinds: readonly string[] = Object.keys(sampleParams),
  computers: ExportSource['computers'] = [{ name: 'KMS01', isThisComputer: false, account: 1 }],
): ExportSource => ({
  title: 'Try "everything" & more: 100% {{ x }}',
  createdAt: '2026-11-22T14:03:05.000Z',
  computers,
  isLab: false,
  steps: kinds.map((kind) => {
    const params = sampleParams[kind] ?? {}
    return { kind, params, title: catalogue.get(kind)?.(params).title ?? kind, decided: null }
  }),
  policy: { stopAfter: 1, first: null },
  fits: null,
  secretLabels: new Map([['hostKey', 'KMS host key']]),
})

/** Texts that a shell, PowerShell, YAML or Ansible would read as their own. */
export const hostileTexts: readonly string[] = [
  'a"b & echo INJECTED',
  '%PATH%&echo INJECTED',
  'line\necho INJECTED\r\nnext',
  '`echo INJECTED`',
  "$(echo INJECTED) '; echo INJECTED; '",
  "‘’'; echo INJECTED #>",
  '{{ lookup("pipe", "echo INJECTED") }} {% raw %}',
  '!unsafe *anchor: [x] # - y',
  'pc[1:3].contoso.com',
  '!PATH!^&echo INJECTED|more>x<y',
]

/** A batch for many computers, with everything that is decided at each of them. */
export const sampleBatch = (names: readonly string[], change: Partial<ExportSource> = {}): ExportSource => ({
  ...sampleSource(
    ['licensing.read-snapshot', 'kms-client.set-host'],
    names.map((name) => ({ name, isThisComputer: false, account: 1 })),
  ),
  title: `Convert ${names.length} computers`,
  policy: { stopAfter: null, first: null },
  fits: fitsConversion('mak-to-kms'),
  ...change,
})

/** Steps whose parameters are open until a computer's turn comes. */
export const decidedSteps: ExportSource['steps'] = [
  {
    kind: 'product-key.install',
    params: { setupKey: '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH', lastFive: 'HVTHH', purpose: 'kms-client' },
    title: 'Install the client setup key of the computer’s edition',
    decided: { open: ['setupKey', 'lastFive'], sentence: 'The key is chosen by the edition.' },
  },
  {
    kind: 'kms-client.activate',
    params: { activationId: null },
    title: 'Activate at the KMS host',
    decided: { open: ['activationId'], sentence: 'The product that is a KMS client is activated.' },
  },
]
