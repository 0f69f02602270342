import { makeStyles, tokens } from '@fluentui/react-components'
import type { AppInfo } from '../../../src-main/contract/models/app-info.ts'
import type { Finding } from '../../../src-main/contract/models/finding.ts'
import { Panel } from '../../components/Panel.tsx'
import { Section } from '../../components/Section.tsx'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { home } from '../../strings/home.ts'

const levels: Record<AppInfo['notices'][number]['level'], Finding['level']> = {
  info: 'info',
  warning: 'warning',
  error: 'problem',
}

const useStyles = makeStyles({ remedy: { margin: 0, color: tokens.colorNeutralForeground2 } })

/** What main wants people to know from its start, such as a damaged journal that was kept aside. */
export const Notices = () => {
  const styles = useStyles()
  const notices = useAppInfo((state) => state.info?.notices) ?? []
  if (notices.length === 0) return null
  return (
    <Section title={home.noticesHeading}>
      {notices.map((notice) => (
        <Panel key={notice.message} level={levels[notice.level]} title={notice.message}>
          {notice.remedy !== undefined && <p className={styles.remedy}>{notice.remedy}</p>}
        </Panel>
      ))}
    </Section>
  )
}
