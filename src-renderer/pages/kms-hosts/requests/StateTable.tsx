import type { KmsRequestCounters, KmsRequests } from '../../../../src-main/contract/models/kms-host-overview.ts'
import type { LicenseStatus } from '../../../../src-main/contract/models/license-snapshot.ts'
import { Cell, DataTable } from '../../../components/DataTable.tsx'
import { Section } from '../../../components/Section.tsx'
import { requests as words } from '../../../strings/kms-hosts/requests.ts'
import { licenseStatusNames } from '../../../strings/licensing.ts'

type Counter = Exclude<keyof KmsRequestCounters, 'total' | 'failed'>

/** The host's own counters by the licence state they stand for (slmgr.md, host block). */
const counterOf: Partial<Record<LicenseStatus, Counter>> = {
  unlicensed: 'unlicensed',
  licensed: 'licensed',
  'oob-grace': 'initialGrace',
  'oot-grace': 'expiredOrOutOfTolerance',
  'non-genuine-grace': 'nonGenuineGrace',
  notification: 'notification',
}

const states: readonly LicenseStatus[] = [
  'unlicensed',
  'oob-grace',
  'licensed',
  'oot-grace',
  'non-genuine-grace',
  'notification',
  'extended-grace',
  'unknown',
]

interface Props {
  readonly counters: KmsRequestCounters | null
  readonly requests: KmsRequests | null
  readonly span: string
}

/** Requests by the licence state in which computers asked: from the event log, and as the host counts them itself. */
export const StateTable = ({ counters, requests, span }: Props) => {
  const inSpan = (status: LicenseStatus): number =>
    requests?.byStatus.find((entry) => entry.status === status)?.count ?? 0
  const sinceKey = (status: LicenseStatus): number | null => {
    const counter = counterOf[status]
    return counters === null || counter === undefined ? null : counters[counter]
  }
  const rows = states.filter((status) => inSpan(status) > 0 || (sinceKey(status) ?? 0) > 0)
  const columns = [
    { name: words.state },
    ...(requests === null ? [] : [{ name: words.inSpan(span), numeric: true }]),
    ...(counters === null ? [] : [{ name: words.sinceKey, numeric: true }]),
  ]
  const row = (label: string, inTime: number | null, since: number | null) => (
    <tr key={label}>
      <Cell header>{label}</Cell>
      {requests !== null && <Cell numeric>{inTime}</Cell>}
      {counters !== null && <Cell numeric>{since}</Cell>}
    </tr>
  )
  const refused = requests?.refusals.reduce((sum, { count }) => sum + count, 0) ?? null
  return (
    <Section title={words.byState}>
      <DataTable caption={words.byStateCaption} columns={columns}>
        {rows.map((status) => row(licenseStatusNames[status], inSpan(status), sinceKey(status)))}
        {row(words.allRequests, requests?.total ?? null, counters?.total ?? null)}
        {row(words.failedRequests, refused, counters?.failed ?? null)}
      </DataTable>
    </Section>
  )
}
