import type { LabFaultEffect, LabFaultInput } from '../../../src-main/contract/models/lab-fault.ts'
import { failResults, faults as words, type faultPlaces } from '../../strings/lab/faults.ts'

export type FaultKind = LabFaultEffect['kind']
export type FaultPlace = keyof typeof faultPlaces

/** A fault as a person fills it in. */
export interface FaultDraft {
  /** Name of a computer, or "*" for all. */
  readonly host: string
  readonly kind: FaultKind
  readonly place: FaultPlace
  /** Method of the call; empty for any. */
  readonly method: string
  readonly seconds: string
  /** Index into `failResults`. */
  readonly result: number
  readonly applied: boolean
  readonly limited: boolean
  readonly times: string
}

/** What the dialog begins with. */
export const newFault = (host: string): FaultDraft => ({
  host,
  kind: 'access-denied',
  place: 'wmi',
  method: '',
  seconds: '10',
  result: 0,
  applied: false,
  limited: false,
  times: '1',
})

/** The most seconds that a fault may hold an answer back: ten minutes. */
export const mostSeconds = 600

/** Methods that the app calls, to choose from (slmgr.md 7). */
export const methods: readonly string[] = [
  'InstallProductKey',
  'Activate',
  'DepositOfflineConfirmationId',
  'RefreshLicenseStatus',
  'StopService',
  'StartService',
  'SetDWORDValue',
  'SetMultiStringValue',
  'Create',
]

const everywhere: readonly FaultPlace[] = ['wmi', 'connect', 'query', 'call', 'probe', 'srv']

/** Where a kind of fault can strike: ports and DNS know refusals and silence alone, the service works only while it is called. */
export const placesOf = (kind: FaultKind): readonly FaultPlace[] => {
  switch (kind) {
    case 'refuse':
    case 'timeout':
      return everywhere
    case 'service-crash':
      return ['wmi', 'query', 'call']
    case 'access-denied':
    case 'hang':
    case 'slow':
    case 'fail':
      return ['wmi', 'connect', 'query', 'call']
  }
}

const wholeNumber = (typed: string, most: number): number | null => {
  const value = /^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : 0
  return value >= 1 && value <= most ? value : null
}

const effectOf = ({ kind, applied, result }: FaultDraft, milliseconds: number): LabFaultEffect => {
  switch (kind) {
    case 'refuse':
    case 'access-denied':
    case 'service-crash':
      return { kind }
    case 'timeout':
    case 'slow':
      return { kind, milliseconds }
    case 'hang':
      return { kind, applied }
    case 'fail':
      return { kind, applied, hresult: failResults[result]?.hresult ?? 0x8004_1001 }
  }
}

/** The fault to set, or the first field that is wrong and why. */
export const readFault = (
  draft: FaultDraft,
):
  | { readonly ok: true; readonly fault: LabFaultInput }
  | { readonly ok: false; readonly field: 'seconds' | 'times'; readonly message: string } => {
  const timed = draft.kind === 'timeout' || draft.kind === 'slow'
  const seconds = wholeNumber(draft.seconds, mostSeconds)
  if (timed && seconds === null) {
    return { ok: false, field: 'seconds', message: words.secondsWrong(draft.seconds, mostSeconds) }
  }
  const times = wholeNumber(draft.times, 1000)
  if (draft.limited && times === null) return { ok: false, field: 'times', message: words.timesWrong(draft.times) }
  const place = placesOf(draft.kind).includes(draft.place) ? draft.place : 'wmi'
  return {
    ok: true,
    fault: {
      host: draft.host,
      operation: place === 'wmi' ? null : place,
      className: null,
      method: place === 'call' && draft.method !== '' ? draft.method : null,
      effect: effectOf(draft, (seconds ?? 1) * 1000),
      times: draft.limited ? times : null,
    },
  }
}
