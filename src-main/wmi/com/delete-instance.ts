import { wmiFailure } from '../wmi-messages.ts'
import { withBstrs } from './bstr.ts'
import { classOfPath } from './method-call.ts'
import type { Services } from './services.ts'
import { failed, wbemServices } from './wbem-interfaces.ts'

/**
 * Deletes an instance by its path. Made synchronously on its worker, so there is no IWbemCallResult to protect; once sent,
 * it runs to its end. Throws WmiError.
 */
export const deleteInstance = async (services: Services, path: string, signal: AbortSignal): Promise<void> => {
  const { pointer, computer } = services
  // The last look before anything can change: what is cancelled here has not been sent.
  signal.throwIfAborted()
  const hresult = await withBstrs(pointer.library, [path], ([pathText]) =>
    pointer.call(wbemServices.deleteInstance, pathText, 0, 0n, 0n),
  )
  if (failed(hresult)) throw wmiFailure('call', hresult, { computer, subject: `an instance of ${classOfPath(path)}` })
}
