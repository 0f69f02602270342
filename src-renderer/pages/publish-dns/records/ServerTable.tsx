import { makeStyles, tokens } from '@fluentui/react-components'
import type { AuthoritativeServer } from '../../../../src-main/contract/models/dns.ts'
import type { Finding } from '../../../../src-main/contract/models/finding.ts'
import { Cell, DataTable } from '../../../components/DataTable.tsx'
import { LevelIcon } from '../../../components/LevelIcon.tsx'
import { sentenceOf } from '../../../strings/errors.ts'
import { domain as words } from '../../../strings/publish-dns/page.ts'

const levels: Record<AuthoritativeServer['answer']['outcome'], Finding['level']> = {
  found: 'ok',
  none: 'info',
  'could-not-ask': 'warning',
}

const answerText = ({ answer }: AuthoritativeServer): string => {
  switch (answer.outcome) {
    case 'found':
      return words.serverFound(answer.records.length)
    case 'none':
      return words.serverNone
    case 'could-not-ask':
      return words.serverFailed(sentenceOf(answer.error).message)
  }
}

const useStyles = makeStyles({
  answer: { display: 'flex', columnGap: tokens.spacingHorizontalXS },
  muted: { color: tokens.colorNeutralForeground2 },
})

/** Each authoritative server with its answer. "Could not be asked" is told apart from "no record". */
export const ServerTable = ({
  servers,
  zone,
}: {
  readonly servers: readonly AuthoritativeServer[]
  readonly zone: string
}) => {
  const styles = useStyles()
  return (
    <DataTable caption={`${words.servers}, ${zone}`} columns={[{ name: words.server }, { name: words.answer }]}>
      {servers.map((server) => (
        <tr key={server.name}>
          <Cell header>
            {server.name}{' '}
            <span className={styles.muted}>
              {[server.asked ?? server.addresses[0], server.primary ? words.isPrimary : undefined]
                .filter((part) => part !== undefined)
                .join(', ')}
            </span>
          </Cell>
          <Cell>
            <span className={styles.answer}>
              <LevelIcon level={levels[server.answer.outcome]} />
              {answerText(server)}
            </span>
          </Cell>
        </tr>
      ))}
    </DataTable>
  )
}
