import { AppFailure } from '../contract/app-error.ts'
import type { TargetRef } from '../contract/models/target.ts'
import { targetKey } from './plan-parts.ts'

/** The computers that a plan or a batch works on at this moment: never two on one computer. */
export interface BusyComputers {
  /** Throws AppFailure `busy` where somebody works on the computer. */
  refuseIfBusy(target: TargetRef, targetName: string): void
  /** Takes a computer until the returned function is called. Throws as `refuseIfBusy` does. */
  hold(target: TargetRef, targetName: string, title: string): () => void
}

/** Makes the register, with nobody at work. One is shared by everything that changes computers. */
export const createBusyComputers = (): BusyComputers => {
  const held = new Map<string, { readonly title: string }>()
  const refuseIfBusy = (target: TargetRef, targetName: string): void => {
    const rival = held.get(targetKey(target))
    if (!rival) return
    throw new AppFailure({
      code: 'busy',
      message: `Another plan is working on this computer: ${rival.title}.`,
      remedy: 'Wait until it has ended, or stop it.',
      target: targetName,
      retryable: true,
    })
  }
  return {
    refuseIfBusy,
    hold: (target, targetName, title) => {
      refuseIfBusy(target, targetName)
      const key = targetKey(target)
      const mine = { title }
      held.set(key, mine)
      return () => {
        if (held.get(key) === mine) held.delete(key)
      }
    },
  }
}
