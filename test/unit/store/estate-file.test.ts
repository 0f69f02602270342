import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openJournalOrExplain } from '../../../src-main/composition/journal-access.ts'
import type { JournalStore } from '../../../src-main/store/journal-store.ts'
import { startChild } from './child-process.ts'

vi.setConfig({ testTimeout: 60_000 })

const place = { place: 'network' } as const
let folder: string
let path: string
const now = () => new Date('2026-11-22T10:00:00Z')
const kept = 'journal.damaged-2026-11-22T10-00-00.000Z.sqlite'
const open = (): JournalStore => openJournalOrExplain({ path, now })

/** Writes a thousand computers with notes and closes the file. */
const fill = (): void => {
  const store = open()
  const computers = Array.from({ length: 1000 }, (_, index) => ({
    host: `pc${index}`,
    group: 'Berlin',
    tags: [],
    note: 'n'.repeat(200),
    ou: null,
    source: 'typed' as const,
  }))
  store.estate.add(place, computers, { at: now().toISOString(), updateKnown: false, more: false })
  store.close()
}
const inFile = (work: (database: Database.Database) => void): void => {
  const database = new Database(path)
  work(database)
  database.close()
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'estate-file-'))
  path = join(folder, 'journal.sqlite')
  fill()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What the window shows: the notice of the start, and the list's refusal. */
const expectRefused = (store: JournalStore, message: RegExp, remedy: RegExp): void => {
  expect(store.notices).toEqual([
    {
      level: 'error',
      message: expect.stringMatching(message) as string,
      remedy: expect.stringMatching(remedy) as string,
    },
  ])
  for (const ask of [
    () => store.estate.page(place, 0, 500),
    () => store.estate.groups.all(place),
    () => store.estate.scanNotes.unfinished(place),
    () => store.estate.record(place, []),
  ])
    expect(ask).toThrow(message)
  store.close()
}

describe('the list of computers in a file', () => {
  it('of a newer version is refused with what to do, and left as it is', () => {
    inFile((database) => database.pragma('user_version = 99'))
    const bytes = readFileSync(path)
    expectRefused(open(), /newer version of this app \(format 99/, /Install the newer version/)
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([])
  })

  it('that another process holds is refused with what to do, and is there once it is let go', async () => {
    const child = startChild('hold-file.ts', path)
    await child.until('!')
    expectRefused(open(), /in use by another program/, /Close the other program .*start this app again/)
    await child.kill()
    const store = open()
    expect(store.notices).toEqual([])
    expect(store.estate.count(place)).toBe(1000)
    store.close()
  })

  it.each([
    [
      'with broken pages',
      () => {
        const bytes = readFileSync(path)
        bytes.fill(0xff, Math.floor(bytes.length / 2), bytes.length - 4096)
        writeFileSync(path, bytes)
      },
    ],
    ['cut short', () => writeFileSync(path, readFileSync(path).subarray(0, 50_000))],
    [
      'without the computers',
      () => inFile((database) => database.exec('DROP TABLE computer_scans; DROP TABLE computers')),
    ],
    ['without the views', () => inFile((database) => database.exec('DROP TABLE computer_views'))],
  ])('%s is kept under a telling name, and a new one is begun', (_, damage) => {
    damage()
    const bytes = readFileSync(path)
    const store = open()
    expect(store.notices).toMatchObject([
      {
        level: 'error',
        message: expect.stringContaining(join(folder, kept)) as string,
        remedy: expect.any(String) as string,
      },
    ])
    expect(store.estate.count(place)).toBe(0)
    store.close()
    expect(readFileSync(join(folder, kept)).equals(bytes)).toBe(true)
  })
})
