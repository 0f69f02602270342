import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openJournal } from '../../../src-main/store/journal-store.ts'
import { startChild } from './child-process.ts'

/** Real processes on a busy computer: only a hang ends the wait. */
vi.setConfig({ testTimeout: 120_000 })

const place = { place: 'network' } as const
/** Computers of one transaction. */
const slice = 250

it.each([
  ['before the first transaction', '+', 1],
  ['after the first', '.', 1],
  ['in the middle', '+', 17],
  ['at the last', '+', 40],
  ['at the end', '!', 1],
])(
  'kill -9 while 10,000 computers are added, %s: a clean part is there and the file is sound',
  async (_, sign, count) => {
    const folder = mkdtempSync(join(tmpdir(), 'killed-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'journal.sqlite')
    const child = startChild('add-computers.ts', path)
    await child.until(sign, count)
    await child.kill()

    const store = openJournal({ path, now: () => new Date() })
    expect(store.notices).toEqual([])
    const added = store.estate.count(place)
    expect(added % slice).toBe(0)
    expect(added).toBeGreaterThanOrEqual((sign === '+' ? count - 1 : sign === '.' ? count : 40) * slice)
    const hosts = store.estate.page(place, 0, 10_000).map(({ row }) => row.host)
    expect(hosts).toEqual(Array.from({ length: added }, (_item, index) => `pc${index}`))
    expect(store.estate.groups.all(place).reduce((sum, group) => sum + group.computers, 0)).toBe(added)
    store.close()
    const database = new Database(path, { readonly: true })
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(database.pragma('foreign_key_check')).toEqual([])
    database.close()
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([])
  },
)
