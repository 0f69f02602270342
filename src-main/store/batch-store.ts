import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { BatchComputerState, BatchState } from '../contract/models/batch.ts'
import { guarded } from './sqlite-failure.ts'
import { StoredBatch, StoredComputer, type BatchChange, type BatchWrite, type ComputerRecord } from './stored-batch.ts'
import type { NewJournalEntry } from './stored-plan.ts'

/** Which rows of a batch are wanted. */
export interface ComputerPage {
  /** Null for all. */
  readonly states: readonly BatchComputerState[] | null
  /** Only places from this one on. */
  readonly from?: number
  readonly offset?: number
  readonly limit: number
}

/** Batches and their computers on disk. All methods throw AppFailure `disk-full` or `journal-unavailable`. */
export interface BatchStore {
  /** Writes some computers of a batch that is about to be added; without its header they are nothing. */
  addComputers(batchId: string, computers: readonly StoredComputer[]): void
  /** Writes a batch whose computers are written, with its first journal lines. */
  add(batch: StoredBatch, entries: readonly NewJournalEntry[]): void
  /** Takes away computers whose batch was never added, because the app ended in between. */
  forgetHeadless(): void
  change(batchId: string, change: BatchChange, entries: readonly NewJournalEntry[]): void
  /** Gives up the computers that have not ended. */
  discardOpen(batchId: string): void
  /** Many changes in one transaction: all or none. */
  writeAll(writes: readonly BatchWrite[]): void
  batch(batchId: string): StoredBatch | null
  /** Batches in some states, oldest first. */
  batchesIn(states: readonly BatchState[]): readonly StoredBatch[]
  /** All batches, newest first. */
  newest(limit: number): readonly StoredBatch[]
  counts(batchId: string): ReadonlyMap<BatchComputerState, number>
  /** A page of computers in their order. */
  computers(batchId: string, page: ComputerPage): readonly StoredComputer[]
}

/** How a plan and its changes are written, inside a transaction of somebody else's. */
export interface PlanWriting {
  addPlan(plan: NonNullable<BatchWrite['plan']>): void
  record(record: NonNullable<BatchWrite['record']>): void
  addEntries(entries: readonly NewJournalEntry[]): void
}

const asJson = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value))

const batchColumns = `batch_id AS batchId, wizard, title, created_at AS createdAt, digest, frozen, findings, state,
  halted_by AS haltedBy, canary_passed AS canaryPassed, started_at AS startedAt, ended_at AS endedAt, error`
const computerColumns = `position, target, name, state, plan_id AS planId, error, started_at AS startedAt,
  ended_at AS endedAt`
const inStates = `state IN (SELECT value FROM json_each(:states))`

const Count = z.object({ state: z.string(), count: z.number() })
const everyState: readonly BatchComputerState[] = [
  'pending',
  'running',
  'stopped',
  'done',
  'failed',
  'skipped',
  'unknown',
  'discarded',
]

const statements = (database: Database) => ({
  addBatch: database.prepare(`INSERT INTO batches (batch_id, wizard, title, created_at, digest, frozen, findings, state,
    halted_by, canary_passed, started_at, ended_at, error) VALUES (:batchId, :wizard, :title, :createdAt, :digest,
    :frozen, :findings, :state, :haltedBy, :canaryPassed, :startedAt, :endedAt, :error)`),
  addComputer: database.prepare(`INSERT INTO batch_computers (batch_id, position, target, name, state, plan_id, error,
    started_at, ended_at) VALUES (:batchId, :position, :target, :name, :state, :planId, :error, :startedAt, :endedAt)`),
  forget: database.prepare(`DELETE FROM batch_computers WHERE batch_id NOT IN (SELECT batch_id FROM batches)`),
  changeBatch:
    database.prepare(`UPDATE batches SET state = :state, halted_by = :haltedBy, canary_passed = :canaryPassed,
    started_at = :startedAt, ended_at = :endedAt, error = :error WHERE batch_id = :batchId`),
  computer: database.prepare(`SELECT ${computerColumns} FROM batch_computers WHERE batch_id = ? AND position = ?`),
  changeComputer: database.prepare(`UPDATE batch_computers SET state = :state, plan_id = :planId, error = :error,
    started_at = :startedAt, ended_at = :endedAt WHERE batch_id = :batchId AND position = :position`),
  discard: database.prepare(`UPDATE batch_computers SET state = 'discarded'
    WHERE batch_id = ? AND state IN ('pending', 'running', 'stopped')`),
  batch: database.prepare(`SELECT ${batchColumns} FROM batches WHERE batch_id = ?`),
  batches: database.prepare(`SELECT ${batchColumns} FROM batches WHERE ${inStates} ORDER BY created_at, batch_id`),
  newest: database.prepare(`SELECT ${batchColumns} FROM batches ORDER BY created_at DESC, batch_id LIMIT ?`),
  counts: database.prepare(`SELECT state, count(*) AS count FROM batch_computers WHERE batch_id = ? GROUP BY state`),
  computers: database.prepare(`SELECT ${computerColumns} FROM batch_computers WHERE batch_id = :batchId
    AND position >= :from AND ${inStates} ORDER BY position LIMIT :limit OFFSET :offset`),
})

