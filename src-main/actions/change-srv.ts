import { AppFailure } from '../contract/app-error.ts'
import type { SrvChange } from '../contract/models/dns.ts'
import type { SrvRecord } from '../contract/models/kms-host-report.ts'
import { kmsOwnerName } from '../network/dns-names.ts'
import type { ActionContext, Settlement } from './action.ts'
import { pollUntil } from './poll.ts'
import {
  changedSinceReview,
  describeRecord,
  isMade,
  notThere,
  sameRecords,
  type SrvEvidence,
  type SrvStep,
  type SrvStepResult,
} from './srv-step.ts'
import { openSrvWay } from './open-srv-way.ts'

/** Milliseconds that a DNS server has until a change that it took is in its answers. */
const showTimes = { every: 500, atMost: 5000 }

const alreadyThere = ({ domain }: SrvStep, record: SrvRecord): AppFailure =>
  new AppFailure({
    code: 'already-used',
    field: 'record',
    message: `The record is there already: ${kmsOwnerName(domain)} points to ${describeRecord(record)}.`,
    remedy: 'Nothing needs to be done, or change another record.',
    retryable: false,
  })

const resultOf = (
  { domain }: SrvStep,
  before: SrvEvidence,
  after: readonly SrvRecord[],
  remark: string | null,
): SrvStepResult => ({ domain, before: before.records, after: [...after], remark })

/** The records of a step's domain as its server holds them. Throws AppFailure or WmiError. */
export const readBefore = async (context: ActionContext, step: SrvStep): Promise<SrvEvidence> => ({
  records: [...(await openSrvWay(context, step).read())],
})

/**
 * Makes one change of the KMS records of a domain, once, and asks the server for proof. It stops where the records are not
 * those that the reviewed plan was made for (`digest-mismatch`), and where a record to be created was there before
 * (`already-used`). A change that an earlier life of the app made is found and not made again.
 */
export const makeChange = async (
  context: ActionContext,
  step: SrvStep,
  change: SrvChange,
  before: SrvEvidence,
): Promise<SrvStepResult> => {
  const way = openSrvWay(context, step)
  const now = await way.read()
  if (change.kind === 'add' && isMade(before.records, change)) throw alreadyThere(step, change.record)
  if (!sameRecords(before.records, step.seen)) throw changedSinceReview(step, before.records)
  if (isMade(now, change) && !isMade(before.records, change)) return resultOf(step, before, now, null)
  if (!sameRecords(now, step.seen)) throw changedSinceReview(step, now)
  context.note('Waiting for the DNS server')
  const remark = await way.apply(change, now)
  const after = await pollUntil(
    context,
    () => way.read(),
    (records) => isMade(records, change),
    showTimes,
  )
  if (!isMade(after, change)) throw notThere(context, step, after)
  return resultOf(step, before, after, remark)
}

/** Looks at the server whether an interrupted change was made. */
export const settleChange = async (
  context: ActionContext,
  step: SrvStep,
  change: SrvChange,
  before: SrvEvidence,
): Promise<Settlement<SrvStepResult>> => {
  const now = await openSrvWay(context, step).read()
  const made = isMade(now, change) && !isMade(before.records, change)
  if (made)
    return {
      state: 'done',
      result: resultOf(step, before, now, null),
      outcome: `The DNS server shows that the records of ${kmsOwnerName(step.domain)} were changed.`,
    }
  return {
    state: 'not-done',
    outcome: `The DNS server shows that the records of ${kmsOwnerName(step.domain)} were not changed.`,
  }
}

/** What came back, in one sentence for the journal. */
export const changeOutcome = (done: string, { remark }: SrvStepResult): string =>
  [`${done} The DNS server shows it.`, ...(remark === null ? [] : [remark])].join(' ')
