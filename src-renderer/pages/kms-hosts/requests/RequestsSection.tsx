import { makeStyles } from '@fluentui/react-components'
import type { KmsHostOverview } from '../../../../src-main/contract/models/kms-host-overview.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { Section } from '../../../components/Section.tsx'
import { requests as words } from '../../../strings/kms-hosts/requests.ts'
import { RequestsPlot } from '../plots/RequestsPlot.tsx'
import { ClientTable } from './ClientTable.tsx'
import { Duplicates } from './Duplicates.tsx'
import { RefusalTable } from './RefusalTable.tsx'
import { StateTable } from './StateTable.tsx'

const useStyles = makeStyles({ text: { margin: 0 } })

interface Props {
  readonly answer: KmsHostOverview
  /** How far back the requests reach, in words. */
  readonly span: string
}

/** What clients asked: over time, in which state, what was refused, and who asked. */
export const RequestsSection = ({ answer, span }: Props) => {
  const styles = useStyles()
  const { requests, requestsError, counters } = answer
  return (
    <>
      <Section title={words.heading}>
        {requestsError !== null && <ErrorPanel error={requestsError} title={words.failed} />}
        {requests !== null && requests.total === 0 && (
          <Panel level="info" title={words.none}>
            <p className={styles.text}>{words.noneBody}</p>
          </Panel>
        )}
        {requests !== null && requests.total > 0 && <RequestsPlot requests={requests} span={span} />}
        {requests?.truncated === true && <Panel level="warning" title={words.truncated} />}
        {requests !== null && requests.unreadable > 0 && (
          <Panel level="warning" title={words.unreadable(requests.unreadable)} />
        )}
      </Section>
      {requests !== null && requests.refusals.length > 0 && <RefusalTable refusals={requests.refusals} />}
      {requests !== null && requests.clients.length > 0 && (
        <Section title={words.who}>
          <Duplicates clients={requests.clients} />
          <ClientTable requests={requests} />
        </Section>
      )}
      {(counters !== null || (requests !== null && requests.total > 0)) && (
        <StateTable counters={counters} requests={requests} span={span} />
      )}
    </>
  )
}
