import { z } from 'zod'
import { SrvRecordValue } from '../contract/models/dns.ts'
import { kmsOwnerName } from '../network/dns-names.ts'
import { defineAction } from './action.ts'
import { changeOutcome, makeChange, readBefore, settleChange } from './change-srv.ts'
import { openSrvWay } from './open-srv-way.ts'
import { srvEquivalent } from './srv-equivalent.ts'
import { describeRecord, secretsOf, srvStepBase, SrvEvidence, type SrvStepResult } from './srv-step.ts'

const Params = z.object({ ...srvStepBase, record: SrvRecordValue }).strict()
type Params = z.infer<typeof Params>

const changeOf = ({ record }: Params) => ({ kind: 'add', record }) as const

/** Creates a KMS record of a domain, once. A record that is there already is a problem and stays as it is. */
export const createSrvRecord = defineAction<Params, SrvEvidence, SrvStepResult>({
  kind: 'dns.create-srv',
  params: Params,
  evidence: SrvEvidence,
  risk: 'change',
  weight: 3,
  deadline: 120_000,
  secrets: secretsOf,
  title: ({ domain, record }) => `Create the KMS record of ${domain}: ${describeRecord(record)}`,
  equivalent: (params, target) => srvEquivalent(params, target, changeOf(params)),
  undo: (params) => ({
    possible: true,
    sentence: `To undo it, remove the record of ${params.domain} for ${describeRecord(params.record)}.`,
    call: {
      kind: 'dns.remove-srv',
      params: { ...params, seen: [...params.seen, params.record] },
    },
  }),
  check: (context, params) => openSrvWay(context, params).check(),
  before: (context, params) => readBefore(context, params),
  run: (context, params, before) => makeChange(context, params, changeOf(params), before),
  settle: (context, params, before) => settleChange(context, params, changeOf(params), before),
  outcome: (result) => changeOutcome(`A record of ${kmsOwnerName(result.domain)} was created.`, result),
})
