import { assertNever } from '../contract/app-error.ts'
import type { LabFault } from '../contract/models/lab-fault.ts'
import { formatHresult } from '../wmi/wmi-error.ts'
import type { Fault, FaultEffect, FaultState } from './world/state.ts'

const seconds = (milliseconds: number): string => `${milliseconds / 1000} s`

const effectWords = (effect: FaultEffect): string => {
  switch (effect.kind) {
    case 'refuse':
      return 'refused'
    case 'access-denied':
      return 'denied'
    case 'timeout':
      return `without an answer, given up after ${seconds(effect.milliseconds)}`
    case 'hang':
      return effect.applied ? 'carried out, but never answered' : 'never answered'
    case 'slow':
      return `answered ${seconds(effect.milliseconds)} late`
    case 'fail':
      return `${effect.applied ? 'carried out, but answered' : 'answered'} with ${formatHresult(effect.hresult)}`
    case 'service-crash':
      return 'cut off by a crash of the licensing service'
    default:
      return assertNever(effect)
  }
}

const subjectWords = ({ operation, className, method }: Fault): string => {
  if (method !== undefined) return `Calls of ${className === undefined ? '' : `${className}.`}${method}`
  const about = className === undefined ? '' : ` of ${className}`
  if (operation === undefined)
    return className === undefined ? 'Connections, queries and calls' : `Queries and calls${about}`
  switch (operation) {
    case 'connect':
      return 'Connections'
    case 'query':
      return `Queries${about}`
    case 'call':
      return `Calls${about}`
    case 'probe':
      return 'Attempts to reach a port'
    case 'srv':
      return 'DNS questions and changes'
  }
}

const timesWords = (left: number | null): string => {
  if (left === null) return ''
  return left === 0 ? ' (used up)' : ` (${left === 1 ? 'once more' : `${left} times more`})`
}

/** A fault of the state as people read it. `name` is the computer's name as it is shown. */
export const describeFault = (id: string, { fault, left }: FaultState, name: string): LabFault => {
  const place = fault.host === '*' ? 'on all computers' : `on ${name}`
  return {
    id,
    host: fault.host === '*' ? '*' : name,
    operation: fault.operation ?? null,
    className: fault.className ?? null,
    method: fault.method ?? null,
    effect: fault.effect,
    times: fault.times ?? null,
    left,
    description: `${subjectWords(fault)} ${place} are ${effectWords(fault.effect)}${timesWords(left)}.`,
  }
}
