import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { WizardState } from './machine.ts'
import type { Wizard } from './wizard-store.ts'

export const WizardProvider = createContext<Wizard | null>(null)

/** The opened wizard: what can be done with it. */
export const useWizard = (): Wizard => {
  const wizard = useContext(WizardProvider)
  if (wizard === null) throw new Error('a wizard step was drawn outside its wizard')
  return wizard
}

/** The opened wizard's present state. */
export const useWizardState = (): WizardState => useStore(useWizard().store)
