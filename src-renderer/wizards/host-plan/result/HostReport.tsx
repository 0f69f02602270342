import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Finding } from '../../../../src-main/contract/models/finding.ts'
import type { KmsHostReport, SrvLookup } from '../../../../src-main/contract/models/kms-host-report.ts'
import { FactList } from '../../../components/FactList.tsx'
import { LevelIcon } from '../../../components/LevelIcon.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { timeText } from '../../../format/time.ts'
import { portSentence } from '../../../strings/licensing.ts'
import { result as words } from '../../../strings/set-up-kms-host/result.ts'
import { target } from '../../../strings/target-step.ts'
import { ReportEvents } from './ReportEvents.tsx'
import { srvLines, srvSentence } from './result-text.ts'

const useStyles = makeStyles({
  row: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: '44px' },
})

const srvLevels: Record<SrvLookup['outcome'], Finding['level']> = {
  found: 'ok',
  none: 'warning',
  'could-not-ask': 'warning',
}

/** The report of a KMS host. */
export const HostReport = ({ report }: { readonly report: KmsHostReport }) => {
  const styles = useStyles()
  const { snapshot } = report
  const marked = (level: Finding['level'], text: string, hint?: string): ReactNode => (
    <div className={styles.row}>
      <LevelIcon level={level} />
      <div>
        {text}
        {hint !== undefined && <p className={styles.muted}>{hint}</p>}
      </div>
    </div>
  )
  return (
    <>
      <p className={styles.muted}>{words.verifiedAt(timeText(snapshot.readAt))}</p>
      {snapshot.mayBeIncomplete && <Panel level="warning" title={target.mayBeIncomplete} />}
      <FactList
        facts={[
          [words.channel, marked(report.channel === null ? 'problem' : 'ok', report.channel ?? words.channelNone)],
          [
            words.licensed,
            marked(report.licensed ? 'ok' : 'problem', report.licensed ? words.licensedYes : words.licensedNo),
          ],
          [
            words.count,
            marked(
              'info',
              report.currentCount === null
                ? words.countUnknown
                : words.countOf(report.currentCount, report.requiredCount),
              words.countHint,
            ),
          ],
          [words.service, marked('info', report.serviceState, words.serviceHint)],
          [words.port, marked(report.port.outcome === 'open' ? 'ok' : 'warning', portSentence(report.port))],
          [
            words.srv,
            report.srv.length === 0
              ? marked('info', words.srvNoDomain)
              : report.srv.map((lookup) => (
                  <div key={lookup.name}>
                    {marked(srvLevels[lookup.outcome], srvSentence(lookup))}
                    <ul className={styles.list}>
                      {srvLines(lookup).map((line) => (
                        <li key={line}>{line}</li>
                      ))}
                    </ul>
                  </div>
                )),
          ],
          [words.events, <ReportEvents key="events" report={report} />],
        ]}
      />
    </>
  )
}
