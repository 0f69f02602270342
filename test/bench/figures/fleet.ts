import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { createScanning } from '../../../src-main/composition/scanning.ts'
import { EnginePool } from '../../../src-main/engine/engine-pool.ts'
import { scenarioNamed } from '../../../src-main/lab/scenarios/all-scenarios.ts'
import { forkEngine, type ForkedEngine } from '../../support/fork-engine.ts'
import type { Figure } from '../figure.ts'
import { openFleetBook } from './fleet-book.ts'

const engineScript = fileURLToPath(new URL('../../support/engine-in-child.ts', import.meta.url))
const concurrency = 128
/** The Lab's latency for one computer, in milliseconds. */
const latency = 100
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Resident memory of processes in MiB (Linux: /proc); one that has ended holds none. */
const residentMemory = (pids: readonly number[]): number =>
  pids.reduce((total, pid) => {
    try {
      return total + Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    } catch {
      return total
    }
  }, 0)

interface Scan {
  readonly size: number
  /** From the start of the scan to the last result on the disk. */
  readonly milliseconds: number
  /** The longest that main stood still. */
  readonly blocked: number
  /** Most of what main and the engines held together. */
  readonly memory: number
}

/** Scans a Lab of so many computers through engines in processes of their own. Throws where a result is missing. */
const scanLab = async (size: number): Promise<Scan> => {
  const folder = mkdtempSync(join(tmpdir(), 'fleet-'))
  const scenario = `woodgrove-${size}`
  const engines: ForkedEngine[] = []
  const pool = new EnginePool({
    fork: () => {
      const engine = forkEngine(engineScript, 60)
      engines.push(engine)
      return engine
    },
  })
  const place = { place: 'lab', scenario } as const
  const fleet = openFleetBook(join(folder, 'journal.sqlite'), place, scenarioNamed(scenario).hosts)
  const scans = createScanning({ ...fleet, pool, labs: join(folder, 'lab') })
  let memory = 0
  const measureMemory = (): void => {
    const pids = [process.pid, ...engines.flatMap(({ pid }) => pid ?? [])]
    memory = Math.max(memory, residentMemory(pids))
  }
  const sampling = setInterval(measureMemory, 100)
  const options = { place, concurrency, deadlineSeconds: 30 }
  try {
    // Engines start and load the Lab once in the life of the app: that is no part of a scan's pace.
    scans.start({ ...options, selection: { which: 'computers', ids: fleet.ids.slice(0, concurrency) } })
    await scans.idle()
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const started = performance.now()
    scans.start({ ...options, selection: { which: 'all' } })
    await scans.idle()
    const milliseconds = performance.now() - started
    delay.disable()
    const { state, done, counts } = scans.state(place)
    if (state !== 'done' || done !== size || fleet.recorded() !== size)
      throw new Error(`The scan of ${size} ended as ${state} with ${done} results, ${fleet.recorded()} of them kept.`)
    console.error(`${scenario}: ${JSON.stringify(counts)}`)
    return { size, milliseconds, blocked: delay.max / 1e6, memory }
  } finally {
    clearInterval(sampling)
    await scans.close()
    await pool.close()
    fleet.close()
    await pause(100)
    rmSync(folder, { recursive: true, force: true })
  }
}

const growth = (
  name: string,
  unit: Figure['unit'],
  scans: readonly Scan[],
  measure: (scan: Scan) => number,
): readonly Figure[] =>
  scans.map((scan, index) => {
    const before = scans[index - 1]
    const value = measure(scan)
    const anchor = before === undefined ? null : measure(before)
    return { name: `growth.${name}.${scan.size}`, value, unit, anchor, ratio: anchor === null ? null : value / anchor }
  })

/**
 * Figures of scanning the Lab `woodgrove`, 128 computers at a time, with engines in processes of their own and results in
 * SQLite. `fleet.scan`: how long 10,000 take; the ratio is the limit, N/128 times the latency of one, to that.
 * `fleet.memory`: main and engines at 10,000 against 1,000. `fleet.loop`: the longest that main stood still, against 50 ms.
 * `growth.time.*`: milliseconds per computer at 100, 1,000 and 10,000, and `growth.memory.*`: main and engines together,
 * each against the size before it.
 */
export const measureFleet = async (): Promise<readonly Figure[]> => {
  const small = await scanLab(100)
  const middle = await scanLab(1000)
  const large = await scanLab(10_000)
  const limit = (large.size / concurrency) * latency
  return [
    { name: 'fleet.scan', value: large.milliseconds, unit: 'ms', anchor: limit, ratio: limit / large.milliseconds },
    {
      name: 'fleet.memory',
      value: large.memory,
      unit: 'MiB',
      anchor: middle.memory,
      ratio: large.memory / middle.memory,
    },
    { name: 'fleet.loop', value: large.blocked, unit: 'ms', anchor: 50, ratio: large.blocked / 50 },
    ...growth('time', 'ms', [small, middle, large], (scan) => scan.milliseconds / scan.size),
    ...growth('memory', 'MiB', [small, middle, large], (scan) => scan.memory),
  ]
}
