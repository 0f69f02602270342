import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Finding } from '../../../../src-main/contract/models/finding.ts'
import type { KmsHostOverview } from '../../../../src-main/contract/models/kms-host-overview.ts'
import { FactList } from '../../../components/FactList.tsx'
import { LevelIcon } from '../../../components/LevelIcon.tsx'
import { Section } from '../../../components/Section.tsx'
import { timeText } from '../../../format/time.ts'
import { openPublishDns } from '../../../stores/navigation-store.ts'
import { sentenceOf } from '../../../strings/errors.ts'
import { endpointSentence, overview as words } from '../../../strings/kms-hosts/overview.ts'

/** Event 12294: the host published itself; 12293: it could not (events.json). */
const published = 12294

const useStyles = makeStyles({
  row: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalXS },
  dns: { justifySelf: 'start' },
})

/** Whether clients can find and reach the host: port, service, and what it said about DNS. */
export const EndpointSection = ({ answer }: { readonly answer: KmsHostOverview }) => {
  const styles = useStyles()
  const { endpoint, serviceState, publishEvents, publishEventsError } = answer
  const marked = (level: Finding['level'], text: string, hint?: string): ReactNode => (
    <div className={styles.row}>
      <LevelIcon level={level} />
      <div>
        {text}
        {hint !== undefined && <p className={styles.muted}>{hint}</p>}
      </div>
    </div>
  )
  const events =
    publishEventsError !== null ? (
      marked('warning', words.publishEventsFailed(sentenceOf(publishEventsError).message))
    ) : publishEvents.length === 0 ? (
      marked('info', words.publishEventsNone)
    ) : (
      <ul className={styles.list}>
        {publishEvents.map((event) => (
          <li key={`${event.id} ${event.time} ${event.data.join()}`}>
            {marked(
              event.id % 65_536 === published ? 'ok' : 'problem',
              `${timeText(event.time)} ${words.event(event.id % 65_536)}: ${event.meaning}`,
            )}
          </li>
        ))}
      </ul>
    )
  return (
    <Section title={words.endpoint}>
      <FactList
        facts={[
          [words.port, marked(endpoint.outcome === 'kms' ? 'ok' : 'warning', endpointSentence(endpoint))],
          [words.service, marked('info', serviceState ?? words.serviceUnknown, words.serviceHint)],
          [words.publishEvents, events],
        ]}
      />
      <Button className={styles.dns} onClick={() => void openPublishDns({ kind: 'new' })}>
        {words.openDns}
      </Button>
    </Section>
  )
}
