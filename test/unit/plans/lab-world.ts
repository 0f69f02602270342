import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { catalogue } from '../../../src-main/actions/catalogue.ts'
import { isLabKey, openLab, type Lab } from '../../../src-main/lab/open-lab.ts'
import { redactSecrets } from '../../../src-main/licensing/redaction.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { cancelledWait, type Clock } from '../../../src-main/plans/clock.ts'
import { createPlanService, type PlanService } from '../../../src-main/plans/plan-service.ts'
import { openJournal, type JournalStore } from '../../../src-main/store/journal-store.ts'
import { createSecretVault, type SecretVault } from '../../../src-main/store/secret-vault.ts'
import type { Site } from '../../../src-main/wmi/wmi-session.ts'
import { unusedSession } from '../../support/unused-site.ts'

/** The Lab's fictional host key. */
export const labHostKey = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8RTB'
/** The Lab's server that can become a KMS host. */
export const labTarget: TargetRef = { place: 'lab', scenario: 'first-host', host: 'KMS01' }

/** A Lab opened for tests, as the engine would offer it. */
export const siteOf = (lab: Lab): Site => ({
  ...lab.site,
  connect: async ({ host, credential }, namespace) => ({
    ...unusedSession,
    ...(await lab.connect({ host, namespace, ...credential })),
  }),
})

/** Waits last some milliseconds of real time, which is what the Lab's services need, and count in full on the clock. */
export const createLabClock = (): Clock => {
  let time = Date.now()
  return {
    now: () => new Date(time),
    wait: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(cancelledWait()))
        // Deadlines of whole steps do not pass in these tests.
        if (milliseconds >= 60_000) return
        setTimeout(() => {
          time += milliseconds
          resolve()
        }, milliseconds / 25)
      }),
  }
}

/** The plans over a Lab in memory, with a journal in a folder of its own. */
export interface LabApp {
  readonly folder: string
  readonly lab: Lab
  readonly plans: PlanService
  readonly vault: SecretVault
  readonly store: JournalStore
  close(): void
}

type Wrap = (site: Site) => Site

/** One life of the app over a folder and a Lab. */
const openLabApp = (folder: string, lab: Lab, wrap: Wrap): LabApp => {
  const site = wrap(siteOf(lab))
  const clock = createLabClock()
  const vault = createSecretVault(Buffer.alloc(32, 5))
  const store = openJournal({ path: join(folder, 'journal.sqlite'), now: () => clock.now() })
  const plans = createPlanService({
    store,
    vault,
    catalogue,
    clock,
    sites: { shared: () => site, exclusive: async () => ({ site, kill: () => {}, release: () => {} }) },
    who: 'NORTHWIND\\tech',
    elevated: null,
    computerName: 'DESK',
    redact: (text) => redactSecrets(text, vault.values()),
    isLabKey,
  })
  return {
    folder,
    lab,
    plans,
    vault,
    store,
    close: () => {
      store.close()
      lab.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** `wrap` puts something between the app and the Lab, for what no fault of the Lab does. */
export const startLabApp = (wrap: Wrap = (site) => site, scenario = 'first-host'): LabApp =>
  openLabApp(mkdtempSync(join(tmpdir(), 'lab-app-')), openLab(scenario, { latencyMs: 0 }), wrap)

/** Ends the app and starts it again: the journal and the Lab stay, what was in memory is gone. */
export const restartLabApp = (app: LabApp, wrap: Wrap = (site) => site): LabApp => {
  app.store.close()
  return openLabApp(app.folder, app.lab, wrap)
}

/** A site on which one method answers "done" and does nothing. */
export const withDeafMethod =
  (deaf: string) =>
  (site: Site): Site => ({
    ...site,
    connect: async (endpoint, namespace, signal) => {
      const session = await site.connect(endpoint, namespace, signal)
      return {
        ...session,
        call: async (path, method, input) => (method === deaf ? { ReturnValue: 0 } : session.call(path, method, input)),
      }
    },
  })

/** How often each method was called on a Lab computer. */
export const methodCounts = (lab: Lab, host = 'kms01'): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const call of lab.calls())
    if (call.op === 'call' && call.host === host && call.method) counts[call.method] = (counts[call.method] ?? 0) + 1
  return counts
}
