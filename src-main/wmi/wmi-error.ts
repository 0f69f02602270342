import type { AppError, ErrorCode } from '../contract/app-error.ts'
import { wmiRemedy } from './wmi-remedies.ts'

/** What was attempted when WMI failed. */
export type WmiOperation = 'connect' | 'query' | 'call'

/** A failure of WMI, or of the way to it, with Windows' own code as an unsigned number. */
export class WmiError extends Error {
  readonly hresult: number
  readonly operation: WmiOperation
  readonly code: ErrorCode

  constructor(operation: WmiOperation, hresult: number, message: string, code: ErrorCode = wmiErrorCode(hresult)) {
    super(message)
    this.name = 'WmiError'
    this.operation = operation
    this.hresult = hresult >>> 0
    this.code = code
  }
}

/** HRESULTs that WMI and RPC answer with (WMI SDK, "WMI Error Constants"; winerror.h). */
export const hresults = {
  accessDenied: 0x80070005,
  wbemFailed: 0x80041001,
  wbemNotFound: 0x80041002,
  wbemAccessDenied: 0x80041003,
  wbemInvalidParameter: 0x80041008,
  wbemInvalidNamespace: 0x8004100e,
  wbemInvalidClass: 0x80041010,
  wbemInvalidQuery: 0x80041017,
  wbemInvalidMethod: 0x8004102e,
  wbemInvalidMethodParameters: 0x8004102f,
  wbemLocalCredentials: 0x80041064,
  wbemTransportFailure: 0x80041015,
  logonFailure: 0x8007052e,
  rpcUnavailable: 0x800706ba,
  timeout: 0x800705b4,
  cancelled: 0x800704c7,
  hostNotFound: 0x80072af9,
  hostUnreachable: 0x80070035,
} as const

/** Maps an HRESULT to the app's closed set of codes. Licensing codes (0xC004xxxx) become `licensing-refused`. */
export const wmiErrorCode = (hresult: number): ErrorCode => {
  const code = hresult >>> 0
  if (code >>> 16 === 0xc004) return 'licensing-refused'
  switch (code) {
    case hresults.accessDenied:
    case hresults.wbemAccessDenied:
      return 'access-denied'
    case hresults.logonFailure:
      return 'wrong-password'
    case hresults.rpcUnavailable:
      return 'rpc-unavailable'
    case hresults.hostNotFound:
      return 'name-not-found'
    case hresults.hostUnreachable:
      return 'host-unreachable'
    case hresults.wbemInvalidClass:
    case hresults.wbemInvalidNamespace:
      return 'wmi-invalid-class'
    case hresults.wbemInvalidQuery:
      return 'wmi-invalid-query'
    case hresults.timeout:
      return 'timeout'
    case hresults.cancelled:
      return 'cancelled'
    default:
      return 'wmi-failed'
  }
}

/** An HRESULT as people quote it: 0x and eight upper-case digits. */
export const formatHresult = (hresult: number): string =>
  `0x${(hresult >>> 0).toString(16).toUpperCase().padStart(8, '0')}`

/** A WmiError as the value that crosses process borders. `target` names the computer. */
export const wmiErrorToValue = (error: WmiError, target: string): AppError => {
  const remedy = wmiRemedy(error.code)
  return {
    code: error.code,
    message: error.message,
    ...(remedy === undefined ? {} : { remedy }),
    target,
    hresult: error.hresult,
    retryable: error.code === 'timeout' || error.code === 'rpc-unavailable' || error.code === 'host-unreachable',
  }
}
