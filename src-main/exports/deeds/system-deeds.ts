import { allowKmsTraffic } from '../../actions/allow-kms-traffic.ts'
import { allowPort } from '../../actions/allow-port.ts'
import { allowWmi } from '../../actions/allow-wmi.ts'
import { changeSrvRecord } from '../../actions/change-srv-record.ts'
import { closeKmsTraffic } from '../../actions/close-kms-traffic.ts'
import { createSrvRecord } from '../../actions/create-srv-record.ts'
import { generalizeWindows } from '../../actions/generalize.ts'
import { removeRegistryValue } from '../../actions/remove-registry-value.ts'
import { removeSrvRecord } from '../../actions/remove-srv-record.ts'
import { restartLicensingService } from '../../actions/restart-licensing-service.ts'
import { setRegistryValue } from '../../actions/set-registry-value.ts'
import type { SrvStep } from '../../actions/srv-step.ts'
import type { SrvChange } from '../../contract/models/dns.ts'
import { kmsFirewallGroup } from '../../licensing/kms-facts.ts'
import { kmsPortRuleName, netshAllowPort } from '../../licensing/kms-port-rule.ts'
import { netshAddWmiRule, ownWmiRules, wmiFirewallGroup } from '../../licensing/wmi-firewall.ts'
import { nsupdateLines } from '../../network/srv-commands.ts'
import type { Deed } from '../deed.ts'
import { byHand, exported, type ExportedKind } from './exported-kind.ts'

const group = (resource: string, on: boolean): Deed => ({ deed: 'firewall-group', resource, on })

/** A change of a record: at a Microsoft DNS server by its own management, elsewhere with nsupdate, which is another tool. */
const record = ({ domain, zone, via }: SrvStep, change: SrvChange): readonly Deed[] => {
  if (via.kind === 'microsoft-dns') return [{ deed: 'srv', domain, zone, change }]
  const key = via.tsig === null ? null : { name: via.tsig.keyName, algorithm: via.tsig.algorithm }
  return byHand(
    'this is a dynamic update of DNS, which Windows has no tool for that takes a key. Use nsupdate of BIND; its key stands in a key file.',
    nsupdateLines({ server: via.server, tcp: via.transport === 'tcp', key }, { domain, zone }, change),
  )
}

/** How the firewall, the registry, services and DNS records are exported. */
export const systemDeeds: readonly ExportedKind[] = [
  exported(allowKmsTraffic, () => [group(kmsFirewallGroup, true)]),
  exported(closeKmsTraffic, () => [group(kmsFirewallGroup, false)]),
  exported(allowPort, ({ port }) => [
    { deed: 'firewall-rule', name: kmsPortRuleName(port), add: netshAllowPort(port) },
  ]),
  exported(allowWmi, (params) =>
    params.rules === 'windows'
      ? [group(wmiFirewallGroup, true)]
      : ownWmiRules.map((rule) => ({ deed: 'firewall-rule', name: rule.name, add: netshAddWmiRule(rule, params) })),
  ),
  exported(restartLicensingService, () => [{ deed: 'restart-licensing' }]),
  exported(setRegistryValue, ({ path, name, ...value }) => [{ deed: 'registry', path, name, value }]),
  exported(removeRegistryValue, ({ path, name }) => [{ deed: 'registry', path, name, value: null }]),
  exported(createSrvRecord, (params) => record(params, { kind: 'add', record: params.record })),
  exported(changeSrvRecord, (params) => record(params, { kind: 'change', from: params.from, to: params.to })),
  exported(removeSrvRecord, (params) => record(params, { kind: 'remove', record: params.record })),
  exported(generalizeWindows, () => [{ deed: 'generalize' }]),
]
