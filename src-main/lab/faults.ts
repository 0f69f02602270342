import type { Fault, FaultEffect } from './world/state.ts'
import type { Transaction } from './world/transaction.ts'

/** What is about to happen, for a fault to match. Class and method where they are known. */
export interface FaultSubject {
  readonly host: string
  readonly operation: NonNullable<Fault['operation']>
  readonly className?: string
  readonly method?: string
}

const same = (wanted: string | undefined, actual: string | undefined): boolean =>
  wanted === undefined || wanted.toLowerCase() === actual?.toLowerCase()

/** What a fault without an operation strikes: all that is asked by WMI, and neither ports nor DNS. */
const byWmi: readonly FaultSubject['operation'][] = ['connect', 'query', 'call']

const strikes = (fault: Fault, subject: FaultSubject): boolean =>
  (fault.host === '*' || same(fault.host, subject.host)) &&
  (fault.operation === undefined ? byWmi.includes(subject.operation) : fault.operation === subject.operation) &&
  same(fault.className, subject.className) &&
  same(fault.method, subject.method)

/** The fault that strikes, if any; it is used up by one. */
export const strike = (transaction: Transaction, subject: FaultSubject): FaultEffect | null => {
  for (const [id, { fault, left }] of Object.entries(transaction.readNetwork.faults)) {
    if (left === 0 || !strikes(fault, subject)) continue
    if (left !== null) {
      const state = transaction.network.faults[id]
      if (state) state.left = left - 1
    }
    return fault.effect
  }
  return null
}
