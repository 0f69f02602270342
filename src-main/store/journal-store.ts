import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { JournalEntry } from '../contract/models/journal.ts'
import type { PlanState } from '../contract/models/plan.ts'
import { openBatchStore, type BatchStore } from './batch-store.ts'
import { openEstateStore, type EstateStore } from './estate-store.ts'
import { openKnownHostStore, type KnownHostStore } from './known-host-store.ts'
import { openJournalFile, type JournalFileOptions, type StoreNotice } from './journal-file.ts'
import { guarded } from './sqlite-failure.ts'
import { StoredPlanRow, StoredStep, type NewJournalEntry, type PlanRecord, type StoredPlan } from './stored-plan.ts'

/** Where a plan was run, without the plan itself. Null: the computer that the app runs on, or a plan that cannot be read. */
const PlanOrigin = z.object({
  planId: z.string(),
  batchId: z.string().nullable(),
  targetName: z.string(),
  place: z.string().nullable(),
  scenario: z.string().nullable(),
  host: z.string().nullable(),
})
export type PlanOrigin = z.infer<typeof PlanOrigin>

/**
 * Plans, their steps and the journal on disk. Every method is synchronous and durable when it returns (WAL with
 * synchronous = FULL). All throw AppFailure: `disk-full` or `journal-unavailable`. No secret is ever given in.
 */
export interface JournalStore {
  /** What happened at opening that people must know about. */
  readonly notices: readonly StoreNotice[]
  /** The KMS hosts that people added or took away; in the same file. */
  readonly knownHosts: KnownHostStore
  /** Batches and their computers; in the same file. */
  readonly batches: BatchStore
  /** The computers that people keep a list of; in the same file. */
  readonly estate: EstateStore
  /** Writes a committed plan, its steps and its first journal lines. */
  addPlan(plan: StoredPlan, entries: readonly NewJournalEntry[]): void
  /** Writes a change and the lines that tell of it, together or not at all. */
  record(change: PlanRecord): void
  /** One plan, or null where there is none of that id. */
  plan(planId: string): StoredPlan | null
  /** Some plans by their ids, in no order. */
  plansById(planIds: readonly string[]): readonly StoredPlan[]
  /** All plans in one of the states that belong to no batch, oldest first. */
  plansIn(states: readonly PlanState[]): readonly StoredPlan[]
  /** Where plans were run: at most `limit` whose ids come after `after` (null: from the beginning), in the order of ids. */
  origins(after: string | null, limit: number): readonly PlanOrigin[]
  /** Journal lines, newest first: at most `limit`, older than the line `before` where it is given. */
  read(page: { readonly before: number | null; readonly limit: number }): readonly JournalEntry[]
  close(): void
}

const asJson = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value))

const stepColumns = `step, state, evidence, result, outcome, error, started_at AS startedAt, ended_at AS endedAt`
const planColumns = `plan_id AS planId, wizard, title, target_name AS targetName, created_at AS createdAt, digest, frozen,
  findings, state, progress, error`
const journalColumns = `j.sequence, j.at, j.plan_id AS planId, COALESCE(p.batch_id, b.batch_id) AS batchId,
  j.plan_title AS planTitle, j.step, j.kind, j.title, j.target, j.equivalent, j.event, j.outcome, j.error, j.who`

const statements = (database: Database) => ({
  addPlan: database.prepare(`INSERT INTO plans
    (plan_id, wizard, title, target_name, created_at, digest, frozen, findings, state, progress, error, batch_id)
    VALUES (:planId, :wizard, :title, :targetName, :createdAt, :digest, :frozen, :findings, :state, :progress, :error,
      :batchId)`),
  addStep: database.prepare(`INSERT INTO steps
    (plan_id, step, state, evidence, result, outcome, error, started_at, ended_at)
    VALUES (:planId, :step, :state, :evidence, :result, :outcome, :error, :startedAt, :endedAt)`),
  addEntry: database.prepare(`INSERT INTO journal
    (at, plan_id, plan_title, step, kind, title, target, equivalent, event, outcome, error, who)
    VALUES (:at, :planId, :planTitle, :step, :kind, :title, :target, :equivalent, :event, :outcome, :error, :who)`),
  changePlan: database.prepare(
    `UPDATE plans SET state = :state, progress = :progress, error = :error WHERE plan_id = :planId`,
  ),
  changeStep: database.prepare(`UPDATE steps SET state = :state, evidence = :evidence, result = :result,
    outcome = :outcome, error = :error, started_at = :startedAt, ended_at = :endedAt
    WHERE plan_id = :planId AND step = :step`),
  plan: database.prepare(`SELECT ${planColumns} FROM plans WHERE plan_id = ?`),
  plansById: database.prepare(`SELECT ${planColumns} FROM plans WHERE plan_id IN (SELECT value FROM json_each(?))`),
  plans: database.prepare(`SELECT ${planColumns} FROM plans WHERE state IN (SELECT value FROM json_each(?))
    AND batch_id IS NULL ORDER BY created_at, plan_id`),
  origins: database.prepare(`SELECT plan_id AS planId, batch_id AS batchId, target_name AS targetName,
    json_extract(read, '$.place') AS place, json_extract(read, '$.scenario') AS scenario, json_extract(read, '$.host') AS host
    FROM (SELECT plan_id, batch_id, target_name,
      CASE WHEN json_valid(frozen) THEN coalesce(json_extract(frozen, '$.target'), '{}') ELSE '{}' END AS read
      FROM plans WHERE plan_id > ? ORDER BY plan_id LIMIT ?)`),
  steps: database.prepare(`SELECT ${stepColumns} FROM steps WHERE plan_id = ? ORDER BY step`),
  entries: database.prepare(`SELECT ${journalColumns} FROM journal j
    LEFT JOIN plans p ON p.plan_id = j.plan_id LEFT JOIN batches b ON b.batch_id = j.plan_id
    WHERE j.sequence < ? ORDER BY j.sequence DESC LIMIT ?`),
})

