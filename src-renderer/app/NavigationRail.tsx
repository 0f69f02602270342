import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker'
import { BookQuestionMarkRegular } from '@fluentui/react-icons/svg/book-question-mark'
import { CalendarClockRegular } from '@fluentui/react-icons/svg/calendar-clock'
import { CertificateRegular } from '@fluentui/react-icons/svg/certificate'
import { StethoscopeRegular } from '@fluentui/react-icons/svg/stethoscope'
import { FlowchartRegular } from '@fluentui/react-icons/svg/flowchart'
import { GlobeSearchRegular } from '@fluentui/react-icons/svg/globe-search'
import { HistoryRegular } from '@fluentui/react-icons/svg/history'
import { ClipboardTaskListLtrRegular } from '@fluentui/react-icons/svg/clipboard-task-list-ltr'
import { DesktopRegular } from '@fluentui/react-icons/svg/desktop'
import { ServerMultipleRegular } from '@fluentui/react-icons/svg/server-multiple'
import type { ReactNode } from 'react'
import { useAppInfo } from '../stores/app-info-store.ts'
import { go, useNavigation, type Route } from '../stores/navigation-store.ts'
import { common } from '../strings/common.ts'

const narrow = '@media (max-width: 720px)'

const useStyles = makeStyles({
  rail: {
    flexShrink: 0,
    width: '224px',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: {
      width: '100%',
      flexDirection: 'row',
      alignItems: 'center',
      columnGap: tokens.spacingHorizontalXS,
      padding: tokens.spacingHorizontalXS,
      borderRight: 'none',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  name: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    fontWeight: tokens.fontWeightSemibold,
    [narrow]: { display: 'none' },
  },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    [narrow]: { flexDirection: 'row', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXS },
  },
  item: {
    width: '100%',
    minHeight: '36px',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    // As wide as the mark of the present page: a transparent border would show in forced colours.
    padding: `0 ${tokens.spacingHorizontalM} 0 calc(${tokens.spacingHorizontalM} + 3px)`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    textAlign: 'left',
    [narrow]: { whiteSpace: 'nowrap' },
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    paddingLeft: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3Selected,
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { fontSize: '20px', display: 'inline-flex' },
  foot: {
    marginTop: 'auto',
    padding: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    display: 'grid',
    [narrow]: { display: 'none' },
  },
})

/** The main navigation, with the app's version and rights at its foot. */
export const NavigationRail = () => {
  const styles = useStyles()
  const page = useNavigation((state) => state.route.page)
  const info = useAppInfo((state) => state.info)
  const item = (route: Route, text: string, icon: ReactNode) => (
    <li>
      <button
        type="button"
        className={mergeClasses(styles.item, page === route.page && styles.current)}
        {...(page === route.page ? { 'aria-current': 'page' } : {})}
        onClick={() => void go(route)}
      >
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
        {text}
      </button>
    </li>
  )
  return (
    <nav className={styles.rail} aria-label={common.navigation}>
      <p className={styles.name}>{common.appName}</p>
      <ul className={styles.list}>
        {item({ page: 'computers' }, common.computers, <DesktopRegular />)}
        {item({ page: 'home' }, common.tasks, <ClipboardTaskListLtrRegular />)}
        {item({ page: 'kms-hosts' }, common.kmsHosts, <ServerMultipleRegular />)}
        {item({ page: 'deployment-map' }, common.deploymentMap, <FlowchartRegular />)}
        {item({ page: 'expiry' }, common.expiry, <CalendarClockRegular />)}
        {item({ page: 'publish-dns', opening: { kind: 'new' }, visit: 0 }, common.publishDns, <GlobeSearchRegular />)}
        {item({ page: 'licensing-details', computer: null, visit: 0 }, common.licensingDetails, <CertificateRegular />)}
        {item({ page: 'check-computer', computer: null, visit: 0 }, common.checkComputer, <StethoscopeRegular />)}
        {item({ page: 'error-lookup', text: '', visit: 0 }, common.errorLookup, <BookQuestionMarkRegular />)}
        {item({ page: 'journal', planId: null }, common.journal, <HistoryRegular />)}
        {item({ page: 'lab' }, common.lab, <BeakerRegular />)}
      </ul>
      {info !== null && (
        <div className={styles.foot}>
          <span>{info.computerName}</span>
          {info.elevated !== null && <span>{info.elevated ? common.elevated : common.notElevated}</span>}
          <span>{common.version(info.version)}</span>
        </div>
      )}
    </nav>
  )
}
