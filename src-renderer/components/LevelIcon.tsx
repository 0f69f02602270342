import { makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { InfoFilled } from '@fluentui/react-icons/svg/info'
import { SubtractCircleFilled } from '@fluentui/react-icons/svg/subtract-circle'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { Finding } from '../../src-main/contract/models/finding.ts'

const useStyles = makeStyles({
  icon: {
    flexShrink: 0,
    fontSize: '18px',
    lineHeight: '20px',
    display: 'inline-flex',
    alignItems: 'center',
    height: '20px',
  },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  info: { color: tokens.colorBrandForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  problem: { color: tokens.colorStatusDangerForeground1 },
  skipped: { color: tokens.colorNeutralForeground3 },
})

const icons: Record<Finding['level'], typeof InfoFilled> = {
  ok: CheckmarkCircleFilled,
  info: InfoFilled,
  warning: WarningFilled,
  problem: ErrorCircleFilled,
  skipped: SubtractCircleFilled,
}

/** The symbol of a level. It is decoration: the level stands next to it in words. */
export const LevelIcon = ({ level }: { readonly level: Finding['level'] }) => {
  const styles = useStyles()
  const Icon = icons[level]
  return (
    <span className={`${styles.icon} ${styles[level]}`} aria-hidden="true">
      <Icon />
    </span>
  )
}
