import { wmiFailure } from '../wmi-messages.ts'
import type { WmiOperation } from '../wmi-error.ts'
import type { AuthIdentity } from './auth-identity.ts'
import type { InterfacePointer } from './interface-pointer.ts'
import { protectProxy } from './security.ts'
import { failed } from './wbem-interfaces.ts'

/** A connected IWbemServices with what belongs to it. */
export interface Services {
  readonly pointer: InterfacePointer
  readonly identity: AuthIdentity | undefined
  /** The computer for sentences: its name, or "this computer". */
  readonly computer: string
}

/**
 * Uses a proxy of a session: protects it with the session's identity first and releases it afterwards, the identity
 * outliving it. Throws WmiError where Windows refuses the protection: nothing is sent unprotected.
 */
export const withProxy = async <T>(
  services: Services,
  proxy: InterfacePointer,
  operation: WmiOperation,
  body: () => Promise<T>,
): Promise<T> => {
  services.identity?.retain()
  try {
    const hresult = await protectProxy(proxy, services.identity)
    if (failed(hresult)) throw wmiFailure(operation, hresult, { computer: services.computer })
    return await body()
  } finally {
    await proxy.release()
    services.identity?.drop()
  }
}
