import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openJournal } from '../../../src-main/store/journal-store.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'known-hosts-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const open = () => openJournal({ path: join(folder, 'journal.sqlite'), now: () => new Date('2026-11-22T10:00:00Z') })
const kms01 = { place: 'network', host: 'KMS01' } as const

it('remembers hosts across a restart, one row per computer whatever the case of its name', () => {
  const first = open()
  first.knownHosts.remember({ host: kms01, fullName: null, addedAt: '2026-11-22T10:00:00.000Z', hidden: false })
  first.knownHosts.remember({
    host: { place: 'network', host: 'kms01' },
    fullName: 'kms01.example.test',
    addedAt: '2026-11-22T10:00:00.000Z',
    hidden: false,
  })
  first.knownHosts.remember({
    host: { place: 'lab', scenario: 'first-host', host: 'KMS01' },
    fullName: null,
    addedAt: null,
    hidden: true,
  })
  first.knownHosts.remember({ host: { place: 'this-computer' }, fullName: null, addedAt: null, hidden: false })
  first.close()
  const second = open()
  expect(second.knownHosts.all()).toEqual([
    { host: { place: 'lab', scenario: 'first-host', host: 'KMS01' }, fullName: null, addedAt: null, hidden: true },
    { host: kms01, fullName: 'kms01.example.test', addedAt: '2026-11-22T10:00:00.000Z', hidden: false },
    { host: { place: 'this-computer' }, fullName: null, addedAt: null, hidden: false },
  ])
  second.close()
})

it('takes up a journal of the version before the list, without losing a line or calling it damaged', () => {
  open().close()
  const path = join(folder, 'journal.sqlite')
  const older = new Database(path)
  older.exec(`DROP TRIGGER journal_belongs_to_something; DROP TABLE batches;
    DROP TABLE batch_computers; ALTER TABLE plans DROP COLUMN batch_id`)
  for (const table of ['computer_scans', 'computers', 'computer_groups', 'computer_views', 'known_hosts'])
    older.exec(`DROP TABLE ${table}`)
  older.pragma('user_version = 1')
  older.prepare(`INSERT INTO plans VALUES ('p', 'steps', 't', 'x', '2026', 'd', '{}', '[]', 'done', 1, NULL)`).run()
  older.close()
  const store = open()
  expect(store.notices).toEqual([])
  expect(store.plan('p')?.title).toBe('t')
  expect(store.knownHosts.all()).toEqual([])
  store.close()
})
