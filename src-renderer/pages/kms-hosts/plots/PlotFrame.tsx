import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { Suspense, useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { requests as words } from '../../../strings/kms-hosts/requests.ts'

const useStyles = makeStyles({
  figure: { margin: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  // The library writes legends in capitals and its axes in ten pixels.
  plot: {
    height: '280px',
    overflow: 'hidden',
    '& text': { fontSize: '12px', fontWeight: tokens.fontWeightRegular },
    '& button': { textTransform: 'none' },
    '& button *': { textTransform: 'none' },
  },
  toggle: { justifySelf: 'start' },
})

/** The size of a plot in pixels. */
export interface PlotSize {
  readonly width: number
  readonly height: number
}

const height = 280

interface Props {
  /** What the plot says, as a sentence. */
  readonly title: string
  /** Draws the plot in the room that there is. */
  readonly draw: (size: PlotSize) => ReactNode
  /** The same figures as a table. */
  readonly table: ReactNode
}

/** A plot with its message above, and the same figures as a table for those who want or need it. */
export const PlotFrame = ({ title, draw, table }: Props) => {
  const styles = useStyles()
  const titleId = useId()
  const tableId = useId()
  const area = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [asTable, setAsTable] = useState(false)
  useEffect(() => {
    const element = area.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <figure className={styles.figure} aria-labelledby={titleId}>
      <h3 id={titleId} className={styles.title}>
        {title}
      </h3>
      <div ref={area} className={styles.plot}>
        {width > 0 && <Suspense fallback={<Spinner size="tiny" />}>{draw({ width, height })}</Suspense>}
      </div>
      <Button
        size="small"
        className={styles.toggle}
        aria-expanded={asTable}
        aria-controls={tableId}
        onClick={() => setAsTable(!asTable)}
      >
        {asTable ? words.hideTable : words.showTable}
      </Button>
      <div id={tableId} hidden={!asTable}>
        {asTable && table}
      </div>
    </figure>
  )
}
