import { AppFailure } from '../contract/app-error.ts'
import { toExactError } from '../contract/models/app-error-schema.ts'
import type { Finding } from '../contract/models/finding.ts'
import { kmsOwnerName, sameName } from '../network/dns-names.ts'
import { readTsigSecret } from '../network/tsig-input.ts'
import type { TsigCredential } from '../wmi/wmi-session.ts'
import type { ActionContext } from './action.ts'
import type { SrvStep, SrvStepWay } from './srv-step.ts'
import type { SrvWay } from './srv-way.ts'

type Via = Extract<SrvStepWay, { readonly kind: 'dynamic-update' }>

const keyOf = (context: ActionContext, { tsig }: Via): TsigCredential | null => {
  if (tsig === null) return null
  const secret = readTsigSecret(context.secret(tsig.secret))
  if (!secret.ok) throw new AppFailure(secret.error)
  return { name: tsig.keyName, algorithm: tsig.algorithm, secret: secret.value.toString('base64') }
}

const unsigned: Finding = {
  check: 'dns-unsigned',
  level: 'warning',
  message: 'The change is sent unsigned: nothing proves who sent it, nor that the answer comes from the DNS server.',
  remedy: 'Use a TSIG key where the DNS server can take one.',
}

/** The zone as DNS itself tells it, asked from the server on. What cannot be asked is said, and the server decides. */
const zoneFindings = async (context: ActionContext, step: SrvStep, { server }: Via): Promise<readonly Finding[]> => {
  const lookup = await context.site.lookupAuthoritative(step.domain, [server], context.signal)
  if (lookup.outcome !== 'asked')
    throw new AppFailure({ ...toExactError(lookup.error), field: lookup.error.field ?? 'server' })
  if (!sameName(lookup.zone, step.zone))
    return [
      {
        check: 'dns-zone',
        level: 'problem',
        field: 'zone',
        message: `${step.domain} lies in the zone "${lookup.zone}", not in "${step.zone}".`,
        remedy: `Enter "${lookup.zone}" as the zone.`,
      },
    ]
  return [
    {
      check: 'dns-zone',
      level: 'info',
      message: `${step.domain} lies in the zone ${lookup.zone}, whose changes go to ${lookup.primary || 'its primary server'}. Whether the zone takes this change is known when it is sent.`,
    },
  ]
}

/** A dynamic update (RFC 2136), signed with TSIG where a key is given, as BIND takes it. */
export const dynamicUpdateWay = (context: ActionContext, step: SrvStep, via: Via): SrvWay => ({
  read: async () => {
    const lookup = await context.site.resolveSrv(kmsOwnerName(step.domain), via.server, context.signal)
    switch (lookup.outcome) {
      case 'found':
        return lookup.records
      case 'none':
        return []
      case 'could-not-ask':
        throw new AppFailure(toExactError(lookup.error))
    }
  },
  apply: async (change, seen) => {
    const update = {
      zone: step.zone,
      owner: kmsOwnerName(step.domain),
      seen,
      change,
      server: via.server,
      key: keyOf(context, via),
      transport: via.transport,
    }
    const done = await context.site.updateSrv(update, context.signal)
    if (!done.ok) throw new AppFailure(done.error)
    return done.value.signed ? 'The answer of the DNS server was signed and proven.' : null
  },
  check: async () => [...(via.tsig === null ? [unsigned] : []), ...(await zoneFindings(context, step, via))],
})
