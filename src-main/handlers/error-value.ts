import type { AppError } from '../contract/app-error.ts'
import { toAppError } from '../contract/app-error.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import { wmiRemedy } from '../wmi/wmi-remedies.ts'

/** Anything thrown by a service as the value that the window gets. Failures of WMI keep their code and HRESULT. */
export const errorValue = (thrown: unknown): AppError => {
  if (!(thrown instanceof WmiError)) return toAppError(thrown)
  const remedy = wmiRemedy(thrown.code)
  return {
    code: thrown.code,
    message: thrown.message,
    ...(remedy === undefined ? {} : { remedy }),
    hresult: thrown.hresult,
    retryable: thrown.code === 'timeout' || thrown.code === 'rpc-unavailable' || thrown.code === 'host-unreachable',
  }
}
