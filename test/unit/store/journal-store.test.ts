import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppFailure } from '../../../src-main/contract/app-error.ts'
import { openJournal } from '../../../src-main/store/journal-store.ts'
import { sampleEntry, samplePlan } from './stored-samples.ts'

let folder: string
let path: string
const open = (maxPages?: number) =>
  openJournal({
    path,
    now: () => new Date('2026-11-22T10:00:00Z'),
    ...(maxPages === undefined ? {} : { maxPages }),
  })
const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof AppFailure) return thrown.error.code
    throw thrown
  }
  return 'nothing thrown'
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
  path = join(folder, 'data', 'journal.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the journal on disk', () => {
  it('keeps a plan, its steps and its lines across a reopening', () => {
    const first = open()
    first.addPlan(samplePlan(), [sampleEntry()])
    first.record({
      planId: 'plan-1',
      plan: { progress: 0.5 },
      steps: [{ step: 1, change: { state: 'running', evidence: { state: 'Running', processId: 7 } } }],
      entries: [sampleEntry({ event: 'will-run', step: 1 })],
    })
    first.close()

    const second = open()
    const plan = second.plan('plan-1')
    expect(plan).toMatchObject({ state: 'running', progress: 0.5, frozen: { steps: [] } })
    expect(plan?.steps.map((step) => step.state)).toEqual(['pending', 'running'])
    expect(plan?.steps[1]?.evidence).toEqual({ state: 'Running', processId: 7 })
    expect(second.read({ before: null, limit: 10 }).map((line) => line.event)).toEqual(['will-run', 'committed'])
    second.close()
  })

  it('keeps a write-ahead log', () => {
    const store = open()
    store.close()
    const database = new Database(path)
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
    database.close()
  })

  it('refuses to change or drop a line', () => {
    const store = open()
    store.addPlan(samplePlan(), [sampleEntry()])
    const other = new Database(path)
    expect(() => other.exec(`UPDATE journal SET outcome = 'nothing happened'`)).toThrow('append only')
    expect(() => other.exec('DELETE FROM journal')).toThrow('append only')
    other.close()
    expect(store.read({ before: null, limit: 10 })).toHaveLength(1)
    store.close()
  })

  it('writes a state and its line together or not at all', () => {
    const store = open()
    store.addPlan(samplePlan(), [sampleEntry()])
    const wrong = sampleEntry({ planId: 'no-such-plan', event: 'done' })
    expect(codeOf(() => store.record({ planId: 'plan-1', plan: { state: 'done' }, entries: [wrong] }))).toBe(
      'journal-unavailable',
    )
    expect(store.plan('plan-1')?.state).toBe('running')
    expect(store.read({ before: null, limit: 10 })).toHaveLength(1)
    store.close()
  })

  it('pages backwards and lists plans by state', () => {
    const store = open()
    store.addPlan(samplePlan(), [
      sampleEntry(),
      sampleEntry({ event: 'consented' }),
      sampleEntry({ event: 'finished' }),
    ])
    store.addPlan({ ...samplePlan('plan-2'), state: 'done' }, [])
    const [newest] = store.read({ before: null, limit: 1 })
    expect(newest?.event).toBe('finished')
    const older = store.read({ before: newest?.sequence ?? 0, limit: 10 })
    expect(older.map((line) => line.event)).toEqual(['consented', 'committed'])
    expect(store.plansIn(['running', 'stopping']).map((plan) => plan.planId)).toEqual(['plan-1'])
    expect(store.plan('plan-3')).toBeNull()
    store.close()
  })

  it('says that the disk is full and leaves the last state standing', () => {
    const store = open(48)
    store.addPlan(samplePlan(), [sampleEntry()])
    const long = sampleEntry({ outcome: 'x'.repeat(200_000), event: 'will-run', step: 0 })
    const change = { planId: 'plan-1', steps: [{ step: 0, change: { state: 'running' as const } }], entries: [long] }
    expect(codeOf(() => store.record(change))).toBe('disk-full')
    expect(store.plan('plan-1')?.steps[0]?.state).toBe('pending')
    store.close()
  })

  it('says that another program holds the file', () => {
    open().close()
    const other = new Database(path)
    other.exec('BEGIN EXCLUSIVE')
    expect(codeOf(() => open())).toBe('journal-unavailable')
    other.exec('COMMIT')
    other.close()
    open().close()
  })
})
