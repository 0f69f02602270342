import { z } from 'zod'
import { SrvRecordValue } from '../contract/models/dns.ts'
import { SrvRecord } from '../contract/models/kms-host-report.ts'
import { kmsOwnerName } from '../network/dns-names.ts'
import { sameSrv } from '../network/update-message.ts'
import { defineAction } from './action.ts'
import { changeOutcome, makeChange, readBefore, settleChange } from './change-srv.ts'
import { openSrvWay } from './open-srv-way.ts'
import { srvEquivalent } from './srv-equivalent.ts'
import { describeRecord, secretsOf, srvStepBase, SrvEvidence, withTtl, type SrvStepResult } from './srv-step.ts'

const Params = z.object({ ...srvStepBase, from: SrvRecord, to: SrvRecordValue }).strict()
type Params = z.infer<typeof Params>

const changeOf = ({ from, to }: Params) => ({ kind: 'change', from, to }) as const

const reversed = ({ from, to, ...step }: Params): Params => ({
  ...step,
  seen: step.seen.map((record) => (sameSrv(record, from) ? to : record)),
  from: to,
  to: withTtl(from),
})

const lasts = (seconds: number | null): string => (seconds === null ? '' : `, TTL ${seconds} s`)

/** Changes a KMS record of a domain, once. */
export const changeSrvRecord = defineAction<Params, SrvEvidence, SrvStepResult>({
  kind: 'dns.change-srv',
  params: Params,
  evidence: SrvEvidence,
  risk: 'change',
  weight: 3,
  deadline: 120_000,
  secrets: secretsOf,
  title: ({ domain, from, to }) =>
    `Change the KMS record of ${domain} from ${describeRecord(from)}${lasts(from.ttl)} to ${describeRecord(to)}${lasts(to.ttl)}`,
  equivalent: (params, target) => srvEquivalent(params, target, changeOf(params)),
  undo: (params) => ({
    possible: true,
    sentence: `To undo it, change the record of ${params.domain} back to ${describeRecord(params.from)}${lasts(params.from.ttl)}.`,
    call: { kind: 'dns.change-srv', params: reversed(params) },
  }),
  check: (context, params) => openSrvWay(context, params).check(),
  before: (context, params) => readBefore(context, params),
  run: (context, params, before) => makeChange(context, params, changeOf(params), before),
  settle: (context, params, before) => settleChange(context, params, changeOf(params), before),
  outcome: (result) => changeOutcome(`A record of ${kmsOwnerName(result.domain)} was changed.`, result),
})
