import { useEffect, useRef, type RefObject } from 'react'

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

/**
 * Keeps the focus on the page where what had it goes away: a button that started something is gone while that runs.
 * @param state what changes when parts of the page come and go
 * @param area takes the focus then, and needs a `tabIndex` of -1; the page's heading where it is absent
 */
export const useKeptFocus = (state: string, area?: RefObject<HTMLElement | null>): void => {
  const seen = useRef(state)
  useEffect(() => {
    if (seen.current === state) return
    seen.current = state
    if (isLost()) (area?.current ?? document.querySelector('h1'))?.focus({ preventScroll: area !== undefined })
  })
}
