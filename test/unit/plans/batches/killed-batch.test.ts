import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parseLine } from '../../../../src-main/lab/storage/call-log.ts'
import { settingMethods, startBatchApp } from './batch-app.ts'

const script = fileURLToPath(new URL('run-batch-and-die.ts', import.meta.url))
const runUntil = (folder: string, write: number): Promise<string | null> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, ['--no-warnings', script, folder, String(write)], () =>
      resolve(child.signalCode),
    )
  })

const writesIn = (folder: string): readonly string[] =>
  readFileSync(join(folder, 'lab', 'calls.jsonl'), 'utf8')
    .split('\n')
    .map((line) => parseLine(line))
    .flatMap((call) =>
      call?.op === 'call' && settingMethods.some((method) => method === call.method)
        ? [`${call.host} ${call.method}`]
        : [],
    )

it('a batch killed in the middle of 300 computers is resumed, and nothing is done twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-batch-'))
  try {
    expect(await runUntil(folder, 437)).toBe('SIGKILL')
    const before = writesIn(folder)
    expect(before.length).toBeGreaterThanOrEqual(437)
    const app = startBatchApp(folder, { scenario: 'woodgrove-1000' })
    try {
      const [left] = app.batches.unfinished()
      expect(left).toMatchObject({ state: 'interrupted', total: 300 })
      const batchId = left?.batchId ?? ''
      await app.batches.resume({ batchId, secrets: {} })
      await app.batches.idle()
      expect(app.batches.get(batchId)).toMatchObject({ state: 'done', counts: { done: 300, failed: 0, unknown: 0 } })
    } finally {
      app.close()
    }
    const after = writesIn(folder)
    expect(after).toHaveLength(900)
    expect(new Set(after).size).toBe(900)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 180_000)
