import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import { TsigAlgorithm, type SrvChange, type SrvRecordValue } from '../contract/models/dns.ts'
import { SrvRecord } from '../contract/models/kms-host-report.ts'
import { kmsOwnerName } from '../network/dns-names.ts'
import { sameSrv } from '../network/update-message.ts'
import type { ActionContext } from './action.ts'

/** The way of a step that changes a KMS record. The plan's target is the DNS server. */
export const SrvStepWay = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('microsoft-dns') }).strict(),
  z
    .object({
      kind: z.literal('dynamic-update'),
      /** Name or address with the port: "dns01:53". */
      server: z.string().min(1).max(300),
      transport: z.enum(['udp-first', 'tcp']),
      /** `secret` is the name of the plan's secret. Null sends the change unsigned. */
      tsig: z
        .object({ keyName: z.string(), algorithm: TsigAlgorithm, secret: z.string().max(64) })
        .strict()
        .nullable(),
    })
    .strict(),
])
export type SrvStepWay = z.infer<typeof SrvStepWay>

/** What every step that changes a KMS record knows. */
export const srvStepBase = {
  domain: z.string().min(1).max(253),
  zone: z.string().min(1).max(253),
  via: SrvStepWay,
  /** All KMS records of the domain as they stand before this step, by what the reviewed plan knew. */
  seen: z.array(SrvRecord).max(200),
}
const Base = z.object(srvStepBase)
export type SrvStep = z.infer<typeof Base>

/** The records at the authoritative server before the write. */
export const SrvEvidence = z.object({ records: z.array(SrvRecord) }).strict()
export type SrvEvidence = z.infer<typeof SrvEvidence>

/** What a change of a KMS record left. `before` is what is needed to put it back. */
export const SrvStepResult = z
  .object({
    domain: z.string(),
    before: z.array(SrvRecord),
    after: z.array(SrvRecord),
    /** What the server's own word rests on, or what could not be shown; null where nothing is to be said. */
    remark: z.string().nullable(),
  })
  .strict()
export type SrvStepResult = z.infer<typeof SrvStepResult>

/** The secrets that a step needs. */
export const secretsOf = ({ via }: Pick<SrvStep, 'via'>): readonly string[] =>
  via.kind === 'dynamic-update' && via.tsig !== null ? [via.tsig.secret] : []

/** Whether two sets hold the same records; the TTL does not count (RFC 2136, 1.1.1). */
export const sameRecords = (left: readonly SrvRecord[], right: readonly SrvRecord[]): boolean =>
  left.length === right.length && left.every((one) => right.some((other) => sameSrv(one, other)))

/** Whether a record is in a set; the TTL does not count. */
export const holds = (records: readonly SrvRecord[], wanted: SrvRecord): boolean =>
  records.some((record) => sameSrv(record, wanted))

/** Whether the records look as after the change. */
export const isMade = (records: readonly SrvRecord[], change: SrvChange): boolean => {
  switch (change.kind) {
    case 'add':
      return holds(records, change.record)
    case 'remove':
      return !holds(records, change.record)
    case 'change': {
      const { from, to } = change
      const moved = holds([from], to) || !holds(records, from)
      return moved && records.some((record) => holds([record], to) && (record.ttl === null || record.ttl === to.ttl))
    }
  }
}

/** A record in words: "kms01.contoso.com, port 1688 (priority 0, weight 0)". */
export const describeRecord = ({ target, port, priority, weight }: SrvRecord): string =>
  `${target}, port ${port} (priority ${priority}, weight ${weight})`

/** A record with a TTL, for an addition; an hour where the old one is not known (kms.md 3: commonly observed). */
export const withTtl = (record: SrvRecord): SrvRecordValue => ({ ...record, ttl: record.ttl ?? 3600 })

/** Several records in words; "none" where there are none. */
export const describeRecords = (records: readonly SrvRecord[]): string =>
  records.length === 0 ? 'none' : records.map(describeRecord).join('; ')

/** The failure where the records are no longer those of the reviewed plan. */
export const changedSinceReview = (step: SrvStep, now: readonly SrvRecord[]): AppFailure =>
  new AppFailure({
    code: 'digest-mismatch',
    field: 'record',
    message: `The records of ${kmsOwnerName(step.domain)} have changed since the plan was reviewed. They are now: ${describeRecords(now)}.`,
    remedy:
      'Look the records up again and make the plan anew if the change is still wanted. Nothing was changed by this step.',
    detail: `reviewed: ${describeRecords(step.seen)}`,
    retryable: false,
  })

/** The failure where the server took a change and does not show it. */
export const notThere = (context: ActionContext, step: SrvStep, now: readonly SrvRecord[]): AppFailure =>
  new AppFailure({
    code: 'wmi-failed',
    message: `The DNS server reported no error, but the records of ${kmsOwnerName(step.domain)} are not as they should be. They are: ${describeRecords(now)}.`,
    remedy: 'Look the records up again. If they stay as they are, look at the event log of the DNS server.',
    ...(context.host === null ? {} : { target: context.host }),
    retryable: true,
  })
