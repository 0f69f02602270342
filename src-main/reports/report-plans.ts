import type { BatchComputerState, BatchState } from '../contract/models/batch.ts'
import type { JournalEntry } from '../contract/models/journal.ts'
import type { Mask } from './report-computers.ts'
import type { ReportPlan, ReportTrouble, ReportTurns } from './report-model.ts'
import { localIsoOf } from './report-time.ts'
import { counted } from './report-words.ts'

/** A batch as a report needs it. Times are ISO 8601. */
export interface RunBatch {
  readonly batchId: string
  readonly title: string
  readonly createdAt: string
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly state: BatchState
  readonly steps: readonly string[]
  readonly counts: ReadonlyMap<BatchComputerState, number>
  readonly troubles: readonly ReportTrouble[]
}

interface Gathered {
  title: string
  readonly targets: Set<string>
  readonly by: Set<string>
  readonly ends: Map<string, JournalEntry['event']>
  readonly titles: Map<number, string>
  startedAt: string
  readonly endedAt: string
  readonly result: string
}

const ends: ReadonlySet<JournalEntry['event']> = new Set([
  'done',
  'failed',
  'unknown',
  'skipped',
  'found-done',
  'found-not-done',
])

const resultOf = (entry: JournalEntry): string => {
  switch (entry.event) {
    case 'finished':
    case 'done':
    case 'found-done':
      return entry.outcome ?? 'Done'
    case 'failed':
      return entry.error?.message ?? entry.outcome ?? 'Failed'
    case 'unknown':
      return entry.outcome ?? 'Outcome not known'
    case 'stopped':
      return 'Stopped'
    case 'discarded':
      return 'Discarded'
    case 'waiting':
      return 'Waits for a person'
    case 'committed':
    case 'consented':
    case 'will-run':
    case 'skipped':
    case 'resumed':
    case 'found-not-done':
    case 'provided':
      return 'Under way'
  }
}

const batchResult = (state: BatchState, { total, done }: ReportTurns): string => {
  switch (state) {
    case 'done':
      return done === total ? 'Done at every computer.' : `Ended; done at ${done} of ${counted(total, 'computer')}.`
    case 'running':
    case 'stopping':
      return 'Under way'
    case 'waiting':
      return 'Waits after its first computers.'
    case 'stopped':
      return 'Stopped'
    case 'interrupted':
      return 'Interrupted'
    case 'discarded':
      return 'Discarded'
    case 'proposed':
      return 'Proposed'
  }
}

const planOf = (plan: Gathered, mask: Mask): ReportPlan => {
  const events = [...plan.ends.values()]
  const count = (...some: readonly JournalEntry['event'][]): number =>
    events.filter((event) => some.includes(event)).length
  const turns: ReportTurns = {
    of: 'steps',
    total: plan.titles.size,
    done: count('done', 'found-done'),
    failed: count('failed'),
    skipped: count('skipped'),
    unknown: count('unknown', 'found-not-done'),
    left: Math.max(0, plan.titles.size - events.length),
  }
  return {
    kind: 'plan',
    title: mask(plan.title),
    targets: [...plan.targets],
    steps: [...plan.titles].toSorted(([left], [right]) => left - right).map(([, title]) => mask(title)),
    by: [...plan.by],
    startedAt: localIsoOf(plan.startedAt),
    endedAt: localIsoOf(plan.endedAt),
    turns,
    result: mask(plan.result),
    troubles: [],
    moreTroubles: 0,
  }
}

const batchOf = (batch: RunBatch, by: readonly string[], last: string | undefined, mask: Mask): ReportPlan => {
  const of = (...states: readonly BatchComputerState[]): number =>
    states.reduce((sum, state) => sum + (batch.counts.get(state) ?? 0), 0)
  const turns: ReportTurns = {
    of: 'computers',
    total: [...batch.counts.values()].reduce((sum, count) => sum + count, 0),
    done: of('done'),
    failed: of('failed'),
    skipped: of('skipped'),
    unknown: of('unknown'),
    left: of('pending', 'running', 'stopped', 'discarded'),
  }
  return {
    kind: 'batch',
    title: mask(batch.title),
    targets: [counted(turns.total, 'computer')],
    steps: batch.steps.map(mask),
    by,
    startedAt: localIsoOf(batch.startedAt ?? batch.createdAt),
    endedAt: localIsoOf(batch.endedAt ?? last ?? batch.createdAt),
    turns,
    result: batchResult(batch.state, turns),
    troubles: batch.troubles.map(({ name, message }) => ({ name, message: mask(message) })),
    moreTroubles: Math.max(0, turns.failed + turns.skipped + turns.unknown - batch.troubles.length),
  }
}

/** Gathers journal lines, newest first, into the plans and batches that they tell of. */
export const createPlanGathering = (mask: Mask) => {
  const plans = new Map<string, Gathered>()
  return {
    /** @param owner the batch that the line's plan belongs to, or that it is about; null for none */
    add(entry: JournalEntry, owner: string | null): void {
      const key = owner ?? entry.planId
      const plan: Gathered = plans.get(key) ?? {
        title: entry.planTitle,
        targets: new Set(),
        by: new Set(),
        ends: new Map(),
        titles: new Map(),
        startedAt: entry.at,
        endedAt: entry.at,
        result: resultOf(entry),
      }
      plans.set(key, plan)
      plan.startedAt = entry.at
      plan.by.add(entry.who)
      if (owner !== null) return
      if (entry.target !== '') plan.targets.add(entry.target)
      if (entry.step === null) return
      plan.titles.set(entry.step, entry.title)
      const step = `${entry.target}\n${entry.step}`
      // Newest first: what is known of a step already is what came of it last.
      if (ends.has(entry.event) && !plan.ends.has(step)) plan.ends.set(step, entry.event)
    },
    /**
     * The plans and batches, the latest first.
     * @param wanted whether a plan of no batch belongs to the report
     */
    finish(wanted: (planId: string) => boolean, batches: readonly RunBatch[]): readonly ReportPlan[] {
      const single = [...plans].flatMap(([id, plan]) => (wanted(id) ? [planOf(plan, mask)] : []))
      const many = batches.map((batch) => {
        const told = plans.get(batch.batchId)
        return batchOf(batch, [...(told?.by ?? [])], told?.endedAt, mask)
      })
      return [...single, ...many].toSorted((left, right) => Date.parse(right.startedAt) - Date.parse(left.startedAt))
    },
  }
}
