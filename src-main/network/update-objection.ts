import type { AppError } from '../contract/app-error.ts'
import type { SrvChange } from '../contract/models/dns.ts'
import type { SrvRecord } from '../contract/models/kms-host-report.ts'
import { isDnsName, isWithin } from './dns-names.ts'
import { rcodeFailure } from './update-failure.ts'
import { sameSrv } from './update-message.ts'

/** What is to be changed, and as what the person saw it. */
export interface UpdateIntent {
  readonly zone: string
  readonly owner: string
  readonly seen: readonly SrvRecord[]
  readonly change: SrvChange
  readonly server: string
}

const invalid = (code: AppError['code'], field: string, message: string, remedy: string): AppError => ({
  code,
  field,
  message,
  remedy,
  retryable: false,
})

const label = (record: SrvRecord): string => `${record.target}, port ${record.port}`

/**
 * What can be told to be wrong with an update without asking the server: names that are none, a record that is not there
 * to be changed or is there already, an owner outside the zone. Null for nothing.
 */
export const updateObjection = ({ zone, owner, seen, change, server }: UpdateIntent): AppError | null => {
  if (!isDnsName(zone))
    return invalid('invalid-input', 'zone', `"${zone}" is no DNS zone.`, 'Enter a zone such as "contoso.com".')
  if (!isDnsName(owner))
    return invalid('invalid-input', 'domain', `"${owner}" is no DNS name.`, 'Enter a domain such as "contoso.com".')
  if (!isWithin(owner, zone)) return rcodeFailure(10, { server, zone, owner, keyName: null })
  const gone = change.kind === 'add' ? null : change.kind === 'remove' ? change.record : change.from
  const coming = change.kind === 'remove' ? null : change.kind === 'add' ? change.record : change.to
  if (coming !== null && !isDnsName(coming.target)) {
    return invalid(
      'invalid-input',
      'target',
      `"${coming.target}" is no DNS name.`,
      'Enter a name such as "kms01.contoso.com".',
    )
  }
  const reread = 'Read the records again and repeat the change if it is still wanted.'
  if (gone !== null && !seen.some((record) => sameSrv(record, gone))) {
    return invalid('not-found', 'record', `"${owner}" has no record for ${label(gone)}.`, reread)
  }
  if (gone !== null && coming !== null && sameSrv(gone, coming)) {
    return gone.ttl === coming.ttl
      ? invalid('invalid-input', 'record', 'The record would stay as it is.', 'Change a field first.')
      : null
  }
  return coming !== null && seen.some((record) => sameSrv(record, coming))
    ? invalid(
        'already-used',
        'record',
        `The record is there already: "${owner}" points to ${label(coming)}.`,
        'Nothing needs to be done, or change another record.',
      )
    : null
}
