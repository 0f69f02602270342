import { makeStyles } from '@fluentui/react-components'
import { create } from 'zustand'

const useAnnouncement = create<{ readonly text: string; readonly turn: number }>(() => ({ text: '', turn: 0 }))

/** Has a screen reader say a short text without moving the focus. The same text twice is said twice. */
export const announce = (text: string): void => useAnnouncement.setState(({ turn }) => ({ text, turn: turn + 1 }))

const useStyles = makeStyles({
  hidden: {
    // Fixed, because in the flow below the window's frame it would make the whole page scroll.
    position: 'fixed',
    top: 0,
    left: 0,
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
})

/** The live region of the window. */
export const Announcer = () => {
  const { text, turn } = useAnnouncement()
  const styles = useStyles()
  return (
    <output className={styles.hidden} aria-live="polite">
      {/* A no-break space that comes and goes makes the region differ, so that a repeated text is read again. */}
      {turn % 2 === 0 ? text : `${text}\u00a0`}
    </output>
  )
}
