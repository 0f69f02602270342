import type { SrvRecord } from '../../../../src-main/contract/models/kms-host-report.ts'
import { FactList } from '../../../components/FactList.tsx'
import { domain as words } from '../../../strings/publish-dns/page.ts'
import { record as labels } from '../../../strings/publish-dns/change.ts'

interface Props {
  readonly domain: string
  readonly record: SrvRecord
}

/** One KMS record, member by member. */
export const RecordFacts = ({ domain, record }: Props) => (
  <FactList
    facts={[
      [labels.domain, domain],
      [words.target, record.target],
      [words.port, record.port],
      [words.priority, record.priority],
      [words.weight, record.weight],
      [words.ttl, record.ttl === null ? words.ttlUnknown : words.ttlValue(record.ttl)],
    ]}
  />
)
