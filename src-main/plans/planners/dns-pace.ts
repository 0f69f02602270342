import type { Finding } from '../../contract/models/finding.ts'
import type { JournalStore } from '../../store/journal-store.ts'

/**
 * Minutes within which a second change of a name is warned of. The guide names no number, only "time < replication time";
 * 15 minutes was chosen because it is the shortest interval of replication between sites of Active Directory.
 */
const quickMinutes = 15

/** The guide's words on replication, for every change of DNS (deploying-kms-activation.txt, "Publishing to Multiple DNS Domains"). */
export const replicationFinding: Finding = {
  check: 'dns-replication',
  level: 'info',
  message:
    'DNS changes may not be reflected until all DNS servers have been replicated. Changes made faster than replication can leave old records behind.',
  remedy: 'Look the records up again after replication, before you change them once more.',
}

const domainOf = (step: unknown): string | null => {
  if (typeof step !== 'object' || step === null || !('kind' in step) || !('params' in step)) return null
  const { kind, params } = step
  if (typeof kind !== 'string' || !kind.startsWith('dns.') || typeof params !== 'object' || params === null) return null
  return 'domain' in params && typeof params.domain === 'string' ? params.domain : null
}

const stepsOf = (frozen: unknown): readonly unknown[] =>
  typeof frozen === 'object' && frozen !== null && 'steps' in frozen && Array.isArray(frozen.steps) ? frozen.steps : []

/** When this app changed the records of each domain last, in milliseconds since 1970. Empty where the journal cannot be read. */
const lastChanges = (store: Pick<JournalStore, 'plansIn'>): ReadonlyMap<string, number> => {
  const last = new Map<string, number>()
  try {
    for (const plan of store.plansIn(['done', 'failed', 'interrupted', 'stopped', 'discarded'])) {
      stepsOf(plan.frozen).forEach((frozen, index) => {
        const domain = domainOf(frozen)
        const step = plan.steps[index]
        const at = Date.parse(step?.endedAt ?? step?.startedAt ?? '')
        if (domain === null || Number.isNaN(at) || (step?.state !== 'done' && step?.state !== 'unknown')) return
        last.set(domain, Math.max(at, last.get(domain) ?? at))
      })
    }
  } catch {
    // A journal that cannot be read stops the commit; it need not stop the look.
  }
  return last
}

/** A warning for each domain whose records this app changed a moment ago. */
export const paceFindings = (
  store: Pick<JournalStore, 'plansIn'>,
  domains: readonly string[],
  now: Date,
): readonly Finding[] => {
  const last = lastChanges(store)
  return [...new Set(domains)].flatMap((domain): Finding[] => {
    const minutes = Math.floor((now.getTime() - (last.get(domain) ?? -Infinity)) / 60_000)
    if (minutes >= quickMinutes) return []
    const ago = minutes < 1 ? 'less than a minute' : minutes === 1 ? 'a minute' : `${minutes} minutes`
    return [
      {
        check: 'dns-too-soon',
        level: 'warning',
        message: `The records of ${domain} were changed ${ago} ago. If the DNS servers have not replicated since, this change can leave an old record behind.`,
        remedy: `Wait until all DNS servers show the same records, ${quickMinutes} minutes or more after the last change.`,
      },
    ]
  })
}
