import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { openLab } from '../../../../src-main/lab/open-lab.ts'
import { hostKey, startKillApp } from './kill-app.ts'
import { writingMethods } from './kill-points.ts'

const script = fileURLToPath(new URL('run-and-die.ts', import.meta.url))
interface Ended {
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
}
const runUntil = (folder: string, point: number): Promise<Ended> =>
  new Promise((resolve) => {
    const args = ['--no-warnings', script, folder, String(point)]
    const child = execFile(process.execPath, args, (_, stdout, stderr) =>
      resolve({ signal: child.signalCode, stdout, stderr }),
    )
  })

const countWrites = (folder: string): Readonly<Record<string, number>> => {
  const lab = openLab({ folder: join(folder, 'lab') })
  const calls = lab.calls().filter(({ op }) => op === 'call')
  lab.close()
  return Object.fromEntries(
    writingMethods.map((method) => [method, calls.filter((call) => call.method === method).length]),
  )
}

/** Each write once; the marker stands in both views of the registry. */
const eachOnce = { InstallProductKey: 1, SetStringValue: 2, Activate: 1, Create: 1, StopService: 1, StartService: 1 }

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Resumes in this process what another one left behind, until nothing is unfinished. Returns how it ended. */
const resumeAll = async (folder: string): Promise<readonly string[]> => {
  const app = startKillApp(folder)
  try {
    const ids = app.plans.unfinished().map(({ planId }) => planId)
    for (const planId of ids) {
      const asked = app.plans.get(planId).plan.missingSecrets.map(({ name }) => name)
      const secrets = Object.fromEntries(asked.map((name) => [name, app.vault.put('product-key', hostKey).ref]))
      app.plans.resume({ planId, secrets })
    }
    await app.plans.idle()
    return ids.map((planId) => app.plans.get(planId).plan.state)
  } finally {
    app.close()
  }
}

describe('an app that is killed', () => {
  let points: readonly string[] = []
  let undisturbed: { readonly errors: string; readonly writes: Readonly<Record<string, number>> }
  beforeAll(
    () =>
      inFolder(async (folder) => {
        const { stdout, stderr } = await runUntil(folder, 0)
        points = JSON.parse(stdout) as string[]
        undisturbed = { errors: stderr, writes: countWrites(folder) }
      }),
    180_000,
  )

  it('writes each thing once where it is not killed', () => {
    expect(undisturbed).toEqual({ errors: '', writes: eachOnce })
  })

  it('can be killed before, inside and after every step', () => {
    const steps = [0, 1, 2, 3, 4, 5, 6]
    for (const step of steps)
      expect(points).toEqual(
        expect.arrayContaining(
          ['before', 'after'].flatMap((when) => [`${when} journal will-run ${step}`, `${when} journal done ${step}`]),
        ),
      )
    for (const method of writingMethods)
      expect(points).toEqual(expect.arrayContaining([`before call ${method}`, `after call ${method}`]))
    expect(points).toHaveLength(2 + 7 * 4 + 2 + 7 * 2)
  })

  // One test per point, by number: 46 of them, as the test above proves.
  it.concurrent.each(Array.from({ length: 46 }, (_, index) => index + 1))(
    'at point %i is resumed, and every write stands in the Lab’s log once',
    (point) =>
      inFolder(async (folder) => {
        const { signal } = await runUntil(folder, point)
        expect(signal).toBe('SIGKILL')
        const ended = await resumeAll(folder)
        const neverCommitted = points[point - 1] === 'before journal commit'
        const finished = points[point - 1] === 'after journal finished '
        expect(ended).toEqual(neverCommitted || finished ? [] : ['done'])
        expect(countWrites(folder)).toEqual(
          neverCommitted ? Object.fromEntries(writingMethods.map((method) => [method, 0])) : eachOnce,
        )
      }),
    180_000,
  )
})
