import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openLab } from '../../../../src-main/lab/open-lab.ts'
import { finishAll, startKillApp } from './kill-app.ts'
import { grownMethods } from './kill-points.ts'

const script = fileURLToPath(new URL('run-grown-and-die.ts', import.meta.url))
const runUntil = (folder: string, point: string): Promise<{ signal: string | null; stdout: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, ['--no-warnings', script, folder, point], (_, stdout) =>
      resolve({ signal: child.signalCode, stdout }),
    )
  })

const countWrites = (folder: string): Readonly<Record<string, number>> => {
  const lab = openLab({ folder: join(folder, 'lab') })
  const calls = lab.calls().filter(({ op }) => op === 'call')
  lab.close()
  return Object.fromEntries(
    [...grownMethods, 'InstallProductKey', 'Create'].map((method) => [
      method,
      calls.filter((call) => call.method === method).length,
    ]),
  )
}
const eachOnce = Object.fromEntries([...grownMethods, 'InstallProductKey', 'Create'].map((method) => [method, 1]))

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'kill-grown-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

it(
  'a grown plan writes each thing once where it is not killed',
  () =>
    inFolder(async (folder) => {
      expect(await runUntil(folder, '')).toEqual({ signal: null, stdout: '["done"]' })
      expect(countWrites(folder)).toEqual(eachOnce)
    }),
  180_000,
)

// Sparse on purpose: the grid of the first wizard goes through every kind of point.
it.concurrent.each([
  ...grownMethods.map((method) => `after call ${method}`),
  'before call DepositOfflineConfirmationId',
  'after call Create',
  'before journal waiting 4',
  'after journal waiting 4',
  'after journal provided 4',
])(
  'a grown plan killed %s is finished, and every write stands in the Lab’s log once',
  (point) =>
    inFolder(async (folder) => {
      expect(await runUntil(folder, point)).toMatchObject({ signal: 'SIGKILL' })
      const app = startKillApp(folder)
      try {
        expect(await finishAll(app)).toEqual(['done'])
      } finally {
        app.close()
      }
      expect(countWrites(folder)).toEqual(eachOnce)
    }),
  180_000,
)
