import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { BatchRequest } from '../../../../src-main/contract/models/batch.ts'
import type { TargetRef } from '../../../../src-main/contract/models/target.ts'
import { engineLost } from '../../../../src-main/engine/engine-lost.ts'
import { openLab, type FaultEffect } from '../../../../src-main/lab/open-lab.ts'
import { parseLine } from '../../../../src-main/lab/storage/call-log.ts'
import type { SiteProvider } from '../../../../src-main/plans/site-provider.ts'
import type { Site } from '../../../../src-main/wmi/wmi-session.ts'
import { clientsOf, settingMethods, startBatchApp, threeSettings, type BatchApp } from './batch-app.ts'

const scenario = 'woodgrove-1000'
let folder: string
let app: BatchApp
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'batch-faults-'))
})
afterEach(() => {
  app.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Engine {
  alive: boolean
  readonly died: Promise<never>
  end(): void
}

const startEngine = (): Engine => {
  const { promise, reject } = Promise.withResolvers<never>()
  promise.catch(() => {})
  const engine: Engine = {
    alive: true,
    died: promise,
    end: () => {
      engine.alive = false
      reject(engineLost())
    },
  }
  return engine
}

/** Every call through an engine that ends with it: what it carried out already stays done, and nobody hears of it. */
const through = (site: Site, engine: Engine, wrote: (engine: Engine) => void): Site => ({
  ...site,
  connect: async (endpoint, namespace, signal) => {
    const session = await Promise.race([engine.died, site.connect(endpoint, namespace, signal)])
    return {
      ...session,
      query: (wql, inner) => Promise.race([engine.died, session.query(wql, inner)]),
      call: async (path, method, input, inner) => {
        const answer = await Promise.race([engine.died, session.call(path, method, input, inner)])
        if (settingMethods.some((one) => one === method)) wrote(engine)
        return await Promise.race([engine.died, Promise.resolve(answer)])
      },
    }
  },
})

/** Engines of which the one that carries the write of a number dies right after it. */
const enginesDyingAt = (site: Site, deadly: number): { readonly sites: SiteProvider; readonly ended: () => number } => {
  let writes = 0
  let ended = 0
  const wrote = (engine: Engine): void => {
    writes += 1
    if (writes !== deadly) return
    ended += 1
    engine.end()
  }
  return {
    ended: () => ended,
    sites: {
      shared: () => site,
      exclusive: async () => {
        const engine = startEngine()
        return {
          site: through(site, engine, wrote),
          get alive() {
            return engine.alive
          },
          kill: engine.end,
          release: () => {},
        }
      },
    },
  }
}

const writes = (): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const line of readFileSync(join(folder, 'lab', 'calls.jsonl'), 'utf8').split('\n')) {
    const call = parseLine(line)
    if (call?.op !== 'call' || !settingMethods.some((method) => method === call.method)) continue
    const key = `${call.host} ${call.method}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

const hostOf = (target: TargetRef): string => (target.place === 'this-computer' ? '' : target.host)

const breakHosts = async (
  hosts: readonly string[],
  operation: 'connect' | 'query',
  effect: FaultEffect,
): Promise<void> => {
  const lab = openLab(scenario, { folder: join(folder, 'lab') })
  for (const host of hosts) await lab.setFault({ host, operation, effect })
  lab.close()
}

it('of 300 computers 5 % are refused, 5 % hang and an engine dies: each has its reason, the rest is done once', async () => {
  const targets = clientsOf(scenario, 300)
  const everyTwentieth = (from: number): readonly string[] =>
    targets.filter((_target, at) => at % 20 === from).map(hostOf)
  const refused = everyTwentieth(3)
  const hung = everyTwentieth(11)
  let ended = (): number => 0
  app = startBatchApp(folder, {
    scenario,
    deadline: 8000,
    sites: (site) => {
      const engines = enginesDyingAt(site, 200)
      ended = engines.ended
      return engines.sites
    },
  })
  await breakHosts(refused, 'connect', { kind: 'refuse' })
  await breakHosts(hung, 'query', { kind: 'hang', applied: false })
  const request = BatchRequest.parse({ draft: threeSettings, targets, policy: { concurrency: 48 } })
  const { batchId, digest } = await app.batches.propose(request)
  await app.batches.commit({ batchId, digest })
  await app.batches.idle()

  expect(ended()).toBe(1)
  expect(app.batches.get(batchId)).toMatchObject({ state: 'done', counts: { done: 270, failed: 30, unknown: 0 } })
  const rows = app.batches.rows({ batchId, states: ['failed'], offset: 0, limit: 500 }).rows
  const codes = new Map(rows.map(({ target, error }) => [hostOf(target), error?.code]))
  expect(refused.map((host) => codes.get(host))).toEqual(refused.map(() => 'rpc-unavailable'))
  expect(hung.map((host) => codes.get(host))).toEqual(hung.map(() => 'timeout'))
  expect(rows.filter(({ error }) => (error?.remedy ?? '') === '')).toEqual([])
  const counted = writes()
  expect(counted.size).toBe(270 * settingMethods.length)
  expect([...counted].filter(([, times]) => times !== 1)).toEqual([])
}, 240_000)
