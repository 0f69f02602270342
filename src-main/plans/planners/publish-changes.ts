import { AppFailure } from '../../contract/app-error.ts'
import type { SrvChange } from '../../contract/models/dns.ts'
import type { Finding } from '../../contract/models/finding.ts'
import type { SrvRecord } from '../../contract/models/kms-host-report.ts'
import type { PublishChange } from '../../contract/models/publish-draft.ts'
import { checkDomain, kmsOwnerName } from '../../network/dns-names.ts'
import { checkSrvRecordInput, problemFrom } from '../../network/srv-record-input.ts'
import { sameSrv } from '../../network/update-message.ts'
import { updateObjection } from '../../network/update-objection.ts'

/** A change after its texts were read. */
export interface CheckedChange {
  readonly domain: string
  readonly change: SrvChange
  readonly findings: readonly Finding[]
}

const refuse = (index: number, finding: Finding): AppFailure =>
  new AppFailure({
    code: 'invalid-input',
    field: `changes.${index}.${finding.field ?? 'record'}`,
    message: finding.message,
    ...(finding.remedy === undefined ? {} : { remedy: finding.remedy }),
    retryable: false,
  })

/** Reads the texts of a change. Throws AppFailure `invalid-input`; the field is `changes.<index>.<field>`. */
export const checkChange = (change: PublishChange, index: number): CheckedChange => {
  if (change.op === 'remove') {
    const domain = checkDomain(change.domain)
    if (!domain.ok) throw refuse(index, problemFrom('srv-domain', domain.error))
    return { domain: domain.value, change: { kind: 'remove', record: change.previous }, findings: [] }
  }
  const { value, findings } = checkSrvRecordInput(change.record)
  const problem = findings.find(({ level }) => level === 'problem')
  if (value === null)
    throw refuse(index, problem ?? { check: 'srv-record', level: 'problem', message: 'The record cannot be read.' })
  const { domain, record } = value
  return change.op === 'create'
    ? { domain, change: { kind: 'add', record }, findings }
    : { domain, change: { kind: 'change', from: change.previous, to: record }, findings }
}

/** The records after a change. The TTL of a record that is added becomes that of all records of the name (RFC 2136, 7.14). */
export const recordsAfter = (records: readonly SrvRecord[], change: SrvChange): readonly SrvRecord[] => {
  switch (change.kind) {
    case 'add':
      return [...records, change.record]
    case 'remove':
      return records.filter((record) => !sameSrv(record, change.record))
    case 'change':
      return records.map((record) => (sameSrv(record, change.from) ? change.to : record))
  }
}

/** What stands against a change of these records: a record that is there already, or is not there to be changed. */
export const objectionTo = (
  { domain, change }: CheckedChange,
  index: number,
  seen: readonly SrvRecord[],
  zone: string,
  server: string,
): readonly Finding[] => {
  const error = updateObjection({ zone, owner: kmsOwnerName(domain), seen, change, server })
  if (error === null) return []
  return [{ ...problemFrom('srv-change', error), field: `changes.${index}.${error.field ?? 'record'}` }]
}
