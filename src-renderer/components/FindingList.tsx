import { makeStyles, tokens } from '@fluentui/react-components'
import type { Finding } from '../../src-main/contract/models/finding.ts'
import { common, levelNames } from '../strings/common.ts'
import { CodeLink } from './CodeLink.tsx'
import { LevelIcon } from './LevelIcon.tsx'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  item: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  level: { fontWeight: tokens.fontWeightSemibold },
  remedy: { color: tokens.colorNeutralForeground2, margin: 0 },
  detail: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    margin: 0,
    overflowWrap: 'anywhere',
  },
})

interface Props {
  readonly findings: readonly Finding[]
  /** The name of the list for screen readers. */
  readonly label: string
}

/** What a check found out: symbol, level in words, sentence, remedy. */
export const FindingList = ({ findings, label }: Props) => {
  const styles = useStyles()
  return (
    <ul className={styles.list} aria-label={label}>
      {findings.map((finding) => (
        <li key={`${finding.check} ${finding.message}`} className={styles.item}>
          <LevelIcon level={finding.level} />
          <div>
            <span className={styles.level}>{levelNames[finding.level]}: </span>
            {finding.message}
            {finding.remedy !== undefined && <p className={styles.remedy}>{finding.remedy}</p>}
            {(finding.detail !== undefined || finding.hresult !== undefined) && (
              <p className={styles.detail}>
                {finding.hresult !== undefined && (
                  <>
                    {common.hresult} <CodeLink code={finding.hresult} />.{' '}
                  </>
                )}
                {finding.detail}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
