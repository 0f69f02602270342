import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Finding } from '../../src-main/contract/models/finding.ts'
import { LevelIcon } from './LevelIcon.tsx'

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  problem: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  ok: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  info: {},
  skipped: {},
  body: { minWidth: 0, flexGrow: 1, display: 'grid', rowGap: tokens.spacingVerticalXS },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
})

interface Props {
  readonly level: Finding['level']
  readonly title?: string
  readonly children?: ReactNode
  /** Has a screen reader say it when it appears. */
  readonly alert?: boolean
}

/** A framed message with the symbol of its level. */
export const Panel = ({ level, title, children, alert = false }: Props) => {
  const styles = useStyles()
  return (
    <div className={mergeClasses(styles.panel, styles[level])} {...(alert ? { role: 'alert' } : {})}>
      <LevelIcon level={level} />
      <div className={styles.body}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  )
}
