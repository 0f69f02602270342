import type { ErrorCode } from '../contract/app-error.ts'
import { hresults } from '../wmi/wmi-error.ts'

const lostCodes: ReadonlySet<ErrorCode> = new Set([
  'engine-lost',
  'timeout',
  'cancelled',
  'rpc-unavailable',
  'host-unreachable',
])

/** RPC_S_CALL_FAILED: the other side ended while it worked (winerror.h). */
const rpcCallFailed = 0x800706be

/**
 * Whether an error says that the connection was lost rather than that Windows answered: then nobody knows whether a
 * write that was under way happened.
 */
export const isLostConnection = (error: { readonly code: ErrorCode; readonly hresult?: number | undefined }): boolean =>
  lostCodes.has(error.code) || error.hresult === hresults.wbemTransportFailure || error.hresult === rpcCallFailed
