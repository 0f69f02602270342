import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Finding } from '../../../src-main/contract/models/finding.ts'
import { LevelIcon } from '../../components/LevelIcon.tsx'

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  text: { flexGrow: 1, minWidth: '220px' },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface Props {
  readonly level: Finding['level']
  /** The name of the item for screen readers. */
  readonly label: string
  readonly title: string
  /** How it stands, in a few sentences. */
  readonly text: string
  /** The buttons. */
  readonly children: ReactNode
}

/** Something that was begun and has not ended, with what can be done about it. */
export const UnfinishedItem = ({ level, label, title, text, children }: Props) => {
  const styles = useStyles()
  return (
    <article className={styles.item} aria-label={label}>
      <LevelIcon level={level} />
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        <p className={styles.muted}>{text}</p>
      </div>
      <div className={styles.actions}>{children}</div>
    </article>
  )
}
