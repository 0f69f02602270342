import { wmiFailure } from '../wmi-messages.ts'
import type { Endpoint } from '../wmi-session.ts'
import type { AccountName } from './auth-identity.ts'
import { AuthIdentity, qualifiedAccount, splitAccount } from './auth-identity.ts'
import { withBstrs } from './bstr.ts'
import type { ComLibrary } from './com-library.ts'
import { guids, withGuid } from './guids.ts'
import type { InterfacePointer } from './interface-pointer.ts'
import { onWorker } from './interface-pointer.ts'
import type { Failure } from './out-pointer.ts'
import { receive, required } from './out-pointer.ts'
import { protectProxy } from './security.ts'
import type { Services } from './services.ts'
import { failed, wbemFlags, wbemLocator } from './wbem-interfaces.ts'

const inProcessServer = 1

const createLocator = async (library: ComLibrary, failure: Failure): Promise<InterfacePointer> =>
  required(
    await withGuid(library, guids.wbemLocatorClass, (classId) =>
      withGuid(library, guids.wbemLocator, (interfaceId) =>
        receive(library, (slot) =>
          onWorker(library, library.coCreateInstance, classId, 0n, inProcessServer, interfaceId, slot),
        ),
      ),
    ),
    failure,
  )

const connectServer = async (
  locator: InterfacePointer,
  path: string,
  account: AccountName | undefined,
  password: string | undefined,
  failure: Failure,
): Promise<InterfacePointer> =>
  required(
    await withBstrs(
      locator.library,
      [path, account && qualifiedAccount(account), password],
      ([pathText, userText, passwordText]) =>
        receive(locator.library, (slot) =>
          locator.call(
            wbemLocator.connectServer,
            pathText,
            userText,
            passwordText,
            0n,
            wbemFlags.connectUseMaxWait,
            0n,
            0n,
            slot,
          ),
        ),
    ),
    failure,
  )

/**
 * Connects to a namespace. The connection itself is made with the given identity, and so is every later call: packet
 * privacy and impersonation are set on the services pointer before anything is sent through it. Throws WmiError.
 */
export const connectServices = async (
  library: ComLibrary,
  endpoint: Endpoint,
  namespace: string,
  computer: string,
): Promise<Services> => {
  const failure = (hresult: number): Error => wmiFailure('connect', hresult, { computer, subject: namespace })
  const { host, credential } = endpoint
  const account = credential && splitAccount(credential.user, host ?? '')
  const locator = await createLocator(library, failure)
  try {
    const path = host === null ? namespace : `\\\\${host}\\${namespace}`
    const pointer = await connectServer(locator, path, account, credential?.password, failure)
    const identity = account && credential ? new AuthIdentity(library, account, credential.password) : undefined
    const hresult = await protectProxy(pointer, identity)
    if (failed(hresult)) {
      await pointer.release()
      identity?.drop()
      throw failure(hresult)
    }
    return { pointer, identity, computer }
  } finally {
    await locator.release()
  }
}
