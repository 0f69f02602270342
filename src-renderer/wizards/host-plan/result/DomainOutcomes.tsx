import { makeStyles, tokens } from '@fluentui/react-components'
import type { KmsHostReport } from '../../../../src-main/contract/models/kms-host-report.ts'
import { LevelIcon } from '../../../components/LevelIcon.tsx'
import { Section } from '../../../components/Section.tsx'
import { result as words } from '../../../strings/set-up-kms-host/result.ts'
import { domainOutcomes } from './domain-outcomes.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  item: { display: 'flex', columnGap: tokens.spacingHorizontalS, minWidth: 0, overflowWrap: 'anywhere' },
  domain: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, maxWidth: '720px' },
  muted: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** One line for each domain: published (event 12294) or not (event 12293). Nothing where no event tells. */
export const DomainOutcomes = ({ report }: { readonly report: KmsHostReport }) => {
  const styles = useStyles()
  const outcomes = domainOutcomes(report.events)
  if (outcomes.length === 0) return null
  return (
    <Section title={words.publishedTitle}>
      <ul className={styles.list} aria-label={words.publishedTitle}>
        {outcomes.map(({ domain, published, event }) => (
          <li key={domain} className={styles.item}>
            <LevelIcon level={published ? 'ok' : 'problem'} />
            <div>
              <span className={styles.domain}>{domain}</span>: {words.event(event.id)}. {event.meaning}
              {!published && <p className={styles.muted}>{words.notPublishedRemedy(domain)}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
