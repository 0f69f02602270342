import type { KmsRequests } from '../../../../src-main/contract/models/kms-host-overview.ts'
import { Cell, DataTable } from '../../../components/DataTable.tsx'
import { CodeLink } from '../../../components/CodeLink.tsx'
import { Section } from '../../../components/Section.tsx'
import { timeText } from '../../../format/time.ts'
import { requests as words } from '../../../strings/kms-hosts/requests.ts'

const columns = [
  { name: words.code },
  { name: words.meaning },
  { name: words.count, numeric: true },
  { name: words.computers, numeric: true },
  { name: words.last },
]

/** Refused requests by code, each explained. */
export const RefusalTable = ({ refusals }: { readonly refusals: KmsRequests['refusals'] }) => (
  <Section title={words.refusals}>
    <DataTable caption={words.refusals} columns={columns}>
      {refusals.map(({ code, count, meaning, clients, lastAt }) => (
        <tr key={code}>
          <Cell header>
            <CodeLink code={code} />
          </Cell>
          <Cell>{meaning}</Cell>
          <Cell numeric>{count}</Cell>
          <Cell numeric>{clients}</Cell>
          <Cell>{timeText(lastAt)}</Cell>
        </tr>
      ))}
    </DataTable>
  </Section>
)
