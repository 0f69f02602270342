import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState, type ReactNode } from 'react'

const useStyles = makeStyles({
  // Positioned, so that what is hidden in it scrolls with it and does not lengthen the page.
  area: {
    position: 'relative',
    overflowX: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

/** What is too wide for the window scrolls by itself; the keyboard can scroll it too. */
export const ScrollArea = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => {
  const styles = useStyles()
  const area = useRef<HTMLDivElement>(null)
  const [wide, setWide] = useState(false)
  useEffect(() => {
    const element = area.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setWide(element.scrollWidth > element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  // Only what is cut off needs a stop of the Tab key.
  const reachable = wide ? { tabIndex: 0, role: 'region', 'aria-label': label } : {}
  return (
    <div ref={area} className={styles.area} {...reachable}>
      {children}
    </div>
  )
}
