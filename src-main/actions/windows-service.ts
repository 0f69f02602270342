import { AppFailure, type ErrorCode } from '../contract/app-error.ts'
import { text, uint } from '../wmi/cim-values.ts'
import { objectPath, wqlString } from '../wmi/wql.ts'
import type { ActionContext } from './action.ts'

/** A Windows service at one moment. `state` is Windows' own word: "Running", "Stop Pending", "Stopped". */
export interface ServiceSnapshot {
  readonly state: string
  /** 0 while the service does not run. */
  readonly processId: number
}

/** Return codes of StartService and StopService that matter here (WMI SDK, Win32_Service). */
const serviceCodes = {
  accessDenied: 2,
  dependentsRunning: 3,
  disabled: 14,
} as const

/** Reads a service. Throws WmiError; AppFailure `not-found` where there is no such service. */
export const readService = async (context: ActionContext, name: string): Promise<ServiceSnapshot> => {
  const session = await context.session('root\\cimv2')
  const wql = `SELECT Name, State, ProcessId FROM Win32_Service WHERE Name = ${wqlString(name)}`
  const [row] = await session.query(wql, context.signal)
  if (row) return { state: text(row, 'State'), processId: uint(row, 'ProcessId') }
  throw new AppFailure({
    code: 'not-found',
    message: `The computer has no service named ${name}.`,
    remedy: 'Check which Windows version the computer runs.',
    retryable: false,
  })
}

/** Calls StartService or StopService and returns Windows' code. Throws WmiError. */
export const controlService = async (
  context: ActionContext,
  name: string,
  method: 'StartService' | 'StopService',
): Promise<number> => {
  const session = await context.session('root\\cimv2')
  return uint(await session.call(objectPath('Win32_Service', 'Name', name), method, {}, context.signal), 'ReturnValue')
}

const reasons: ReadonlyMap<number, readonly [code: ErrorCode, reason: string]> = new Map<
  number,
  readonly [ErrorCode, string]
>([
  [serviceCodes.accessDenied, ['access-denied', 'Windows denies it to this account']],
  [serviceCodes.dependentsRunning, ['service-stuck', 'other services that depend on it are running']],
  [serviceCodes.disabled, ['service-stuck', 'the service is disabled']],
])

/** Whether a return code says that waiting will not help. */
export const isRefusal = (code: number): boolean => reasons.has(code)

/** The failure of a service that would not start or stop. */
export const serviceFailure = (name: string, verb: 'start' | 'stop', code: number, state: string): AppFailure => {
  const [error, reason] = reasons.get(code) ?? ['service-stuck' as const, `its state is "${state}" (code ${code})`]
  return new AppFailure({
    code: error,
    message: `The service ${name} did not ${verb}: ${reason}.`,
    remedy: `Look at the service ${name} on the computer, ${verb} it there, then make the plan again.`,
    retryable: true,
  })
}
