import { useEffect, useState } from 'react'

/** How long a dialog ignores its dangerous button after opening, in milliseconds. */
const gracePeriod = 250

/**
 * True once a dialog has been open long enough for its dangerous button to count. Until then the button is disabled,
 * so that the Enter which opened the dialog cannot confirm it, and the focus goes to Cancel.
 */
export const useGrace = (open: boolean): boolean => {
  const [armed, setArmed] = useState(false)
  useEffect(() => {
    if (!open) return undefined
    const timer = setTimeout(() => setArmed(true), gracePeriod)
    return () => {
      clearTimeout(timer)
      setArmed(false)
    }
  }, [open])
  return armed
}
