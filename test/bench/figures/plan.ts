import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { catalogue } from '../../../src-main/actions/catalogue.ts'
import { createSiteProvider } from '../../../src-main/composition/site-provider.ts'
import { BatchRequest } from '../../../src-main/contract/models/batch.ts'
import { EnginePool } from '../../../src-main/engine/engine-pool.ts'
import { isLabKey } from '../../../src-main/lab/fictional-keys.ts'
import { scenarioNamed } from '../../../src-main/lab/scenarios/all-scenarios.ts'
import { createBatchService } from '../../../src-main/plans/batches/batch-service.ts'
import { createBusyComputers } from '../../../src-main/plans/busy-computers.ts'
import { systemClock } from '../../../src-main/plans/clock.ts'
import { openJournal } from '../../../src-main/store/journal-store.ts'
import { createSecretVault } from '../../../src-main/store/secret-vault.ts'
import { forkEngine } from '../../support/fork-engine.ts'
import type { Figure } from '../figure.ts'

const engineScript = fileURLToPath(new URL('../../support/engine-in-child.ts', import.meta.url))
const scenario = 'woodgrove-10000'
const computers = 1000
const concurrency = 8
const steps = 3
/** What the Lab's connection to a computer costs, in milliseconds. */
const latency = scenarioNamed(scenario).timings.connection ?? scenarioNamed(scenario).timings.latency

const request = (count: number, from: number): BatchRequest => ({
  draft: {
    wizard: 'configure-client',
    discovery: { mode: 'fixed', host: 'kms02.corp.woodgrove.test', port: '' },
    lookupDomain: { mode: 'domain', domain: 'corp.woodgrove.test' },
    hostCaching: false,
    activate: false,
  },
  targets: scenarioNamed(scenario)
    .hosts.filter((host) => Number(/(\d\d)$/.exec(host)?.[1] ?? 0) > 40)
    .slice(from, from + count)
    .map((host) => ({ place: 'lab', scenario, host })),
  policy: { concurrency, canary: null, onFailure: 'continue' },
})

/**
 * `plan.run`: three settings on each of 1,000 computers of the Lab, 8 at a time, every step on the disk before and after it,
 * engines in processes of their own. A connection of the Lab takes 100 ms; the anchor is the limit that this sets where each
 * step connects by itself, N × 3 × latency / concurrency. The batch keeps one connection for all of a computer's steps, so
 * that the ratio could exceed 1; `plan.kept` therefore holds the same time against N × latency / concurrency, as if steps
 * and their lines on the disk took no time at all. `plan.loop`: the longest that main stood still, against 50 ms.
 */
export const measurePlan = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-run-'))
  const pool = new EnginePool({ fork: () => forkEngine(engineScript, 60) })
  const store = openJournal({ path: join(folder, 'journal.sqlite'), now: () => new Date() })
  const batches = createBatchService({
    store,
    vault: createSecretVault(Buffer.alloc(32, 7)),
    catalogue,
    sites: createSiteProvider(pool, join(folder, 'lab')),
    clock: systemClock,
    busy: createBusyComputers(),
    who: 'bench',
    elevated: null,
    computerName: 'BENCH',
    redact: (text) => text,
    isLabKey,
  })
  const run = async (count: number, from: number): Promise<number> => {
    const { batchId, digest } = await batches.propose(BatchRequest.parse(request(count, from)))
    const started = performance.now()
    await batches.commit({ batchId, digest })
    await batches.idle()
    const { counts } = batches.get(batchId)
    if (counts.done !== count) throw new Error(`The batch of ${count} ended with ${JSON.stringify(counts)}.`)
    return performance.now() - started
  }
  try {
    // Engines start and load the Lab once in the life of the app: that is no part of a batch's pace.
    await run(concurrency, computers)
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const value = await run(computers, 0)
    delay.disable()
    const limit = (computers * steps * latency) / concurrency
    const blocked = delay.max / 1e6
    console.error(
      `plan.run: ${computers} computers, ${steps} steps each, latency ${latency} ms, ${concurrency} at a time`,
    )
    return [
      { name: 'plan.run', value, unit: 'ms', anchor: limit, ratio: limit / value },
      { name: 'plan.kept', value, unit: 'ms', anchor: limit / steps, ratio: limit / steps / value },
      { name: 'plan.loop', value: blocked, unit: 'ms', anchor: 50, ratio: blocked / 50 },
    ]
  } finally {
    await pool.close()
    store.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
}
