import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import { useId, type ReactNode } from 'react'

const useStyles = makeStyles({
  area: { display: 'grid', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  button: { justifySelf: 'start', paddingLeft: tokens.spacingHorizontalXS },
  content: { display: 'grid', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  hidden: { display: 'none' },
})

interface Props {
  readonly title: string
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
  readonly children: ReactNode
}

/** A part that is folded away until somebody wants it. */
export const Disclosure = ({ title, open, onToggle, children }: Props) => {
  const styles = useStyles()
  const id = useId()
  return (
    <div className={styles.area}>
      <Button
        className={styles.button}
        appearance="subtle"
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => onToggle(!open)}
      >
        {title}
      </Button>
      <div id={id} className={open ? styles.content : styles.hidden}>
        {children}
      </div>
    </div>
  )
}
