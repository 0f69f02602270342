import { join } from 'node:path'
import { catalogue } from '../../../../src-main/actions/catalogue.ts'
import type { TargetRef } from '../../../../src-main/contract/models/target.ts'
import { isLabKey } from '../../../../src-main/lab/fictional-keys.ts'
import { createLabSite } from '../../../../src-main/lab/lab-site.ts'
import { scenarioNamed } from '../../../../src-main/lab/scenarios/all-scenarios.ts'
import { redactSecrets } from '../../../../src-main/licensing/redaction.ts'
import { createBatchService, type BatchService } from '../../../../src-main/plans/batches/batch-service.ts'
import type { BatchEstate } from '../../../../src-main/plans/batches/estate-accounts.ts'
import { createBusyComputers, type BusyComputers } from '../../../../src-main/plans/busy-computers.ts'
import { systemClock, type Clock } from '../../../../src-main/plans/clock.ts'
import { createPlanService, type PlanService } from '../../../../src-main/plans/plan-service.ts'
import type { SiteProvider } from '../../../../src-main/plans/site-provider.ts'
import { loadComparisonKey } from '../../../../src-main/store/comparison-key.ts'
import { openJournal, type JournalStore } from '../../../../src-main/store/journal-store.ts'
import { createSecretVault, type SecretVault } from '../../../../src-main/store/secret-vault.ts'
import type { Site } from '../../../../src-main/wmi/wmi-session.ts'

/** One life of the app over a folder that holds journal and Lab. */
export interface BatchApp {
  readonly batches: BatchService
  readonly plans: PlanService
  readonly vault: SecretVault
  readonly store: JournalStore
  readonly busy: BusyComputers
  close(): void
}

/** Real time, but a tenth of every pause between two looks, and deadlines of `deadline` milliseconds where given. */
const quickClock = (deadline?: number): Clock => ({
  now: systemClock.now,
  wait: (milliseconds, signal) => {
    if (milliseconds < 5000) return systemClock.wait(milliseconds / 10, signal)
    return systemClock.wait(deadline ?? milliseconds, signal)
  },
})

export interface BatchAppOptions {
  readonly scenario: string
  /** Milliseconds for every deadline. */
  readonly deadline?: number
  readonly wrap?: (site: Site) => Site
  readonly watch?: (store: JournalStore) => JournalStore
  readonly sites?: (site: Site) => SiteProvider
  /** Where computers are chosen from; without it each target brings its own account. */
  readonly estate?: (parts: { readonly store: JournalStore; readonly vault: SecretVault }) => BatchEstate
}

/** Starts the app on a folder. */
export const startBatchApp = (folder: string, options: BatchAppOptions): BatchApp => {
  const lab = createLabSite({ scenario: options.scenario, folder: join(folder, 'lab'), latencyMs: 0, durable: false })
  const site = options.wrap?.(lab) ?? lab
  const opened = openJournal({ path: join(folder, 'journal.sqlite'), now: () => new Date() })
  const store = options.watch?.(opened) ?? opened
  const vault = createSecretVault(loadComparisonKey(join(folder, 'comparison.key')))
  const busy = createBusyComputers()
  const parts = {
    store,
    vault,
    catalogue,
    clock: quickClock(options.deadline),
    sites: options.sites?.(site) ?? {
      shared: () => site,
      exclusive: async () => ({ site, kill: () => {}, release: () => {} }),
    },
    who: 'WOODGROVE\\tech',
    elevated: null,
    computerName: 'DESK',
    redact: (text: string) => redactSecrets(text, vault.values()),
    isLabKey,
    busy,
  }
  return {
    batches: createBatchService(options.estate ? { ...parts, estate: options.estate({ store, vault }) } : parts),
    plans: createPlanService(parts),
    vault,
    store,
    busy,
    close: () => {
      store.close()
      lab.close()
    },
  }
}

/** Some computers of a scenario that answer and are KMS clients: the Woodgrove's from a place in its hundred on. */
export const clientsOf = (scenario: string, count: number): readonly TargetRef[] =>
  scenarioNamed(scenario)
    .hosts.filter((host) => Number(/(\d\d)$/.exec(host)?.[1] ?? 0) > 40)
    .slice(0, count)
    .map((host) => ({ place: 'lab', scenario, host }))

/** Three steps for each client: a fixed host, no caching, a lookup domain. */
export const threeSettings = {
  wizard: 'configure-client',
  discovery: { mode: 'fixed', host: 'kms02.corp.woodgrove.test', port: '' },
  lookupDomain: { mode: 'domain', domain: 'corp.woodgrove.test' },
  hostCaching: false,
  activationType: null,
  dnsSuffixes: null,
  activate: false,
} as const

/** The methods of those steps. */
export const settingMethods = [
  'SetKeyManagementServiceMachine',
  'SetKeyManagementServiceLookupDomain',
  'DisableKeyManagementServiceHostCaching',
] as const