/** The tables of batches in an open journal file; `plans` writes what belongs to the plan of one computer. */
export const openBatchStore = (database: Database, plans: PlanWriting): BatchStore => {
  const sql = statements(database)
  const load = (row: unknown): StoredBatch => StoredBatch.parse(row)
  const changeComputer = ({ batchId, position, change }: ComputerRecord): void => {
    const row = sql.computer.get(batchId, position)
    if (row === undefined) return
    const { state, planId, error, startedAt, endedAt } = { ...StoredComputer.parse(row), ...change }
    sql.changeComputer.run({ batchId, position, state, planId, error: asJson(error), startedAt, endedAt })
  }
  const addComputers = database.transaction((batchId: string, computers: readonly StoredComputer[]) =>
    computers.forEach((computer) =>
      sql.addComputer.run({
        ...computer,
        batchId,
        target: asJson(computer.target),
        error: asJson(computer.error),
      }),
    ),
  )
  const add = database.transaction((batch: StoredBatch, entries: readonly NewJournalEntry[]) => {
    sql.addBatch.run({
      ...batch,
      frozen: asJson(batch.frozen),
      findings: asJson(batch.findings),
      canaryPassed: batch.canaryPassed ? 1 : 0,
      error: asJson(batch.error),
    })
    plans.addEntries(entries)
  })
  const change = database.transaction(
    (batchId: string, changes: BatchChange, entries: readonly NewJournalEntry[]): void => {
      const row = sql.batch.get(batchId)
      if (row === undefined) return
      const { state, haltedBy, canaryPassed, startedAt, endedAt, error } = { ...load(row), ...changes }
      const passed = canaryPassed ? 1 : 0
      sql.changeBatch.run({ batchId, state, haltedBy, canaryPassed: passed, startedAt, endedAt, error: asJson(error) })
      plans.addEntries(entries)
    },
  )
  const writeAll = database.transaction((writes: readonly BatchWrite[]) => {
    for (const write of writes) {
      if (write.plan) plans.addPlan(write.plan)
      if (write.record) plans.record(write.record)
      if (write.computer) changeComputer(write.computer)
      if (write.entries) plans.addEntries(write.entries)
    }
  })
  return {
    addComputers: (batchId, computers) => guarded(() => addComputers.immediate(batchId, computers)),
    add: (batch, entries) => guarded(() => add.immediate(batch, entries)),
    forgetHeadless: () => guarded(() => void sql.forget.run()),
    change: (batchId, changes, entries) => guarded(() => change.immediate(batchId, changes, entries)),
    discardOpen: (batchId) => guarded(() => void sql.discard.run(batchId)),
    writeAll: (writes) => guarded(() => writeAll.immediate(writes)),
    batch: (batchId) =>
      guarded(() => {
        const row = sql.batch.get(batchId)
        return row === undefined ? null : load(row)
      }),
    batchesIn: (states) => guarded(() => sql.batches.all({ states: JSON.stringify(states) }).map(load)),
    newest: (limit) => guarded(() => sql.newest.all(limit).map(load)),
    counts: (batchId) =>
      guarded(() => {
        const rows = sql.counts.all(batchId).map((row) => Count.parse(row))
        return new Map(everyState.map((state) => [state, rows.find((row) => row.state === state)?.count ?? 0]))
      }),
    computers: (batchId, { states, from = 0, offset = 0, limit }) =>
      guarded(() =>
        sql.computers
          .all({ batchId, states: JSON.stringify(states ?? everyState), from, offset, limit })
          .map((row) => StoredComputer.parse(row)),
      ),
  }
}
