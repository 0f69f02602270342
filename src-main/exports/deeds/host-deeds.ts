import { confirmKmsHost } from '../../actions/confirm-kms-host.ts'
import { hostKeyPath } from '../../actions/host-registry-key.ts'
import { setDnsPublishing } from '../../actions/set-dns-publishing.ts'
import { setHostRegistryValues } from '../../actions/set-host-registry-values.ts'
import { setActivationInterval, setRenewalInterval } from '../../actions/set-kms-intervals.ts'
import { setKmsPort } from '../../actions/set-kms-port.ts'
import { setKmsPriority } from '../../actions/set-kms-priority.ts'
import { setPublishList } from '../../actions/set-publish-list.ts'
import { verifyKmsHost } from '../../actions/verify-kms-host.ts'
import { verifyPublishing } from '../../actions/verify-publishing.ts'
import { defaultKmsPort } from '../../licensing/kms-facts.ts'
import { formatPublishList } from '../../licensing/publish-list.ts'
import type { Deed, MethodCall, Value } from '../deed.ts'
import { exported, type ExportedKind } from './exported-kind.ts'
import { productProof, settingProof } from './proofs.ts'

const hostSetting = (
  method: string,
  input: MethodCall['input'],
  slmgr: { readonly option: string; readonly args: readonly Value[] },
  shown: { readonly condition: string; readonly what: string },
): readonly Deed[] => [
  {
    deed: 'licensing',
    on: { on: 'service' },
    calls: [{ method, input }],
    slmgr,
    proof: settingProof(null, shown.condition, shown.what),
    localOnly: false,
  },
]

const truth = (value: boolean): string => (value ? 'TRUE' : 'FALSE')
/** Description names the kind of a key (slmgr.md 2.4). */
const hostKind = "Description LIKE '%VOLUME_KMS%' AND NOT Description LIKE '%VOLUME_KMSCLIENT%'"

/** How the settings and checks of a KMS host are exported (slmgr.md 1.5). */
export const hostDeeds: readonly ExportedKind[] = [
  exported(setKmsPort, ({ port }) =>
    hostSetting(
      'SetKeyManagementServiceListeningPort',
      { PortNumber: port },
      { option: '/sprt', args: [port] },
      {
        condition:
          port === defaultKmsPort
            ? `(KeyManagementServiceListeningPort = ${port} OR KeyManagementServiceListeningPort = 0)`
            : `KeyManagementServiceListeningPort = ${port}`,
        what: 'the TCP port',
      },
    ),
  ),
  exported(setActivationInterval, ({ minutes }) =>
    hostSetting(
      'SetVLActivationInterval',
      { ActivationInterval: minutes },
      { option: '/sai', args: [minutes] },
      { condition: `VLActivationInterval = ${minutes}`, what: 'the activation interval' },
    ),
  ),
  exported(setRenewalInterval, ({ minutes }) =>
    hostSetting(
      'SetVLRenewalInterval',
      { RenewalInterval: minutes },
      { option: '/sri', args: [minutes] },
      { condition: `VLRenewalInterval = ${minutes}`, what: 'the renewal interval' },
    ),
  ),
  exported(setDnsPublishing, ({ enabled }) =>
    hostSetting(
      'DisableKeyManagementServiceDnsPublishing',
      { DisablePublishing: !enabled },
      { option: enabled ? '/sdns' : '/cdns', args: [] },
      { condition: `KeyManagementServiceDnsPublishing = ${truth(enabled)}`, what: 'the publishing in DNS' },
    ),
  ),
  exported(setKmsPriority, ({ low }) =>
    hostSetting(
      'EnableKeyManagementServiceLowPriority',
      { EnableLowPriority: low },
      { option: low ? '/cpri' : '/spri', args: [] },
      { condition: `KeyManagementServiceLowPriority = ${truth(low)}`, what: 'the priority' },
    ),
  ),
  exported(setPublishList, ({ rows }) => [
    {
      deed: 'registry',
      path: hostKeyPath,
      name: 'DnsDomainPublishList',
      value: rows.length === 0 ? null : { type: 'REG_MULTI_SZ', data: formatPublishList(rows) },
    },
  ]),
  exported(setHostRegistryValues, ({ values }) =>
    values.map(({ name, ...value }) => ({ deed: 'registry', path: hostKeyPath, name, value })),
  ),
  exported(confirmKmsHost, ({ lastFive }) => [
    {
      deed: 'prove',
      proof: productProof(
        { lastFive },
        hostKind,
        `The key ending in ${lastFive} is not a KMS host key. Nothing was activated.`,
      ),
    },
  ]),
  exported(verifyKmsHost, () => [
    {
      deed: 'prove',
      proof: {
        wql: `SELECT ID FROM SoftwareLicensingProduct WHERE PartialProductKey <> NULL AND ${hostKind} AND LicenseStatus = 1`,
        expect: 'some',
        otherwise: 'The computer shows no activated KMS host product.',
      },
    },
    {
      deed: 'show',
      wql: `SELECT ID, Name, Description, LicenseStatus, KeyManagementServiceCurrentCount FROM SoftwareLicensingProduct WHERE PartialProductKey <> NULL AND ${hostKind}`,
      slmgr: { option: '/dlv', args: [] },
    },
  ]),
  exported(verifyPublishing, ({ domains }) => [{ deed: 'published', domains }]),
]