const stepRow = (planId: string, step: StoredStep) => ({
  ...step,
  planId,
  evidence: asJson(step.evidence),
  result: asJson(step.result),
  error: asJson(step.error),
})

/** Opens the journal (see openJournalFile for what happens to a damaged, newer, locked or full one). Throws AppFailure. */
export const openJournal = (options: JournalFileOptions): JournalStore => {
  const { database, notices } = openJournalFile(options)
  const sql = statements(database)
  const steps = (planId: string): StoredStep[] => sql.steps.all(planId).map((row) => StoredStep.parse(row))
  const load = (row: unknown): StoredPlan => {
    const plan = StoredPlanRow.parse(row)
    return { ...plan, steps: steps(plan.planId) }
  }
  const addEntries = (entries: readonly NewJournalEntry[]): void =>
    entries.forEach((entry) => sql.addEntry.run({ ...entry, error: asJson(entry.error) }))

  const putPlan = (plan: StoredPlan, entries: readonly NewJournalEntry[], batchId: string | null): void => {
    sql.addPlan.run({
      planId: plan.planId,
      wizard: plan.wizard,
      title: plan.title,
      targetName: plan.targetName,
      createdAt: plan.createdAt,
      digest: plan.digest,
      frozen: asJson(plan.frozen),
      findings: asJson(plan.findings),
      state: plan.state,
      progress: plan.progress,
      error: asJson(plan.error),
      batchId,
    })
    plan.steps.forEach((step) => sql.addStep.run(stepRow(plan.planId, step)))
    addEntries(entries)
  }
  const addPlan = database.transaction((plan: StoredPlan, entries: readonly NewJournalEntry[]) =>
    putPlan(plan, entries, null),
  )

  const putRecord = (change: PlanRecord): void => {
    const stored = load(sql.plan.get(change.planId))
    const { state, progress, error } = { ...stored, ...change.plan }
    sql.changePlan.run({ planId: change.planId, state, progress, error: asJson(error) })
    for (const { step, change: changes } of change.steps ?? []) {
      const before = stored.steps.find((candidate) => candidate.step === step)
      if (before) sql.changeStep.run(stepRow(change.planId, { ...before, ...changes }))
    }
    addEntries(change.entries)
  }
  const record = database.transaction(putRecord)

  return {
    notices,
    knownHosts: openKnownHostStore(database),
    batches: openBatchStore(database, {
      addPlan: ({ plan, entries, batchId }) => putPlan(plan, entries, batchId),
      record: putRecord,
      addEntries,
    }),
    estate: openEstateStore(database),
    addPlan: (plan, entries) => guarded(() => addPlan.immediate(plan, entries)),
    record: (change) => guarded(() => record.immediate(change)),
    plan: (planId) =>
      guarded(() => {
        const row = sql.plan.get(planId)
        return row === undefined ? null : load(row)
      }),
    plansById: (planIds) => guarded(() => sql.plansById.all(JSON.stringify(planIds)).map(load)),
    plansIn: (states) => guarded(() => sql.plans.all(JSON.stringify(states)).map(load)),
    origins: (after, limit) => guarded(() => sql.origins.all(after ?? '', limit).map((row) => PlanOrigin.parse(row))),
    read: ({ before, limit }) =>
      guarded(() =>
        sql.entries.all(before ?? Number.MAX_SAFE_INTEGER, limit).map((row) => {
          const entry = row as { error: string | null }
          return JournalEntry.parse({ ...entry, error: entry.error === null ? null : JSON.parse(entry.error) })
        }),
      ),
    close: () => {
      database.close()
    },
  }
}
