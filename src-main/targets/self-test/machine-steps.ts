import type { ActionContext } from '../../actions/action.ts'
import { areOn, firewallWay, readGroup } from '../../actions/firewall-group.ts'
import { hostKeyPath } from '../../actions/host-registry-key.ts'
import { openRegistry, type RegistryData } from '../../actions/std-reg-prov.ts'
import type { ReportedRegistryValue } from '../../contract/models/self-test-report.ts'
import { netshEnableKmsGroup } from '../../licensing/command-lines.ts'
import { kmsFirewallGroup, kmsFirewallRules, licensingService } from '../../licensing/kms-facts.ts'
import { text } from '../../wmi/cim-values.ts'
import { wqlString } from '../../wmi/wql.ts'
import { finding, type StepWork } from './self-test-state.ts'

/** Services that licensing leans on: itself, WMI, DNS, the firewall and the clock. */
const watchedServices = [licensingService, 'winmgmt', 'Dnscache', 'MpsSvc', 'W32Time']

/** Whether the licensing service can run. It stops by itself when idle, which is no fault. */
export const serviceStep: StepWork = async (context) => {
  const session = await context.session('root\\cimv2')
  const names = watchedServices.map((name) => `Name = ${wqlString(name)}`).join(' OR ')
  const rows = await session.query(`SELECT Name, State, StartMode FROM Win32_Service WHERE ${names}`, context.signal)
  const services = rows.map((row) => ({
    name: text(row, 'Name'),
    state: text(row, 'State'),
    startMode: text(row, 'StartMode'),
  }))
  const own = services.find(({ name }) => name.toLowerCase() === licensingService)
  const parts = { services }
  if (own === undefined)
    return {
      finding: finding('service', 'problem', `There is no service ${licensingService} on this computer.`, {
        remedy: 'Check which Windows version it runs, and its system files with sfc /scannow.',
      }),
      parts,
    }
  if (own.startMode === 'Disabled')
    return {
      finding: finding('service', 'problem', `The service ${licensingService} is disabled: nothing can be activated.`, {
        remedy: `Set it back to delayed automatic start: sc config ${licensingService} start= delayed-auto`,
      }),
      parts,
    }
  const idle = own.state === 'Running' ? '' : ' It stops by itself when idle and starts when it is asked.'
  return {
    finding: finding('service', 'ok', `The service ${licensingService} is in the state “${own.state}”.${idle}`),
    parts,
  }
}

/** Values of slmgr.md 6. Nothing else of the key is read: other values there may hold a whole product key. */
const watchedValues = [
  'KeyManagementServiceName',
  'KeyManagementServicePort',
  'KeyManagementServiceLookupDomain',
  'KeyManagementServiceListeningPort',
  'KeyManagementServiceVersion',
  'DisableDnsPublishing',
  'DnsDomainPublishList',
  'EnableKmsLowPriority',
  'DisableKeyManagementServiceHostCaching',
  'VLActivationInterval',
  'VLRenewalInterval',
  'VLActivationType',
  'UserOperations',
  'SkipRearm',
]

const isList = (data: RegistryData['data']): data is readonly string[] => Array.isArray(data)

const readValues = async (
  context: ActionContext,
  path: string,
  wanted: readonly string[],
): Promise<readonly ReportedRegistryValue[]> => {
  const registry = openRegistry(await context.session('root\\default'), context.signal)
  const present = new Set(((await registry.valueNames(path)) ?? []).map(({ name }) => name.toLowerCase()))
  const values: ReportedRegistryValue[] = []
  for (const name of wanted.filter((one) => present.has(one.toLowerCase()))) {
    const value = await registry.value(path, name)
    if (value === null) continue
    const { type, data } = value
    values.push({ path, name, type, data: isList(data) ? data.map(String) : data })
  }
  return values
}

/** What is set for licensing in the registry. */
export const registryStep: StepWork = async (context) => {
  const registry = [
    ...(await readValues(context, hostKeyPath, watchedValues)),
    ...(await readValues(context, String.raw`${hostKeyPath}\Activation`, ['Manual', 'AlternateURL'])),
  ]
  const parts = { registry }
  const of = (name: string): ReportedRegistryValue | undefined => registry.find((value) => value.name === name)
  const more = [
    ...(Number(of('SkipRearm')?.data ?? 0) === 0
      ? []
      : [
          finding('registry', 'warning', 'SkipRearm is set: a rearm of this computer does nothing.', {
            remedy: `Set SkipRearm to 0 in HKLM\\${hostKeyPath} before the computer becomes an image.`,
          }),
        ]),
    ...(Number(of('Manual')?.data ?? 0) === 0
      ? []
      : [
          finding('registry', 'info', 'Activation\\Manual is set: a MAK or a KMS host key is not activated by itself.'),
        ]),
  ]
  const names = registry.map(({ name }) => name)
  const what = names.length === 0 ? 'nothing is set, defaults apply' : `set are ${names.join(', ')}`
  return {
    finding: finding('registry', 'ok', `The licensing settings in the registry were read: ${what}.`),
    more,
    parts,
  }
}

/** Whether the firewall lets KMS clients in, which only a KMS host needs. */
export const firewallStep: StepWork = async (context, { snapshot }) => {
  const group = { resource: kmsFirewallGroup, rules: kmsFirewallRules, netsh: netshEnableKmsGroup }
  const rules = await readGroup(context, await firewallWay(context), group)
  const parts = { firewall: rules.map(({ id, enabled }) => ({ name: id, enabled })) }
  const isHost = snapshot?.products.some(({ isKmsHost }) => isKmsHost) ?? false
  if (areOn(rules)) return { finding: finding('firewall', 'ok', 'The firewall’s rule group for KMS is on.'), parts }
  const state = rules.length === 0 ? 'has no rules for KMS' : 'does not let KMS clients in'
  if (!isHost)
    return {
      finding: finding('firewall', 'ok', `The firewall ${state}; only a KMS host needs that.`),
      parts,
    }
  return {
    finding: finding('firewall', 'warning', `This is a KMS host, and its firewall ${state}.`, {
      remedy: `Turn the rule group on: ${netshEnableKmsGroup}. Or let another firewall’s rule do it.`,
    }),
    parts,
  }
}
