import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import type { AuthoritativeLookup } from '../../../../src-main/contract/models/dns.ts'
import type { DomainSurvey } from '../../../../src-main/contract/models/dns-survey.ts'
import { ErrorPanel } from '../../../components/ErrorPanel.tsx'
import { FactList } from '../../../components/FactList.tsx'
import { FindingList } from '../../../components/FindingList.tsx'
import { LevelIcon } from '../../../components/LevelIcon.tsx'
import { Section } from '../../../components/Section.tsx'
import type { Operation } from '../../../strings/publish-dns/change.ts'
import { domain as words, page } from '../../../strings/publish-dns/page.ts'
import { RecordTable } from './RecordTable.tsx'
import { ServerTable } from './ServerTable.tsx'

type Asked = Extract<AuthoritativeLookup, { outcome: 'asked' }>

const useStyles = makeStyles({
  row: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
  add: { justifySelf: 'start' },
  inner: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
})

/** Asks for a change; `record` is null where one is added. */
export type OnOperation = (op: Operation, survey: DomainSurvey, record: DomainSurvey['records'][number] | null) => void

interface Props {
  readonly survey: DomainSurvey
  /** Null where the answer is only shown. */
  readonly onOperation: OnOperation | null
}

/** What DNS holds for one domain. */
export const DomainAnswer = ({ survey, onOperation }: Props) => {
  const styles = useStyles()
  const { lookup, records, findings } = survey
  return (
    <Section title={survey.domain}>
      <div className={styles.inner}>
        {lookup.outcome === 'asked' && <ZoneFacts lookup={lookup} />}
        {lookup.outcome === 'no-zone' && <ErrorPanel error={lookup.error} title={words.noZone(survey.domain)} />}
        {lookup.outcome === 'could-not-ask' && <ErrorPanel error={lookup.error} title={words.unknown(lookup.name)} />}
        {lookup.outcome === 'asked' && records.length > 0 && (
          <RecordTable
            caption={words.records(survey.domain)}
            records={records}
            actions={
              onOperation === null
                ? null
                : {
                    onChange: (record) => onOperation('change', survey, record),
                    onRemove: (record) => onOperation('remove', survey, record),
                  }
            }
          />
        )}
        {lookup.outcome === 'asked' && findings.length > 0 && (
          <FindingList findings={findings} label={words.findings(survey.domain)} />
        )}
        {lookup.outcome === 'asked' && <ServerTable servers={lookup.servers} zone={lookup.zone} />}
        {onOperation !== null && lookup.outcome === 'asked' && (
          <Button
            className={styles.add}
            icon={<AddRegular />}
            aria-label={page.addTo(survey.domain)}
            onClick={() => onOperation('create', survey, null)}
          >
            {page.add}
          </Button>
        )}
      </div>
    </Section>
  )
}

const ZoneFacts = ({ lookup }: { readonly lookup: Asked }) => (
  <FactList
    facts={[
      [words.zone, lookup.zone],
      [words.primary, lookup.primary],
      [words.agreement, <Agreement key="agreement" lookup={lookup} />],
    ]}
  />
)

const Agreement = ({ lookup }: { readonly lookup: Asked }) => {
  const styles = useStyles()
  const answered = lookup.servers.filter(({ answer }) => answer.outcome !== 'could-not-ask').length
  switch (lookup.agreement) {
    case 'agree':
      return (
        <span className={styles.row}>
          <LevelIcon level="ok" />
          {words.agree}
        </span>
      )
    case 'differ':
      return (
        <span className={styles.row}>
          <LevelIcon level="warning" />
          {words.differ}
        </span>
      )
    case 'unknown':
      return (
        <span className={styles.row}>
          <LevelIcon level={answered === 0 ? 'warning' : 'info'} />
          {answered === 0 ? words.noneAnswered : words.unknownAgreement}
        </span>
      )
  }
}
