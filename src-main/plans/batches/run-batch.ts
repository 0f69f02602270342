import type { BatchComputerState, BatchRow } from '../../contract/models/batch.ts'
import type { JournalEntry } from '../../contract/models/journal.ts'
import type { SecretRef } from '../../contract/models/target.ts'
import { createGroupCommit } from '../../store/group-commit.ts'
import type { BatchChange, StoredBatch, StoredComputer } from '../../store/stored-batch.ts'
import type { StoredPlan } from '../../store/stored-plan.ts'
import { explainFailure } from '../step-failure.ts'
import { batchLine, type BatchParts, type ComputerParts } from './batch-parts.ts'
import { toBatchRow } from './batch-view.ts'
import type { FrozenBatch } from './frozen-batch.ts'
import { runComputer, type ComputerEnd } from './run-computer.ts'
import { shareEngines } from './shared-engines.ts'
import { computersInWords } from './template-parts.ts'

/** A batch that runs. */
export interface RunningBatch {
  readonly frozen: FrozenBatch
  readonly secrets: ReadonlyMap<string, SecretRef>
  readonly counts: Map<BatchComputerState, number>
  stored: StoredBatch
  /** Why no further computer is begun; null while more are. */
  halted: 'person' | 'failures' | 'journal' | null
}

/** Told of what changes while a batch runs. */
export interface BatchWatcher {
  header(): void
  computer(row: { readonly position: number; draw(): BatchRow }): void
}

const open: readonly BatchComputerState[] = ['pending', 'running', 'stopped']
/** Computers that are fetched from the file at once: memory holds these and those that are worked on. */
const portion = 200

const mostFailures = ({ policy: { onFailure } }: FrozenBatch): number => {
  if (onFailure === 'continue') return Number.POSITIVE_INFINITY
  return onFailure === 'stop-at-first' ? 1 : onFailure.stopAfter
}

/** Hands out the computers that still have a turn to come, in their order, up to the end of the canary. */
const queueOf = ({ store }: BatchParts, { frozen, stored }: RunningBatch): (() => StoredComputer | null) => {
  const { canary } = frozen.policy
  const end = canary === null || stored.canaryPassed ? frozen.total : canary
  let from = 0
  let fetched: StoredComputer[] = []
  return () => {
    if (fetched.length === 0 && from < end) {
      fetched = [...store.batches.computers(frozen.planId, { states: open, from, limit: portion })].filter(
        ({ position }) => position < end,
      )
      from = (fetched.at(-1)?.position ?? end) + 1
    }
    return fetched.shift() ?? null
  }
}

/** What became of the run as a whole, once nothing is under way any more. */
const verdict = (
  batch: RunningBatch,
  at: string,
): { change: BatchChange; event: JournalEntry['event']; text: string } => {
  const left = open.reduce((sum, state) => sum + (batch.counts.get(state) ?? 0), 0)
  const failed = (batch.counts.get('failed') ?? 0) + (batch.counts.get('unknown') ?? 0)
  if (left === 0)
    return {
      change: { state: 'done', haltedBy: null, endedAt: at, error: null },
      event: 'finished',
      text: failed === 0 ? 'No computer failed.' : `${computersInWords(failed)} failed.`,
    }
  switch (batch.halted) {
    case 'person':
      return { change: { state: 'stopped', haltedBy: 'person' }, event: 'stopped', text: `${left} are left.` }
    case 'failures':
      return {
        change: { state: 'stopped', haltedBy: 'failures' },
        event: 'stopped',
        text: `Stopped because of failures; ${left} are left.`,
      }
    case 'journal':
      return { change: { state: 'interrupted' }, event: 'unknown', text: 'The journal could not be written.' }
    case null:
      return {
        change: { state: 'waiting', haltedBy: 'canary' },
        event: 'waiting',
        text: `The first ${batch.frozen.policy.canary ?? 0} have had their turn; ${left} wait for a person.`,
      }
  }
}

/**
 * Runs a batch until every computer has had its turn, until it is stopped, or to the end of its canary. Never throws: the
 * file and the watcher say what happened.
 */
export const runBatch = async (parts: BatchParts, batch: RunningBatch, watcher: BatchWatcher): Promise<void> => {
  const { frozen } = batch
  const engines = shareEngines(parts.sites)
  const most = mostFailures(frozen)
  const next = queueOf(parts, batch)
  let failures = 0
  const computerParts: ComputerParts = {
    ...parts,
    sites: engines,
    frozen,
    secrets: batch.secrets,
    commit: createGroupCommit(parts.store.batches),
    stopRequested: () => batch.halted !== null,
  }
  const count = (from: BatchComputerState, to: BatchComputerState): void => {
    batch.counts.set(from, (batch.counts.get(from) ?? 0) - 1)
    batch.counts.set(to, (batch.counts.get(to) ?? 0) + 1)
  }
  const drawn = (computer: StoredComputer, plan: StoredPlan | null): void =>
    watcher.computer({
      position: computer.position,
      draw: () => toBatchRow(computer, plan, parts.catalogue),
    })

  const turn = async (computer: StoredComputer): Promise<ComputerEnd> => {
    const startedAt = computer.startedAt ?? parts.clock.now().toISOString()
    let shown: StoredComputer = { ...computer, state: 'running', startedAt, error: null }
    count(computer.state, 'running')
    drawn(shown, null)
    let end: ComputerEnd = { state: computer.state, error: null, plan: null }
    try {
      end = await runComputer(computerParts, computer, (plan) => {
        shown = { ...shown, planId: plan.planId }
        drawn(shown, plan)
      })
      if (
        end.state === 'unknown' ||
        end.state === 'stopped' ||
        (end.plan?.state === 'interrupted' && end.state === 'failed')
      )
        await computerParts.commit.write({ computer: changeOf(end, computer) })
      return end
    } finally {
      count('running', end.state)
      const endedAt = end.state === 'stopped' ? null : parts.clock.now().toISOString()
      drawn({ ...shown, state: end.state, error: end.error, endedAt }, end.plan)
    }
  }
  const changeOf = ({ state, error }: ComputerEnd, { position }: StoredComputer) => ({
    batchId: frozen.planId,
    position,
    change: { state, error, endedAt: state === 'stopped' ? null : parts.clock.now().toISOString() },
  })

  const work = async (): Promise<void> => {
    while (batch.halted === null) {
      const computer = next()
      if (computer === null) return
      const { state } = await turn(computer)
      if (state === 'failed' || state === 'unknown') failures += 1
      if (failures >= most) batch.halted ??= 'failures'
    }
  }
  const guardedWork = async (): Promise<void> => {
    try {
      await work()
    } catch (thrown) {
      batch.halted = 'journal'
      batch.stored = { ...batch.stored, error: explainFailure(thrown, frozen.title) }
    }
  }
  await Promise.all(Array.from({ length: Math.min(frozen.policy.concurrency, frozen.total) }, guardedWork))
  engines.rest()
  const at = parts.clock.now().toISOString()
  const { change, event, text } = verdict(batch, at)
  batch.stored = { ...batch.stored, ...change }
  try {
    parts.store.batches.change(frozen.planId, { ...change, error: batch.stored.error }, [
      batchLine(parts, frozen, { event, outcome: text }),
    ])
  } catch (thrown) {
    batch.stored = { ...batch.stored, state: 'interrupted', error: explainFailure(thrown, frozen.title) }
  }
  watcher.header()
}
