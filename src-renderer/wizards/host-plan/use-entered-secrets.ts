import { useState, type RefObject } from 'react'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import type { EnteredSecrets } from '../../plan/MissingSecrets.tsx'

/** What was typed again, and what is wrong with it. */
export interface SecretFields {
  readonly entered: EnteredSecrets
  /** Name of the secret that was left out. */
  readonly complaint: string | null
  readonly change: (name: string, value: string) => void
  /** Whether all are there; complains about the first one that is not, and moves the focus to it. */
  readonly areComplete: () => boolean
}

/**
 * Keys and passwords that a plan needs again, while they are typed.
 * @param area where their fields stand, for the focus
 */
export const useEnteredSecrets = (
  secrets: PlanView['missingSecrets'],
  area: RefObject<HTMLElement | null>,
): SecretFields => {
  const [entered, setEntered] = useState<EnteredSecrets>({})
  const [complaint, setComplaint] = useState<string | null>(null)
  return {
    entered,
    complaint,
    change: (name, value) => setEntered({ ...entered, [name]: value }),
    areComplete() {
      const missing = secrets.find(({ name }) => (entered[name] ?? '').trim() === '')
      setComplaint(missing?.name ?? null)
      if (missing === undefined) return true
      area.current?.querySelector<HTMLElement>(`[name="${missing.name}"]`)?.focus()
      return false
    },
  }
}
