import { z } from 'zod'
import { SrvRecord } from '../contract/models/kms-host-report.ts'
import { kmsOwnerName } from '../network/dns-names.ts'
import { sameSrv } from '../network/update-message.ts'
import { defineAction } from './action.ts'
import { changeOutcome, makeChange, readBefore, settleChange } from './change-srv.ts'
import { openSrvWay } from './open-srv-way.ts'
import { srvEquivalent } from './srv-equivalent.ts'
import { describeRecord, secretsOf, srvStepBase, SrvEvidence, withTtl, type SrvStepResult } from './srv-step.ts'

const Params = z.object({ ...srvStepBase, record: SrvRecord }).strict()
type Params = z.infer<typeof Params>

const changeOf = ({ record }: Params) => ({ kind: 'remove', record }) as const

/** Removes one KMS record of a domain, once. What it was is in the journal. */
export const removeSrvRecord = defineAction<Params, SrvEvidence, SrvStepResult>({
  kind: 'dns.remove-srv',
  params: Params,
  evidence: SrvEvidence,
  risk: 'change',
  weight: 3,
  deadline: 120_000,
  secrets: secretsOf,
  title: ({ domain, record }) => `Remove the KMS record of ${domain}: ${describeRecord(record)}`,
  equivalent: (params, target) => srvEquivalent(params, target, changeOf(params)),
  undo: (params) => ({
    possible: true,
    sentence: `To undo it, create the record of ${params.domain} again: ${describeRecord(params.record)}, TTL ${withTtl(params.record).ttl} s. A record made so is static.`,
    call: {
      kind: 'dns.create-srv',
      params: {
        ...params,
        record: withTtl(params.record),
        seen: params.seen.filter((record) => !sameSrv(record, params.record)),
      },
    },
  }),
  check: (context, params) => openSrvWay(context, params).check(),
  before: (context, params) => readBefore(context, params),
  run: (context, params, before) => makeChange(context, params, changeOf(params), before),
  settle: (context, params, before) => settleChange(context, params, changeOf(params), before),
  outcome: (result) => changeOutcome(`A record of ${kmsOwnerName(result.domain)} was removed.`, result),
})
