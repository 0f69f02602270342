import type { ActionContext } from '../actions/action.ts'
import { readRulesFromRegistry } from '../actions/firewall-registry.ts'
import { openRegistry } from '../actions/std-reg-prov.ts'
import type { RemoteTest } from '../contract/models/remote-management.ts'
import { tokenFilter, wmiFirewallGroup, wmiFirewallRules } from '../licensing/wmi-firewall.ts'
import { flag } from '../wmi/cim-values.ts'
import { WmiError } from '../wmi/wmi-error.ts'

type RemoteFacts = Pick<RemoteTest, 'inWorkgroup' | 'tokenFilterLifted' | 'wmiRulesOn'>

/** What is known where a computer cannot be asked. */
export const noFacts: RemoteFacts = { inWorkgroup: null, tokenFilterLifted: null, wmiRulesOn: null }

/** A fact that cannot be read is unknown and does not spoil the others. */
const orUnknown = async <T>(read: () => Promise<T>): Promise<T | null> => {
  try {
    return await read()
  } catch (thrown) {
    if (!(thrown instanceof WmiError)) throw thrown
    return null
  }
}

/** Reads what decides which changes make sense on a computer that answers. Throws nothing that WMI answers with. */
export const readRemoteFacts = async (context: ActionContext): Promise<RemoteFacts> => ({
  inWorkgroup: await orUnknown(async () => {
    const session = await context.session('root\\cimv2')
    const [row = {}] = await session.query('SELECT PartOfDomain FROM Win32_ComputerSystem', context.signal)
    return !flag(row, 'PartOfDomain')
  }),
  tokenFilterLifted: await orUnknown(async () => {
    const registry = openRegistry(await context.session('root\\default'), context.signal)
    return (await registry.value(tokenFilter.path, tokenFilter.name))?.data === 1
  }),
  wmiRulesOn: await orUnknown(async () => {
    const rules = await readRulesFromRegistry(context, wmiFirewallGroup, wmiFirewallRules)
    return rules.length > 0 && rules.every(({ enabled }) => enabled)
  }),
})
