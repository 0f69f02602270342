import { makeStyles, tokens } from '@fluentui/react-components'
import type { KmsHostReport, LicensingEvent } from '../../../../src-main/contract/models/kms-host-report.ts'
import { timeText } from '../../../format/time.ts'
import { sentenceOf } from '../../../strings/errors.ts'
import { result as words } from '../../../strings/set-up-kms-host/result.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalXS },
  time: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

interface Props {
  readonly events: readonly LicensingEvent[]
  /** What to say where there is none. */
  readonly none: string
}

/** Events of the licensing service with their meaning. */
export const EventList = ({ events, none }: Props) => {
  const styles = useStyles()
  if (events.length === 0) return none
  return (
    <ul className={styles.list}>
      {events.map((event) => (
        <li key={`${event.id} ${event.time} ${event.data.join()}`}>
          <span className={styles.time}>{timeText(event.time)}</span> {words.event(event.id)}: {event.meaning}
        </li>
      ))}
    </ul>
  )
}

/** The events of a KMS host, or why they could not be read. */
export const ReportEvents = ({ report }: { readonly report: KmsHostReport }) =>
  report.eventsError === null ? (
    <EventList events={report.events} none={words.eventsNone} />
  ) : (
    words.eventsFailed(sentenceOf(report.eventsError).message)
  )
