import { join } from 'node:path'
import { catalogue } from '../../../../src-main/actions/catalogue.ts'
import { isLabKey } from '../../../../src-main/lab/fictional-keys.ts'
import { createLabSite } from '../../../../src-main/lab/lab-site.ts'
import { labConfirmationId } from '../../../../src-main/lab/licensing/phone.ts'
import { redactSecrets } from '../../../../src-main/licensing/redaction.ts'
import { systemClock, type Clock } from '../../../../src-main/plans/clock.ts'
import { createPlanService, type PlanService } from '../../../../src-main/plans/plan-service.ts'
import { loadComparisonKey } from '../../../../src-main/store/comparison-key.ts'
import { openJournal, type JournalStore } from '../../../../src-main/store/journal-store.ts'
import { createSecretVault, type SecretVault } from '../../../../src-main/store/secret-vault.ts'
import { watchedSite, watchedStore, type AtPoint } from './kill-points.ts'

/** The Lab's fictional host key. */
export const hostKey = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8RTB'

/** One life of the app over a folder that holds journal and Lab. */
export interface KillApp {
  readonly plans: PlanService
  readonly vault: SecretVault
  readonly store: JournalStore
  close(): void
}

/** Real time, but a tenth of every pause between two looks. */
const quickClock: Clock = {
  now: systemClock.now,
  wait: (milliseconds, signal) => systemClock.wait(milliseconds < 5000 ? milliseconds / 10 : milliseconds, signal),
}

/** Starts the app on a folder. `at` hears of every moment at which it may be killed. */
export const startKillApp = (folder: string, at: AtPoint = () => {}): KillApp => {
  const lab = createLabSite({ scenario: 'first-host', folder: join(folder, 'lab'), latencyMs: 0 })
  const site = watchedSite(lab, at)
  const store = openJournal({ path: join(folder, 'journal.sqlite'), now: () => new Date() })
  const vault = createSecretVault(loadComparisonKey(join(folder, 'comparison.key')))
  const plans = createPlanService({
    store: watchedStore(store, at),
    vault,
    catalogue,
    clock: quickClock,
    sites: { shared: () => site, exclusive: async () => ({ site, kill: () => {}, release: () => {} }) },
    who: 'NORTHWIND\\tech',
    elevated: null,
    computerName: 'DESK',
    redact: (text) => redactSecrets(text, vault.values()),
    isLabKey,
  })
  return {
    plans,
    vault,
    store,
    close: () => {
      store.close()
      lab.close()
    },
  }
}

/** Proposes and commits "Set up a KMS host" for the Lab's KMS01, and waits for its end. */
export const makeKmsHost = async ({ plans, vault }: KillApp): Promise<string> => {
  const plan = await plans.propose({
    wizard: 'set-up-kms-host',
    target: { place: 'lab', scenario: 'first-host', host: 'KMS01' },
    hostKey: vault.put('product-key', hostKey).ref,
    overruled: [],
    openFirewall: true,
  })
  plans.consent({ planId: plan.planId, digest: plan.digest, consent: 'kms-key-warning' })
  plans.commit(plan)
  await plans.idle()
  return plan.planId
}

/** Goes on with whatever waits or was interrupted, until nothing is left to do. Returns how the plans ended. */
export const finishAll = async ({ plans, vault }: KillApp): Promise<readonly string[]> => {
  const ids = plans.unfinished().map(({ planId }) => planId)
  for (const planId of ids) {
    const { state, missingSecrets } = plans.get(planId).plan
    if (state !== 'waiting-for-input') {
      const named = missingSecrets.map(({ name }) => [name, vault.put('product-key', hostKey).ref] as const)
      plans.resume({ planId, secrets: Object.fromEntries(named) })
      await plans.idle()
    }
    const { waiting } = plans.get(planId).plan
    if (waiting === null) continue
    const { ref } = vault.put('confirmation-id', labConfirmationId(waiting.installationId))
    plans.provide({ planId, name: waiting.name, ref, secrets: {} })
    await plans.idle()
  }
  return ids.map((planId) => plans.get(planId).plan.state)
}

/** Sets up a KMS host by telephone with everything that the wizard can set, to the end. */
export const makeGrownHost = async (app: KillApp): Promise<readonly string[]> => {
  const plan = await app.plans.propose({
    wizard: 'set-up-kms-host',
    target: { place: 'lab', scenario: 'first-host', host: 'KMS01' },
    hostKey: app.vault.put('product-key', hostKey).ref,
    overruled: [],
    openFirewall: true,
    activation: 'telephone',
    publishing: { mode: 'domains', domains: [{ domain: 'corp.northwind.test', priority: 1, weight: 2 }] },
    port: 1700,
    lowPriority: true,
    activationInterval: 240,
    renewalInterval: 20_160,
  })
  app.plans.consent({ planId: plan.planId, digest: plan.digest, consent: 'kms-key-warning' })
  app.plans.commit(plan)
  await app.plans.idle()
  return finishAll(app)
}
