import { useEffect, type RefObject } from 'react'

/** Moves the focus to the field that something is wrong with. The field is found by its `name` inside `area`. */
export const useFieldFocus = (complaint: { readonly field: string } | null, area: RefObject<HTMLElement | null>) => {
  useEffect(() => {
    if (complaint === null) return
    area.current?.querySelector<HTMLElement>(`[name="${complaint.field}"]:not(:disabled)`)?.focus()
  }, [complaint, area])
}

/** Fluent's validation properties of a field: set where the complaint names it. */
export const problemAt = (complaint: { readonly field: string; readonly message: string } | null, field: string) =>
  complaint?.field === field ? ({ validationState: 'error', validationMessage: complaint.message } as const) : {}
