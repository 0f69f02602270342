import { WmiError } from '../wmi-error.ts'
import type { AuthIdentity } from './auth-identity.ts'
import type { ComLibrary } from './com-library.ts'
import { InterfacePointer, onWorker } from './interface-pointer.ts'
import { readPointer, withMemory } from './native-memory.ts'
import { guids, withGuid } from './guids.ts'
import { failed, unknown } from './wbem-interfaces.ts'

/** RPC authentication and impersonation levels (rpcdce.h). */
const rpc = {
  authenticationDefault: 0,
  packetPrivacy: 6,
  impersonate: 3,
  serviceDefault: 0xffffffff,
  defaultPrincipal: -1,
} as const
const tooLate = 0x80010119
const noInterface = 0x80004002

/** Sets the process-wide security of COM, once. A process where it is set already keeps what it has; proxies get theirs anyway. */
export const initializeSecurity = (library: ComLibrary): void => {
  const hresult =
    (library.coInitializeSecurity(0n, -1, 0n, 0n, rpc.authenticationDefault, rpc.impersonate, 0n, 0, 0n) as number) >>>
    0
  if (failed(hresult) && hresult !== tooLate) {
    throw new WmiError('connect', hresult, 'Windows did not let the engine set up secure connections.')
  }
}

const setBlanket = (pointer: InterfacePointer, identity: AuthIdentity | undefined): Promise<number> =>
  onWorker(
    pointer.library,
    pointer.library.coSetProxyBlanket,
    pointer.address,
    rpc.serviceDefault,
    rpc.serviceDefault,
    rpc.defaultPrincipal,
    rpc.packetPrivacy,
    rpc.impersonate,
    identity?.address ?? 0n,
    0,
  )

/** A proxy's IUnknown has settings of its own, which QueryInterface and the last Release use ("Setting the Security on IUnknown", COM). */
const protectUnknown = (pointer: InterfacePointer, identity: AuthIdentity | undefined): Promise<number> =>
  withMemory(pointer.library, 8, async (slot) => {
    const found = await withGuid(pointer.library, guids.unknown, (id) => pointer.call(unknown.queryInterface, id, slot))
    if (failed(found)) return found
    const own = new InterfacePointer(pointer.library, readPointer(pointer.library, slot))
    try {
      return await setBlanket(own, identity)
    } finally {
      await own.release()
    }
  })

/**
 * Gives a proxy packet privacy and impersonation, with the identity of the session where one was given. Returns the
 * HRESULT. A pointer that is no proxy (WMI inside the process, as Wine has it) has nothing to protect: success.
 */
export const protectProxy = async (pointer: InterfacePointer, identity?: AuthIdentity): Promise<number> => {
  const hresult = await setBlanket(pointer, identity)
  if (hresult === noInterface) return 0
  if (failed(hresult)) return hresult
  const ofUnknown = await protectUnknown(pointer, identity)
  return ofUnknown === noInterface ? 0 : ofUnknown
}
