import { WmiError, type WmiOperation } from '../wmi/wmi-error.ts'
import { labError, labHresults } from './lab-error.ts'
import { strike, type FaultSubject } from './faults.ts'
import { licensingService } from './machine/services.ts'
import { licensingServiceStopped } from './licensing/service-lifecycle.ts'
import type { Scene } from './world/scene.ts'
import type { FaultEffect } from './world/state.ts'

/** What a call comes to: an answer or a failure, at once, after a while, or never. */
export interface Outcome<T> {
  readonly result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WmiError }
  /** Milliseconds that it takes beyond the usual; null: it is never answered. */
  readonly delay: number | null
}

const failed = (error: WmiError, delay: number | null = 0): Outcome<never> => ({ result: { ok: false, error }, delay })

/** Runs what may throw WmiError. What it changed before it threw stays: Windows logs a failed activation, too. */
const attempt = <T>(run: () => T): Outcome<T>['result'] => {
  try {
    return { ok: true, value: run() }
  } catch (error) {
    if (error instanceof WmiError) return { ok: false, error }
    throw error
  }
}

const crashLicensing = (scene: Scene): void => {
  const service = scene.change().services[licensingService]
  if (!service) return
  service.phase = 'Stopped'
  service.processId = 0
  licensingServiceStopped(scene)
}

const underFault = <T>(scene: Scene, operation: WmiOperation, fault: FaultEffect, run: () => T): Outcome<T> => {
  const error = (hresult: number, what: string): WmiError => labError(operation, hresult, what)
  switch (fault.kind) {
    case 'refuse':
      return failed(error(labHresults.rpcUnavailable, 'The RPC server is unavailable.'))
    case 'access-denied':
      return failed(
        error(operation === 'connect' ? labHresults.accessDenied : labHresults.wbemAccessDenied, 'Access is denied.'),
      )
    case 'timeout':
      return failed(error(labHresults.timeout, 'No answer came in time.'), fault.milliseconds)
    case 'hang':
      return fault.applied
        ? { result: attempt(run), delay: null }
        : failed(error(labHresults.timeout, 'No answer came.'), null)
    case 'slow':
      return { result: attempt(run), delay: fault.milliseconds }
    case 'fail':
      if (fault.applied) attempt(run)
      return failed(error(fault.hresult, 'The call failed.'))
    case 'service-crash':
      crashLicensing(scene)
      return failed(error(labHresults.rpcCallFailed, 'The licensing service ended while it worked.'))
  }
}

/** Runs a call at a computer, with the fault that strikes it, if one does. */
export const outcomeOf = <T>(
  scene: Scene,
  operation: WmiOperation,
  subject: FaultSubject,
  run: () => T,
): Outcome<T> => {
  const fault = strike(scene.transaction, subject)
  return fault ? underFault(scene, operation, fault, run) : { result: attempt(run), delay: 0 }
}
