import type { JournalEntry } from '../contract/models/journal.ts'
import type { Mask } from './report-computers.ts'
import type { ReportPlan } from './report-model.ts'
import { localIsoOf } from './report-time.ts'

interface Gathered {
  readonly planId: string
  title: string
  readonly targets: Set<string>
  readonly by: Set<string>
  readonly steps: Map<string, JournalEntry['event']>
  startedAt: string
  endedAt: string
  result: string
}

const ends: ReadonlySet<JournalEntry['event']> = new Set(['done', 'failed', 'unknown', 'found-done', 'found-not-done'])

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

/** Gathers journal lines, newest first, into the plans that they tell of. */
export const createPlanGathering = (mask: Mask) => {
  const plans = new Map<string, Gathered>()
  return {
    add(entry: JournalEntry): void {
      const plan: Gathered = plans.get(entry.planId) ?? {
        planId: entry.planId,
        title: entry.planTitle,
        targets: new Set(),
        by: new Set(),
        steps: new Map(),
        startedAt: entry.at,
        endedAt: entry.at,
        result: resultOf(entry),
      }
      plans.set(entry.planId, plan)
      plan.startedAt = entry.at
      plan.by.add(entry.who)
      if (entry.target !== '') plan.targets.add(entry.target)
      const step = `${entry.target}\n${entry.step ?? ''}`
      // Newest first: what is known of a step already is what came of it last.
      if (entry.step !== null && ends.has(entry.event) && !plan.steps.has(step)) plan.steps.set(step, entry.event)
    },
    /** Ids of the plans, those that began last first. */
    ids: (): readonly string[] => [...plans.keys()],
    /** @param wanted whether a plan belongs to the report */
    finish(wanted: (planId: string) => boolean): readonly ReportPlan[] {
      const count = (plan: Gathered, ...events: readonly JournalEntry['event'][]): number =>
        [...plan.steps.values()].filter((event) => events.includes(event)).length
      return [...plans.values()]
        .filter(({ planId }) => wanted(planId))
        .map((plan) => ({
          title: mask(plan.title),
          targets: [...plan.targets],
          by: [...plan.by],
          startedAt: localIsoOf(plan.startedAt),
          endedAt: localIsoOf(plan.endedAt),
          done: count(plan, 'done', 'found-done'),
          failed: count(plan, 'failed'),
          unknown: count(plan, 'unknown', 'found-not-done'),
          result: mask(plan.result),
        }))
    },
  }
}
