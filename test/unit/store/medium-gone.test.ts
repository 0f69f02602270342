import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ScanResult } from '../../../src-main/contract/models/scan.ts'
import { createEstate } from '../../../src-main/composition/estate/estate-service.ts'
import { createScanService } from '../../../src-main/scan/scan-service.ts'
import { openJournal, type JournalStore } from '../../../src-main/store/journal-store.ts'
import { openSteadyJournal } from '../../../src-main/store/steady-journal.ts'
import { createSecretVault } from '../../../src-main/store/secret-vault.ts'
import { scanned } from '../composition/estate/estate-fixture.ts'

const place = { place: 'network' } as const
const now = () => new Date('2026-11-22T10:00:00Z')
const data = 'Activation Field Kit data'
const message = 'The folder of the app’s data is gone'
const remedy = 'Put the stick back in'

let port: string
let stick: string
let path: string
let store: JournalStore

beforeEach(() => {
  port = mkdtempSync(join(tmpdir(), 'stick-'))
  stick = join(port, 'stick')
  mkdirSync(join(stick, data), { recursive: true })
  path = join(stick, data, 'journal.sqlite')
  store = openSteadyJournal({ path, now })
})
afterEach(() => {
  store.close()
  rmSync(port, { recursive: true, force: true })
})

const pulled = (): string => join(port, 'pulled')
const pullOut = (): void => renameSync(stick, pulled())
/** The same medium again: its files stand for themselves, and the handles of before lead nowhere. */
const putBack = (): void => {
  cpSync(pulled(), stick, { recursive: true })
  rmSync(pulled(), { recursive: true })
}
const add = (from: number, count: number): void => {
  const computers = Array.from({ length: count }, (_, index) => ({
    host: `pc${from + index}`,
    group: null,
    tags: [],
    note: null,
    ou: null,
    source: 'typed' as const,
  }))
  store.estate.add(place, computers, { at: now().toISOString(), updateKnown: false, more: false })
}
const expectSound = (): void => {
  store.close()
  const database = new Database(path, { readonly: true })
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  database.close()
  expect(readdirSync(join(stick, data)).filter((name) => name.includes('damaged'))).toEqual([])
}

describe('a stick that is pulled out', () => {
  it('during writes: each is refused with what to do, nothing is made in its place, and after putting it back all go on', () => {
    add(0, 300)
    pullOut()
    for (const work of [
      () => add(300, 10),
      () => store.estate.count(place),
      () => store.batches.newest(10),
      () => store.read({ before: null, limit: 10 }),
    ])
      expect(work).toThrow(
        expect.objectContaining({
          error: expect.objectContaining({
            code: 'journal-unavailable',
            message: expect.stringContaining(message) as string,
            remedy: expect.stringContaining(remedy) as string,
            retryable: true,
          }) as unknown,
        }) as Error,
      )
    expect(existsSync(stick)).toBe(false)
    putBack()
    expect(store.estate.count(place)).toBe(300)
    add(300, 10)
    expect(store.estate.count(place)).toBe(310)
    expectSound()
  })

  it('and put back as it was without a write in between goes on', () => {
    add(0, 5)
    pullOut()
    renameSync(pulled(), stick)
    add(5, 5)
    expect(store.estate.count(place)).toBe(10)
    expectSound()
  })

  it('during a scan: the scan stops and says so, what is written stays, and it is continued after putting it back', async () => {
    add(0, 100)
    const vault = createSecretVault(Buffer.alloc(32))
    const { register } = createEstate({
      store: store.estate,
      vault,
      clock: { now, wait: () => new Promise<void>(() => {}) },
      searchDirectory: () => Promise.reject(new Error('There is no directory here.')),
    })
    const written: number[] = []
    let read = 0
    const waiting: (() => void)[] = []
    const scans = createScanService({
      book: {
        ...register,
        record: (where, results: readonly ScanResult[]) => {
          register.record(where, results)
          written.push(...results.map(({ id }) => id))
        },
      },
      vault,
      read: async () => {
        read += 1
        // Results are written while the scan goes on, as time does on a real computer.
        if (read % 10 === 0) for (const run of waiting.splice(0)) run()
        // Every reading fails and is tried twice, so that results come in the second half.
        if (read === 150) pullOut()
        return Promise.reject(new Error('Nothing is to be read here.'))
      },
      rest: () => undefined,
      now,
      later: (_milliseconds, run) => {
        waiting.push(run)
        return () => void waiting.splice(waiting.indexOf(run), 1)
      },
    })
    const options = { place, concurrency: 4, deadlineSeconds: 30 } as const
    scans.start({ ...options, selection: { which: 'all' } })
    await scans.idle()
    expect(scans.state(place)).toMatchObject({
      state: 'stopped',
      error: { code: 'journal-unavailable', message: expect.stringContaining(message) as string },
    })
    expect(written.length).toBeGreaterThan(0)
    expect(written.length).toBeLessThan(100)
    const again = (): unknown => scans.start({ ...options, selection: { which: 'unfinished' } })
    expect(again).toThrow(message)
    putBack()
    expect(store.estate.select(place, { which: 'outcomes', outcomes: ['wmi-broken'] })).toEqual(
      written.toSorted((one, other) => one - other),
    )
    again()
    await scans.idle()
    expect(scans.state(place)).toMatchObject({ state: 'done', error: null })
    expect(written.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1))
    expect(store.estate.scanNotes.unfinished(place)).toBeNull()
    expectSound()
  })
})

it('a file that the system gave up is opened anew at the next call, and a full disk is not', () => {
  const codes = ['SQLITE_IOERR_WRITE', 'SQLITE_FULL']
  let opened = 0
  const failing = openSteadyJournal({ path, now }, (options) => {
    opened += 1
    const inner = openJournal(options)
    const record = (...parameters: Parameters<typeof inner.estate.record>) => {
      const code = codes.shift()
      if (code === undefined) return inner.estate.record(...parameters)
      throw new Database.SqliteError('It failed.', code)
    }
    return { ...inner, estate: { ...inner.estate, record } }
  })
  const [id = 0] = (add(0, 1), store.estate.select(place, { which: 'all' }))
  const record = () => failing.estate.record(place, [scanned(id)])
  expect(record).toThrow('It failed.')
  expect(record).toThrow('It failed.')
  expect(record()).toEqual([id])
  expect(opened).toBe(2)
  failing.close()
  expect(() => failing.estate.count(place)).toThrow(message)
})
