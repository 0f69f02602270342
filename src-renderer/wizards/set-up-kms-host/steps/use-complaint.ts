import { useEffect, type RefObject } from 'react'
import type { Complaint } from '../complaints.ts'

/** Moves the focus to the field that a complaint names. The field is found by its `name` inside `form`. */
export const useComplaintFocus = (complaint: Complaint | null, area: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    if (complaint === null) return
    const field = area.current?.querySelector<HTMLElement>(`[name="${complaint.field}"]:not(:disabled)`)
    field?.focus()
  }, [complaint, area])
}

/** Fluent's validation properties of a field: set where the complaint names it. */
export const complaintOf = (complaint: Complaint | null, field: Complaint['field']) =>
  complaint?.field === field ? ({ validationState: 'error', validationMessage: complaint.message } as const) : {}
