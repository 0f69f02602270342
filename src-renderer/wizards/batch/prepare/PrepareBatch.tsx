import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { bridge } from '../../../bridge/bridge.ts'
import { loadLab } from '../../../stores/lab-store.ts'
import { setGuarded, type BatchOpening } from '../../../stores/navigation-store.ts'
import type { BatchWizard } from '../batch-wizard.ts'
import type { BatchRun } from '../run/batch-run.ts'
import { BatchOptionsPage } from './BatchOptionsPage.tsx'
import { ChosenPage } from './ChosenPage.tsx'
import { createPreparation } from './preparation.ts'

interface Props<F extends object> {
  readonly wizard: BatchWizard<F>
  readonly opening: Extract<BatchOpening, { readonly kind: 'new' }>
  readonly run: BatchRun
  readonly hidden: boolean
}

/** The steps before the review. They stay alive while the review is shown, so that Back keeps each input. */
export const PrepareBatch = <F extends object>({ wizard, opening, run, hidden }: Props<F>) => {
  const [preparation] = useState(() =>
    createPreparation(wizard, { bridge, computers: opening.computers, onProposed: run.review }),
  )
  const { step, touched } = useStore(preparation.store)
  useEffect(() => {
    void loadLab()
    return () => {
      const { phase } = run.store.getState()
      preparation.dispose(phase === 'under-way' || phase === 'ended')
    }
  }, [preparation, run])
  useEffect(() => {
    setGuarded(touched)
    return () => setGuarded(false)
  }, [touched])
  if (hidden) return null
  return step === 'computers' ? (
    <ChosenPage wizard={wizard} preparation={preparation} />
  ) : (
    <BatchOptionsPage wizard={wizard} preparation={preparation} />
  )
}
