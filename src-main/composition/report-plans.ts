import { setImmediate } from 'node:timers/promises'
import { AppFailure } from '../contract/app-error.ts'
import type { BatchComputerState } from '../contract/models/batch.ts'
import type { EstatePlace } from '../contract/models/estate.ts'
import type { BatchService } from '../plans/batches/batch-service.ts'
import { FrozenTarget } from '../plans/batches/frozen-batch.ts'
import type { Mask } from '../reports/report-computers.ts'
import type { ReportPlan } from '../reports/report-model.ts'
import { createPlanGathering, type RunBatch } from '../reports/report-plans.ts'
import type { JournalStore, PlanOrigin } from '../store/journal-store.ts'
import type { StoredBatch, StoredComputer } from '../store/stored-batch.ts'

/** Where plans and batches are read from. */
export interface PlanSources {
  readonly store: Pick<JournalStore, 'read' | 'origins' | 'batches'>
  readonly batches: Pick<BatchService, 'get'>
  readonly mask: Mask
}

/** Lines, plans or computers that are read before main answers the window again. */
const atOnce = 250
/** More batches than anybody runs; the latest ones. */
const mostBatches = 1000
const troublesShown = 20
const troubled: readonly BatchComputerState[] = ['failed', 'unknown', 'skipped']

const isHere = (place: EstatePlace, where: { readonly place: string | null; readonly scenario: string | null }) => {
  // What is not told by its plan is told by nobody: better a line too many than one that is missing.
  if (where.place === null) return true
  return place.place === 'lab' ? where.place === 'lab' && where.scenario === place.scenario : where.place !== 'lab'
}

/** Reads the plans and batches that were run in a place, and at some computers alone where `hosts` has their names. */
export const readRunPlans = async (
  { store, batches, mask }: PlanSources,
  place: EstatePlace,
  hosts: ReadonlySet<string> | null,
  signal: AbortSignal,
): Promise<readonly ReportPlan[]> => {
  const pause = async (): Promise<void> => {
    await setImmediate()
    if (signal.aborted)
      throw new AppFailure({ code: 'cancelled', message: 'The report was cancelled.', retryable: true })
  }
  const isAsked = (...names: readonly (string | null)[]): boolean =>
    hosts === null || names.some((name) => name !== null && hosts.has(name.toLowerCase()))

  const origins = new Map<string, PlanOrigin>()
  for (let after: string | null = null; ;) {
    const page: readonly PlanOrigin[] = store.origins(after, atOnce)
    for (const origin of page) origins.set(origin.planId, origin)
    after = page.at(-1)?.planId ?? null
    if (page.length < atOnce || after === null) break
    await pause()
  }

  const concerns = async (batch: StoredBatch): Promise<boolean> => {
    for (let from = 0; ; from += atOnce) {
      const page: readonly StoredComputer[] = store.batches.computers(batch.batchId, {
        states: null,
        from,
        limit: atOnce,
      })
      for (const { target, name } of page) {
        const frozen = FrozenTarget.safeParse(target)
        if (!frozen.success) return true
        const { computer } = frozen.data
        const scenario = computer.place === 'lab' ? computer.scenario : null
        if (!isHere(place, { place: computer.place, scenario })) return false
        if (isAsked(name, computer.place === 'this-computer' ? null : computer.host)) return true
      }
      if (page.length < atOnce) return false
      await pause()
    }
  }
  const stepsOf = (batchId: string): readonly string[] => {
    try {
      return batches.get(batchId).steps.map(({ title }) => title)
    } catch {
      // A batch that was altered on disk is told of all the same, by its title and its figures.
      return []
    }
  }
  const told: RunBatch[] = []
  const stored = store.batches.newest(mostBatches)
  for (const batch of stored) {
    if (await concerns(batch))
      told.push({
        ...batch,
        steps: stepsOf(batch.batchId),
        counts: store.batches.counts(batch.batchId),
        troubles: store.batches
          .computers(batch.batchId, { states: troubled, limit: troublesShown })
          .map(({ name, error, state }) => ({ name, message: error?.message ?? state })),
      })
    await pause()
  }

  const gathering = createPlanGathering(mask)
  const batchIds = new Set(stored.map(({ batchId }) => batchId))
  const singles = new Set<string>()
  for (let before: number | null = null; ;) {
    const lines = store.read({ before, limit: atOnce })
    for (const line of lines) {
      const owner = batchIds.has(line.planId) ? line.planId : (origins.get(line.planId)?.batchId ?? null)
      gathering.add(line, owner)
      if (owner === null) singles.add(line.planId)
    }
    before = lines.at(-1)?.sequence ?? null
    if (lines.length < atOnce || before === null) break
    await pause()
  }
  const wanted = (planId: string): boolean => {
    const origin = origins.get(planId)
    if (!singles.has(planId)) return false
    return origin === undefined ? hosts === null : isHere(place, origin) && isAsked(origin.host, origin.targetName)
  }
  return gathering.finish(wanted, told)
}
