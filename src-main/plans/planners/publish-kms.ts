import type { ActionContext } from '../../actions/action.ts'
import { openSrvWay } from '../../actions/open-srv-way.ts'
import { AppFailure } from '../../contract/app-error.ts'
import type { SrvChange } from '../../contract/models/dns.ts'
import type { Finding } from '../../contract/models/finding.ts'
import type { SrvRecord } from '../../contract/models/kms-host-report.ts'
import type { PublishKmsDraft } from '../../contract/models/publish-draft.ts'
import { targetLabel } from '../../contract/models/target.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { SecretVault } from '../../store/secret-vault.ts'
import type { FrozenStep } from '../frozen-plan.ts'
import { lookAt, type LookParts } from '../look.ts'
import type { Draft } from '../proposal.ts'
import { explainFailure } from '../step-failure.ts'
import { paceFindings, replicationFinding } from './dns-pace.ts'
import { checkChange, objectionTo, recordsAfter, type CheckedChange } from './publish-changes.ts'
import { publishRoute, type PublishRoute } from './publish-route.ts'

/** What planning changes of KMS records needs besides the draft. */
export interface PublishPlannerParts extends LookParts {
  readonly vault: Pick<SecretVault, 'get' | 'kindOf'>
  readonly store: Pick<JournalStore, 'plansIn'>
  readonly computerName: string
}

interface Seen {
  readonly zone: string
  records: readonly SrvRecord[]
}

const stepOf = (domain: string, { zone, records }: Seen, { via }: PublishRoute, change: SrvChange): FrozenStep => {
  const base = { domain, zone, via, seen: records.map((record) => ({ ...record })) }
  switch (change.kind) {
    case 'add':
      return { kind: 'dns.create-srv', params: { ...base, record: change.record } }
    case 'remove':
      return { kind: 'dns.remove-srv', params: { ...base, record: change.record } }
    case 'change':
      return { kind: 'dns.change-srv', params: { ...base, from: change.from, to: change.to } }
  }
}

/** The zone and the records of every domain, as the server holds them while the plan is made. */
const look = async (
  context: ActionContext,
  route: PublishRoute,
  domains: readonly string[],
): Promise<ReadonlyMap<string, Seen>> => {
  const found = new Map<string, Seen>()
  for (const domain of domains) {
    const zone = await route.zoneOf(context, domain)
    const records = await openSrvWay(context, { domain, zone, via: route.via, seen: [] }).read()
    found.set(domain, { zone, records })
  }
  return found
}

const titleOf = (changes: readonly CheckedChange[], server: string): string => {
  const domains = [...new Set(changes.map(({ domain }) => domain))]
  const verbs = new Set(changes.map(({ change }) => change.kind))
  const verb =
    verbs.size > 1
      ? 'Change'
      : { add: 'Create', remove: 'Remove', change: 'Change' }[changes[0]?.change.kind ?? 'change']
  const what = changes.length === 1 ? 'the KMS record' : `${changes.length} KMS records`
  const where = domains.length === 1 ? `of ${domains[0]}` : `of ${domains.length} domains`
  return `${verb} ${what} ${where} on ${server}`
}

/**
 * Plans "Publish KMS in DNS": one step per change, in the order given. The records are read at the server now, so that the
 * plan that is reviewed is the one that runs: a step stops where they have changed since. What stands against a change is a
 * finding of level `problem`. Throws AppFailure `invalid-input` (see PublishKmsDraft for the fields), `secret-missing`, and
 * where the zone is missing or the server cannot be asked (`not-found`, `access-denied`, `port-closed`, `timeout` and others).
 */
export const planPublishKms = async (draft: PublishKmsDraft, parts: PublishPlannerParts): Promise<Draft> => {
  const changes = draft.changes.map(checkChange)
  const route = publishRoute(draft, parts.vault)
  const server = route.target.place === 'this-computer' ? parts.computerName : targetLabel(route.target)
  const domains = [...new Set(changes.map(({ domain }) => domain))]
  const seen = await lookAt(parts, route.target, (context) => look(context, route, domains)).catch(
    (thrown: unknown) => {
      const error = explainFailure(thrown, server)
      throw new AppFailure({ ...error, field: error.field ?? 'server' }, { cause: thrown })
    },
  )
  const findings: Finding[] = []
  const steps = changes.flatMap((checked, index): FrozenStep[] => {
    const { domain, change } = checked
    const held = seen.get(domain)
    if (!held) return []
    const step = stepOf(domain, held, route, change)
    findings.push(...checked.findings, ...objectionTo(checked, index, held.records, held.zone, server))
    held.records = recordsAfter(held.records, change)
    return [step]
  })
  return {
    wizard: draft.wizard,
    title: titleOf(changes, server),
    target: route.target,
    steps,
    secrets: route.secrets,
    consents: [],
    findings: [...findings, replicationFinding, ...paceFindings(parts.store, domains, parts.clock.now())],
  }
}
