import { type AppError, type ErrorCode, toAppError } from '../contract/app-error.ts'
import { withExplanation } from '../licensing/error-explanations.ts'
import { hresults, WmiError, wmiErrorToValue } from '../wmi/wmi-error.ts'

/** Turns what a step threw into the value that people see, Windows' code explained. `targetName` names the computer. */
export const explainFailure = (thrown: unknown, targetName: string): AppError => {
  const error = thrown instanceof WmiError ? withExplanation(wmiErrorToValue(thrown, targetName)) : toAppError(thrown)
  return error.target === undefined ? { ...error, target: targetName } : error
}

const lostConnection: ReadonlySet<ErrorCode> = new Set([
  'engine-lost',
  'timeout',
  'cancelled',
  'rpc-unavailable',
  'host-unreachable',
])

/**
 * Whether an error says that the connection was lost rather than that Windows answered: then nobody knows whether a
 * write that was under way happened.
 */
export const leavesOutcomeOpen = (error: AppError): boolean =>
  lostConnection.has(error.code) || error.hresult === hresults.wbemTransportFailure
