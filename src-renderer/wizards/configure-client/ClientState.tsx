import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import type { KmsClientReport } from '../../../src-main/contract/models/kms-client-report.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { CodeWithMeaning } from '../../components/CodeWithMeaning.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { FactList } from '../../components/FactList.tsx'
import { Section } from '../../components/Section.tsx'
import { timeText } from '../../format/time.ts'
import { clientResult as words } from '../../strings/configure-client/result.ts'
import { sentenceOf } from '../../strings/errors.ts'
import { licenseStatusNames } from '../../strings/licensing.ts'
import { EventList } from '../host-plan/result/ReportEvents.tsx'
import { activationTypeNow, clientProduct, discoveryNow, lookupNow, suffixesNow } from './present-text.ts'
import { useClientReport } from './use-client-report.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** What the computer shows now: licence, settings, and its events 12288 and 12289. */
export const ClientState = ({ target }: { readonly target: TargetRef }) => {
  const styles = useStyles()
  const { report, error, reading, readAgain } = useClientReport(target)
  return (
    <Section title={words.state}>
      {report !== null && <Report report={report} />}
      {error !== null && <ErrorPanel error={error} title={words.readFailed} />}
      <div className={styles.row}>
        <Button disabledFocusable={reading} onClick={readAgain}>
          {words.readAgain}
        </Button>
        {reading && <Spinner size="tiny" labelPosition="after" label={words.reading} />}
      </div>
    </Section>
  )
}

const Report = ({ report }: { readonly report: KmsClientReport }) => {
  const { snapshot, events, eventsError } = report
  const product = clientProduct(snapshot)
  return (
    <>
      <p className={useStyles().muted}>{words.readAt(timeText(snapshot.readAt))}</p>
      <FactList
        facts={[
          [words.product, product?.name ?? words.productNone],
          ...(product === null ? [] : ([[words.status, licenseStatusNames[product.status]]] as const)),
          ...(product === null || product.statusReason === 0
            ? []
            : ([[words.reason, <CodeWithMeaning key="reason" code={product.statusReason} />]] as const)),
          [words.discovery, discoveryNow(snapshot)],
          [words.lookup, lookupNow(snapshot)],
          [words.activationType, activationTypeNow(snapshot)],
          [words.suffixes, suffixesNow(snapshot)],
          [
            words.events,
            eventsError === null ? (
              <EventList key="events" events={events} none={words.eventsNone} />
            ) : (
              words.eventsFailed(sentenceOf(eventsError).message)
            ),
          ],
        ]}
      />
    </>
  )
}
