import { join } from 'node:path'
import { expect } from '@playwright/test'
import { openLab, type Fault, type Lab } from '../../src-main/lab/open-lab.ts'
import { readLabCalls, type LabCall } from './lab-log.ts'

/** Reaches into the Lab that the app works in, from outside the app, as somebody at the simulated computers would. */
export const withLab = async <T>(
  userData: string,
  work: (lab: Lab) => Promise<T>,
  scenario = 'first-host',
): Promise<T> => {
  const lab = openLab(scenario, { folder: join(userData, 'lab', scenario) })
  try {
    return await work(lab)
  } finally {
    lab.close()
  }
}

/** Breaks something in the Lab. */
export const setFault = (userData: string, fault: Fault): Promise<string> =>
  withLab(userData, (lab) => lab.setFault(fault))

/** Mends all that was broken. A call that hangs already goes on hanging. */
export const clearFaults = (userData: string): Promise<void> => withLab(userData, (lab) => lab.clearFaults())

/** A call to a class or of a method that is to be held. */
export type HeldCall = { readonly className: string } | { readonly method: string; readonly applied: boolean }

/** Has a call on a computer hang for ever: a query before its answer, a method before (`applied: false`) or after it took effect. */
export const hold = async (userData: string, held: HeldCall, host = 'KMS01'): Promise<void> => {
  await setFault(
    userData,
    'method' in held
      ? { host, operation: 'call', method: held.method, effect: { kind: 'hang', applied: held.applied } }
      : { host, operation: 'query', className: held.className, effect: { kind: 'hang', applied: false } },
  )
}

const isOf = (held: HeldCall, call: LabCall): boolean =>
  'method' in held ? call.method === held.method : (call.wql?.includes(held.className) ?? false)

/** Waits until the held call hangs; returns the process that waits for its answer. */
export const untilHeld = async (userData: string, held: HeldCall): Promise<number> => {
  const find = (): number | undefined =>
    readLabCalls(userData).findLast((call) => call.unanswered === true && isOf(held, call))?.pid
  await expect.poll(find, { intervals: [20] }).toBeGreaterThan(0)
  return find() ?? 0
}
