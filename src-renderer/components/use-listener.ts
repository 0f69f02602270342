import { useEffect, useRef, type RefObject } from 'react'

/** Hears an event on an element and all that is in it; the newest `heard` is called. */
export const useListener = <K extends keyof HTMLElementEventMap>(
  area: RefObject<HTMLElement | null>,
  event: K,
  heard: (event: HTMLElementEventMap[K]) => void,
): void => {
  const newest = useRef(heard)
  useEffect(() => {
    newest.current = heard
  })
  useEffect(() => {
    const element = area.current
    const listener = (told: HTMLElementEventMap[K]): void => newest.current(told)
    element?.addEventListener(event, listener)
    return () => element?.removeEventListener(event, listener)
  }, [area, event])
}
