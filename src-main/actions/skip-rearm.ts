import { WmiError } from '../wmi/wmi-error.ts'
import type { ActionContext } from './action.ts'
import { hostKeyPath } from './host-registry-key.ts'
import { isLostConnection } from './lost-connection.ts'
import { openRegistry } from './std-reg-prov.ts'

/** Whether SkipRearm keeps Windows from rearming (slmgr.md 6); null where the account may not read the registry. Throws WmiError. */
export const readSkipRearm = async (context: ActionContext): Promise<boolean | null> => {
  try {
    const registry = openRegistry(await context.session('root\\default'), context.signal)
    return (await registry.value(hostKeyPath, 'SkipRearm'))?.data === 1
  } catch (thrown) {
    if (!(thrown instanceof WmiError) || isLostConnection(thrown)) throw thrown
    return null
  }
}
