import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useListener } from '../../../components/use-listener.ts'
import { headHeight, lineHeight } from './use-grid-styles.ts'

/** The part of a long table that is seen. */
export interface SeenLines {
  /** For the element that scrolls; the headings stand at its top. */
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Height of the table's frame, in pixels. */
  readonly height: number
  /** Numbers of the lines that are seen, wholly or in part. */
  readonly numbers: readonly number[]
  /** How far the first of them is above the edge, in pixels. */
  readonly above: number
  /** Brings a line into view. */
  readonly scrollTo: (index: number) => void
}

/**
 * Which of many lines are seen. All lines are equally high, so that a line is found by its number and none is measured.
 * @param count all lines
 */
export const useSeenLines = (count: number): SeenLines => {
  const scroller = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(600)
  const now = useRef({ top, height })
  useLayoutEffect(() => {
    now.current = { top, height }
  }, [top, height])
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setHeight(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  // Drawn before the frame in which the browser has scrolled, so that no line is missing in it.
  useListener(scroller, 'scroll', ({ target }) => {
    if (target instanceof HTMLElement && target.scrollTop !== now.current.top) flushSync(() => setTop(target.scrollTop))
  })
  const scrollTo = useCallback((index: number): void => {
    const room = now.current.height - headHeight
    const wanted = Math.min(index * lineHeight, Math.max(now.current.top, (index + 1) * lineHeight - room))
    if (wanted === now.current.top) return
    scroller.current?.scrollTo({ top: wanted })
    setTop(wanted)
  }, [])
  const scrolled = Math.max(0, Math.min(top, count * lineHeight + headHeight - height))
  const first = Math.floor(scrolled / lineHeight)
  const last = Math.min(count, Math.ceil((scrolled + height - headHeight) / lineHeight))
  return {
    scroller,
    height,
    numbers: Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at),
    above: scrolled - first * lineHeight,
    scrollTo,
  }
}
