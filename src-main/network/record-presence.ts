import type { AuthoritativeServer, RecordPresence } from '../contract/models/dns.ts'
import type { SrvRecord } from '../contract/models/kms-host-report.ts'
import { sameSrv } from './update-message.ts'

const sameWithTtl = (a: SrvRecord, b: SrvRecord): boolean => sameSrv(a, b) && a.ttl === b.ttl

interface Told {
  readonly server: string
  readonly records: readonly SrvRecord[]
}

const told = (servers: readonly AuthoritativeServer[]): readonly Told[] =>
  servers.flatMap(({ name, answer }) => {
    if (answer.outcome === 'could-not-ask') return []
    return [{ server: name, records: answer.outcome === 'found' ? answer.records : [] }]
  })

/**
 * Every record that any server has, once, with the servers that have it and those that answered without it. Servers that
 * could not be asked are in neither list. A record whose TTL differs is another one.
 */
export const recordPresence = (servers: readonly AuthoritativeServer[]): RecordPresence[] => {
  const answers = told(servers)
  const distinct: SrvRecord[] = []
  for (const record of answers.flatMap(({ records }) => records)) {
    if (!distinct.some((known) => sameWithTtl(known, record))) distinct.push(record)
  }
  return distinct.map((record) => {
    const has = ({ records }: Told): boolean => records.some((other) => sameWithTtl(other, record))
    return {
      record,
      on: answers.filter(has).map(({ server }) => server),
      missingOn: answers.filter((answer) => !has(answer)).map(({ server }) => server),
    }
  })
}

/** Whether the servers that answered have the same records; `unknown` where fewer than two did. */
export const agreementOf = (servers: readonly AuthoritativeServer[]): 'agree' | 'differ' | 'unknown' => {
  if (told(servers).length < 2) return 'unknown'
  return recordPresence(servers).every(({ missingOn }) => missingOn.length === 0) ? 'agree' : 'differ'
}
