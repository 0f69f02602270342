import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openJournal } from '../../../src-main/store/journal-store.ts'
import { sampleEntry, samplePlan } from './stored-samples.ts'

let folder: string
let path: string
const now = () => new Date('2026-11-22T10:00:00Z')
const keptName = 'journal.damaged-2026-11-22T10-00-00.000Z.sqlite'

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
  path = join(folder, 'journal.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const opensAfresh = (): void => {
  const store = openJournal({ path, now })
  expect(store.notices).toHaveLength(1)
  expect(store.notices[0]?.message).toContain('damaged')
  store.addPlan(samplePlan(), [sampleEntry()])
  expect(store.read({ before: null, limit: 10 })).toHaveLength(1)
  store.close()
}

describe('a damaged journal', () => {
  it('is kept byte for byte when it is no database at all', () => {
    const bytes = Buffer.from('this is not a database '.repeat(500))
    writeFileSync(path, bytes)
    opensAfresh()
    expect(readFileSync(join(folder, keptName)).equals(bytes)).toBe(true)
  })

  it('is kept when pages inside it are broken', () => {
    const store = openJournal({ path, now })
    const lines = Array.from({ length: 400 }, () => sampleEntry({ outcome: 'y'.repeat(300) }))
    store.addPlan(samplePlan(), lines)
    store.close()
    const bytes = readFileSync(path)
    bytes.fill(0xff, 8192, bytes.length - 4096)
    writeFileSync(path, bytes)
    opensAfresh()
    expect(readFileSync(join(folder, keptName)).equals(bytes)).toBe(true)
  })

  it('is kept when a table is missing', () => {
    openJournal({ path, now }).close()
    const database = new Database(path)
    database.exec('DROP TABLE journal')
    database.close()
    opensAfresh()
    expect(readdirSync(folder)).toContain(keptName)
  })

  it('never overwrites one that was kept before', () => {
    for (const text of ['first wreck', 'second wreck']) {
      writeFileSync(path, text.repeat(1000))
      rmSync(`${path}-wal`, { force: true })
      opensAfresh()
    }
    const kept = readdirSync(folder).filter((name) => name.startsWith('journal.damaged-') && name.endsWith('.sqlite'))
    expect(kept.toSorted().map((name) => readFileSync(join(folder, name), 'utf8').slice(0, 12))).toEqual(
      expect.arrayContaining(['first wreckf', 'second wreck']),
    )
    expect(kept).toHaveLength(2)
  })

  it('keeps a write-ahead log that has lost its database', () => {
    writeFileSync(`${path}-wal`, 'left over')
    opensAfresh()
    expect(readFileSync(join(folder, `${keptName}-wal`), 'utf8')).toBe('left over')
  })
})

describe('a journal of a newer version', () => {
  it('is refused and left as it is', () => {
    openJournal({ path, now }).close()
    const database = new Database(path)
    database.pragma('user_version = 99')
    database.close()
    const bytes = readFileSync(path)
    expect(() => openJournal({ path, now })).toThrow('newer version')
    expect(readFileSync(path).equals(bytes)).toBe(true)
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([])
  })
})
