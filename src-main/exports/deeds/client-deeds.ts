import { clearClientHost } from '../../actions/clear-client-host.ts'
import { setActivationEnabled, setHostCaching } from '../../actions/client-switches.ts'
import { clearLookupDomain, setLookupDomain } from '../../actions/lookup-domain.ts'
import { setActivationType } from '../../actions/set-activation-type.ts'
import { setClientHost } from '../../actions/set-client-host.ts'
import { setSuffixSearchList } from '../../actions/set-suffix-search-list.ts'
import { plainGuid } from '../../licensing/activation-id.ts'
import { activationTypeNumbers } from '../../licensing/activation-type.ts'
import { withoutTrailingDot } from '../../licensing/dns-domain-name.ts'
import { kmsHostName } from '../../licensing/kms-client-input.ts'
import { wqlString } from '../../wmi/wql.ts'
import type { Deed, LicensingOn, MethodCall, Proof, Value } from '../deed.ts'
import { exported, type ExportedKind } from './exported-kind.ts'
import { isEmpty, settingProof } from './proofs.ts'

const onOf = (activationId: string | null): LicensingOn =>
  activationId === null ? { on: 'service' } : { on: 'product', activationId: plainGuid(activationId) }

const setting = (
  activationId: string | null,
  calls: readonly MethodCall[],
  option: string,
  args: readonly Value[],
  proof: Proof | null,
): readonly Deed[] => [
  {
    deed: 'licensing',
    on: onOf(activationId),
    calls,
    slmgr: { option, args: [...args, ...(activationId === null ? [] : [plainGuid(activationId)])] },
    proof,
    localOnly: false,
  },
]

const proofOf = (activationId: string | null, condition: string, what: string): Proof =>
  settingProof(activationId === null ? null : plainGuid(activationId), condition, what)

const call = (method: string, input: MethodCall['input'] = {}): MethodCall => ({ method, input })
const noPort = '(KeyManagementServicePort IS NULL OR KeyManagementServicePort = 0)'

/** How the settings of a KMS client are exported (slmgr.md 1.4). */
export const clientDeeds: readonly ExportedKind[] = [
  exported(setClientHost, ({ host, port, activationId }) => {
    const name = host === null ? null : kmsHostName(host)
    const setPort =
      port === null ? call('ClearKeyManagementServicePort') : call('SetKeyManagementServicePort', { PortNumber: port })
    const isHost = name === null ? [] : [`KeyManagementServiceMachine = ${wqlString(name)}`]
    const isPort = port === null ? noPort : `KeyManagementServicePort = ${port}`
    return setting(
      activationId,
      [...(name === null ? [] : [call('SetKeyManagementServiceMachine', { MachineName: name })]), setPort],
      '/skms',
      [`${name ?? ''}${port === null ? '' : `:${port}`}`],
      proofOf(activationId, [...isHost, isPort].join(' AND '), 'the fixed KMS host'),
    )
  }),
  exported(clearClientHost, ({ activationId }) =>
    setting(
      activationId,
      [call('ClearKeyManagementServiceMachine'), call('ClearKeyManagementServicePort')],
      '/ckms',
      [],
      proofOf(activationId, `${isEmpty('KeyManagementServiceMachine')} AND ${noPort}`, 'the fixed KMS host'),
    ),
  ),
  exported(setLookupDomain, ({ domain, activationId }) => {
    const LookupDomain = withoutTrailingDot(domain)
    return setting(
      activationId,
      [call('SetKeyManagementServiceLookupDomain', { LookupDomain })],
      '/skms-domain',
      [LookupDomain],
      proofOf(activationId, `KeyManagementServiceLookupDomain = ${wqlString(LookupDomain)}`, 'the lookup domain'),
    )
  }),
  exported(clearLookupDomain, ({ activationId }) =>
    setting(
      activationId,
      [call('ClearKeyManagementServiceLookupDomain')],
      '/ckms-domain',
      [],
      proofOf(activationId, isEmpty('KeyManagementServiceLookupDomain'), 'the lookup domain'),
    ),
  ),
  exported(setHostCaching, ({ enabled }) =>
    setting(
      null,
      [call('DisableKeyManagementServiceHostCaching', { DisableCaching: !enabled })],
      enabled ? '/skhc' : '/ckhc',
      [],
      proofOf(null, `KeyManagementServiceHostCaching = ${enabled ? 'TRUE' : 'FALSE'}`, 'the keeping of the KMS host'),
    ),
  ),
  exported(setActivationEnabled, ({ enabled }) =>
    setting(
      null,
      [call('DisableKeyManagementServiceActivation', { DisableActivation: !enabled })],
      enabled ? '/ctao' : '/stao',
      [],
      proofOf(
        null,
        `KeyManagementServiceActivationDisabled = ${enabled ? 'FALSE' : 'TRUE'}`,
        'the switch of KMS activation',
      ),
    ),
  ),
  exported(setActivationType, ({ type, activationId }) => {
    const number = activationTypeNumbers[type]
    // The service has no property that shows it (slmgr.md 7.1).
    const proof =
      activationId === null
        ? null
        : proofOf(
            activationId,
            type === 'all'
              ? '(VLActivationTypeEnabled IS NULL OR VLActivationTypeEnabled = 0)'
              : `VLActivationTypeEnabled = ${number}`,
            'what is allowed',
          )
    return setting(
      activationId,
      [
        type === 'all'
          ? call('ClearVLActivationTypeEnabled')
          : call('SetVLActivationTypeEnabled', { ActivationType: number }),
      ],
      '/act-type',
      [number],
      proof,
    )
  }),
  exported(setSuffixSearchList, ({ suffixes }) => [
    { deed: 'suffixes', suffixes: suffixes.map((suffix) => withoutTrailingDot(suffix)) },
  ]),
]
