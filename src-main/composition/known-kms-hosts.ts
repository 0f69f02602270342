import { KmsHostReport } from '../contract/models/kms-host-report.ts'
import type { HostRef, KnownKmsHost } from '../contract/models/known-kms-host.ts'
import type { TargetRef } from '../contract/models/target.ts'
import { FrozenPlan } from '../plans/frozen-plan.ts'
import type { JournalStore } from '../store/journal-store.ts'
import { hostKey, type RememberedHost } from '../store/known-host-store.ts'

/** The KMS hosts that the app knows: set up by its plans, or added by people. */
export interface KnownHosts {
  /** Every known host that was not taken from the list, by name. Throws AppFailure where the journal cannot be read. */
  list(): readonly KnownKmsHost[]
  /** Puts a host on the list. Throws AppFailure `disk-full` or `journal-unavailable`. */
  add(host: HostRef): KnownKmsHost
  /** Takes a host from the list; nothing is changed on the computer. Throws AppFailure as `add`. */
  remove(host: HostRef): void
  /** Keeps the full name of a host that is known, once it was read. Never throws: the name is a help only. */
  learnName(host: HostRef, fullName: string): void
}

/** A target without its credential. */
export const hostRefOf = (target: TargetRef): HostRef => {
  switch (target.place) {
    case 'this-computer':
      return { place: 'this-computer' }
    case 'network':
      return { place: 'network', host: target.host }
    case 'lab':
      return { place: 'lab', scenario: target.scenario, host: target.host }
  }
}

interface Planned {
  readonly host: HostRef
  readonly fullName: string | null
  readonly since: string
}

const reportedName = (results: readonly unknown[]): string | null => {
  const reports = results.map((result) => KmsHostReport.safeParse(result))
  return reports.findLast(({ success }) => success)?.data?.snapshot.fullName ?? null
}

const setUpByPlans = (store: Pick<JournalStore, 'plansIn'>): readonly Planned[] =>
  store.plansIn(['done']).flatMap((plan): Planned[] => {
    if (plan.wizard !== 'set-up-kms-host') return []
    const frozen = FrozenPlan.safeParse(plan.frozen)
    if (!frozen.success) return []
    const since = plan.steps.at(-1)?.endedAt ?? plan.createdAt
    const fullName = reportedName(plan.steps.map(({ result }) => result))
    return [{ host: hostRefOf(frozen.data.target), fullName, since }]
  })

/** Keeps the list of known hosts. `computerName` stands for this computer until its full name was read. */
export const createKnownHosts = (
  store: Pick<JournalStore, 'plansIn' | 'knownHosts'>,
  computerName: string,
  now: () => Date,
): KnownHosts => {
  const nameOf = (host: HostRef, fullName: string | null): string =>
    fullName ?? (host.place === 'this-computer' ? computerName : host.host)
  const remembered = (host: HostRef): RememberedHost | undefined =>
    store.knownHosts.all().find((one) => hostKey(one.host) === hostKey(host))

  const everything = (): ReadonlyMap<string, KnownKmsHost> => {
    const hosts = new Map<string, KnownKmsHost>()
    for (const { host, fullName, since } of setUpByPlans(store))
      hosts.set(hostKey(host), { host, name: nameOf(host, fullName), source: 'plan', since })
    for (const { host, fullName, addedAt, hidden } of store.knownHosts.all()) {
      const key = hostKey(host)
      const planned = hosts.get(key)
      if (hidden) hosts.delete(key)
      else if (planned) hosts.set(key, { ...planned, name: fullName ?? planned.name })
      else if (addedAt !== null)
        hosts.set(key, { host, name: nameOf(host, fullName), source: 'by-hand', since: addedAt })
    }
    return hosts
  }

  return {
    list: () => [...everything().values()].toSorted((left, right) => left.name.localeCompare(right.name)),
    add: (host) => {
      const before = remembered(host)
      const addedAt = before?.hidden === false ? (before.addedAt ?? now().toISOString()) : now().toISOString()
      const fullName = before?.fullName ?? null
      store.knownHosts.remember({ host, fullName, addedAt, hidden: false })
      return (
        everything().get(hostKey(host)) ?? { host, name: nameOf(host, fullName), source: 'by-hand', since: addedAt }
      )
    },
    remove: (host) => {
      const before = remembered(host)
      store.knownHosts.remember({ host, fullName: before?.fullName ?? null, addedAt: null, hidden: true })
    },
    learnName: (host, fullName) => {
      try {
        if (fullName === '' || !everything().has(hostKey(host))) return
        const before = remembered(host)
        if (before?.fullName === fullName) return
        store.knownHosts.remember({ host, fullName, addedAt: before?.addedAt ?? null, hidden: false })
      } catch {
        // The list works without the full name; what cannot be written now is learnt at the next look.
      }
    },
  }
}
