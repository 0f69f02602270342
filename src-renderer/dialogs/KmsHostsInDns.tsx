import { makeStyles, Spinner, tokens } from '@fluentui/react-components'
import type { SrvLookup } from '../../src-main/contract/models/kms-host-report.ts'
import { LevelIcon } from '../components/LevelIcon.tsx'
import { warning } from '../strings/set-up-kms-host/review.ts'
import { sentenceOf } from '../strings/errors.ts'
import type { HostsInDns } from '../wizards/set-up-kms-host/machine.ts'

const useStyles = makeStyles({
  row: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  hosts: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
})

/** What DNS says about KMS hosts that exist already. "Could not ask" is told apart from "none". */
export const KmsHostsInDns = ({ hosts }: { readonly hosts: HostsInDns }) => {
  switch (hosts.phase) {
    case 'asking':
      return (
        <Spinner size="tiny" labelPosition="after" label={warning.asking} style={{ justifyContent: 'flex-start' }} />
      )
    case 'failed':
      return <Line level="warning" text={warning.dnsFailed(sentenceOf(hosts.error).message)} />
    case 'answered':
      if (hosts.lookups.length === 0) return <Line level="warning" text={warning.noDomain} />
      return hosts.lookups.map((lookup) => <Lookup key={lookup.name} lookup={lookup} />)
  }
}

const domainOf = (name: string): string => name.replace(/^_vlmcs\._tcp\./i, '')

const Lookup = ({ lookup }: { readonly lookup: SrvLookup }) => {
  const styles = useStyles()
  const domain = domainOf(lookup.name)
  switch (lookup.outcome) {
    case 'none':
      return <Line level="ok" text={warning.existingNone(domain)} />
    case 'could-not-ask':
      return <Line level="warning" text={warning.couldNotAsk(domain, sentenceOf(lookup.error).message)} />
    case 'found':
      return (
        <div>
          <Line level="warning" text={warning.existing(lookup.records.length, domain)} />
          <ul className={styles.hosts}>
            {lookup.records.map((record) => (
              <li key={`${record.target}:${record.port}`}>{record.target}</li>
            ))}
          </ul>
        </div>
      )
  }
}

const Line = ({ level, text }: { readonly level: 'ok' | 'warning'; readonly text: string }) => (
  <div className={useStyles().row}>
    <LevelIcon level={level} />
    <span>{text}</span>
  </div>
)
