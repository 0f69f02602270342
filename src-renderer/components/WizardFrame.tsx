import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, type FormEvent, type ReactNode } from 'react'
import { common } from '../strings/common.ts'
import { announce } from './Announcer.tsx'
import { PageHeading } from './PageHeading.tsx'
import { StepList } from './StepList.tsx'

const low = '@media (max-height: 480px)'

const useStyles = makeStyles({
  frame: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    [low]: { height: 'auto' },
  },
  head: {
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXXL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalS,
    '@media (max-width: 720px)': { padding: tokens.spacingHorizontalM },
  },
  title: { margin: 0, color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
  // Positioned, so that hidden captions inside scroll with it and do not lengthen the page.
  scroll: { position: 'relative', flexGrow: 1, minHeight: 0, overflowY: 'auto', [low]: { overflowY: 'visible' } },
  body: {
    maxWidth: '1040px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXXL} ${tokens.spacingVerticalXXL}`,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalXL,
    '@media (max-width: 720px)': { padding: tokens.spacingHorizontalM },
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (max-width: 720px)': { padding: tokens.spacingHorizontalM },
  },
})

interface Props {
  /** The wizard's name. */
  readonly title: string
  readonly stepNames: readonly string[]
  /** Index of the present step, from 0. */
  readonly step: number
  readonly heading: string
  readonly children: ReactNode
  /** The buttons of the commit bar; the one of type submit answers Enter in a field. */
  readonly actions: ReactNode
  readonly onSubmit?: () => void
}

/** The frame of every wizard: name, steps, heading that takes the focus, content, commit bar. */
export const WizardFrame = ({ title, stepNames, step, heading, children, actions, onSubmit }: Props) => {
  const styles = useStyles()
  useEffect(() => {
    announce(common.stepOf(step + 1, stepNames.length, stepNames[step] ?? ''))
  }, [step, stepNames])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <form className={styles.frame} noValidate autoComplete="off" aria-label={title} onSubmit={submit}>
      <div className={styles.head}>
        <p className={styles.title}>{title}</p>
        <StepList names={stepNames} current={step} />
      </div>
      <div className={styles.scroll}>
        <div className={styles.body}>
          <PageHeading key={`${step} ${heading}`} text={heading} />
          {children}
        </div>
      </div>
      <div className={styles.bar}>{actions}</div>
    </form>
  )
}
