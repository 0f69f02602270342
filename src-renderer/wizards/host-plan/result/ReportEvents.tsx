import { makeStyles, tokens } from '@fluentui/react-components'
import type { KmsHostReport } from '../../../../src-main/contract/models/kms-host-report.ts'
import { timeText } from '../../../format/time.ts'
import { sentenceOf } from '../../../strings/errors.ts'
import { result as words } from '../../../strings/set-up-kms-host/result.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalXS },
  time: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

/** The events of the licensing service with their meaning. */
export const ReportEvents = ({ report }: { readonly report: KmsHostReport }) => {
  const styles = useStyles()
  if (report.eventsError !== null) return words.eventsFailed(sentenceOf(report.eventsError).message)
  if (report.events.length === 0) return words.eventsNone
  return (
    <ul className={styles.list}>
      {report.events.map((event) => (
        <li key={`${event.id} ${event.time} ${event.data.join()}`}>
          <span className={styles.time}>{timeText(event.time)}</span> {words.event(event.id)}: {event.meaning}
        </li>
      ))}
    </ul>
  )
}
