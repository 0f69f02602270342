import { makeStyles, tokens } from '@fluentui/react-components'
import type { KmsHostOverview } from '../../../../src-main/contract/models/kms-host-overview.ts'
import { Panel } from '../../../components/Panel.tsx'
import { Section } from '../../../components/Section.tsx'
import { overview as words } from '../../../strings/kms-hosts/overview.ts'
import { GrowthPlot } from '../plots/GrowthPlot.tsx'
import { CountMeter } from './CountMeter.tsx'

const useStyles = makeStyles({
  meters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXXL, '& > *': { flex: '1 1 320px' } },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, maxWidth: '720px' },
})

/** The count: a meter for clients and one for servers, how it grew, and what it means. */
export const CountSection = ({ answer }: { readonly answer: KmsHostOverview }) => {
  const styles = useStyles()
  const { currentCount, thresholds, requests, countMeaning } = answer
  const clients = thresholds.find(({ of }) => of === 'clients')
  return (
    <Section title={words.count}>
      {currentCount === null && <Panel level="warning" title={words.countUnknown} />}
      <div className={styles.meters}>
        {thresholds.map((threshold) => (
          <CountMeter key={threshold.of} count={currentCount} threshold={threshold} />
        ))}
      </div>
      {currentCount !== null && clients !== undefined && requests !== null && requests.total > 0 && (
        <GrowthPlot count={currentCount} threshold={clients} requests={requests} />
      )}
      {countMeaning.length > 0 && (
        <ul className={styles.list}>
          {countMeaning.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}
