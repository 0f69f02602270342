import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Change, ChangeState } from './change-store.ts'

export const ChangeProvider = createContext<Change | null>(null)

/** The opened wizard: what can be done with it. */
export const useChange = (): Change => {
  const change = useContext(ChangeProvider)
  if (change === null) throw new Error('a step of the wizard was drawn outside it')
  return change
}

/** What was typed in the opened wizard, and what is wrong with it. */
export const useChangeState = (): ChangeState => useStore(useChange().store)
