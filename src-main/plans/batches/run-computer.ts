import type { AppError } from '../../contract/app-error.ts'
import type { BatchComputerState } from '../../contract/models/batch.ts'
import type { StoredComputer } from '../../store/stored-batch.ts'
import type { StoredPlan } from '../../store/stored-plan.ts'
import { journalLine, openLedger, type PlanLedger } from '../plan-ledger.ts'
import { runPlan } from '../plan-runner.ts'
import { explainFailure } from '../step-failure.ts'
import { batchLine, type ComputerParts } from './batch-parts.ts'
import { thawTarget } from './batch-secrets.ts'
import { computerSites } from './computer-sites.ts'
import { planComputer, resumeComputer, type ComputerPlan } from './computer-plan.ts'
import { readFrozenTarget, type FrozenTarget } from './frozen-batch.ts'

/** What became of a computer's turn. */
export interface ComputerEnd {
  readonly state: BatchComputerState
  readonly error: AppError | null
  readonly plan: StoredPlan | null
}

/** Told of every change of a computer's plan. */
export type ComputerWatcher = (plan: StoredPlan) => void

/** An engine that dies takes many steps with it that nobody asked it to: they are looked at and go on, this often. */
const freshEngines = 2

const endOf = (plan: StoredPlan): ComputerEnd => {
  switch (plan.state) {
    case 'done':
    case 'failed':
    case 'stopped':
      return { state: plan.state, error: plan.error, plan }
    default: {
      const isUnknown = plan.steps.some(({ state }) => state === 'unknown' || state === 'running')
      return { state: isUnknown ? 'unknown' : 'failed', error: plan.error, plan }
    }
  }
}

/** Runs a computer's plan with the single plans' own runner; lines and the computer's state go to the group commit. */
const carryOut = async (
  parts: ComputerParts,
  computer: StoredComputer,
  plan: ComputerPlan,
  watch: ComputerWatcher,
): Promise<ComputerEnd> => {
  const { frozen, actions, secrets } = plan
  const batchId = parts.frozen.planId
  const now = (): Date => parts.clock.now()
  const ledger: PlanLedger = openLedger(
    {
      ...parts,
      frozen,
      actions,
      now,
      changed: watch,
      store: {
        record: (record) => {
          const state = record.plan?.state
          if (state !== 'done' && state !== 'failed') return parts.commit.write({ record })
          const change = { state, error: record.plan?.error ?? null, endedAt: now().toISOString() }
          return parts.commit.write({ record, computer: { batchId, position: computer.position, change } })
        },
      },
    },
    plan.stored,
  )
  const run = (): Promise<void> =>
    runPlan({
      ...parts,
      target: frozen.target,
      targetName: frozen.targetName,
      secrets,
      actions,
      ledger,
      note: () => {},
      earlier: (kind) =>
        ledger.current().steps.findLast(({ step, state }) => state === 'done' && actions[step]?.kind === kind)
          ?.result ?? null,
      hasInput: () => false,
      forgetInput: () => {},
      phones: async () => [],
    })
  await run()
  for (let left = freshEngines; left > 0; left -= 1) {
    const { state, error } = ledger.current()
    if (state !== 'interrupted' || error?.code !== 'engine-lost') break
    await ledger.write({ plan: { state: 'running', error: null }, lines: [{ event: 'resumed', step: null }] })
    await run()
  }
  return endOf(ledger.current())
}

const takeUp = async (
  parts: ComputerParts,
  computer: StoredComputer,
  target: FrozenTarget,
): Promise<ComputerPlan | ComputerEnd> => {
  const stored = computer.planId === null ? null : parts.store.plan(computer.planId)
  const ref = thawTarget(target, parts.secrets)
  if (stored === null) return planComputer(parts, computer, ref)
  if (stored.state === 'done' || stored.state === 'failed') return endOf(stored)
  const plan = resumeComputer(parts, stored, ref, target)
  const { frozen, actions } = plan
  const line = journalLine(
    { ...parts, frozen, actions, now: () => parts.clock.now() },
    { event: 'resumed', step: null },
  )
  const record = { planId: stored.planId, plan: { state: 'running', error: null }, entries: [line] } as const
  await parts.commit.write({ record })
  return { ...plan, stored: { ...stored, state: 'running', error: null } }
}

const planned = async (
  parts: ComputerParts,
  computer: StoredComputer,
  target: FrozenTarget,
): Promise<ComputerPlan | ComputerEnd> => {
  for (let left = freshEngines; ; left -= 1) {
    try {
      return await takeUp(parts, computer, target)
    } catch (thrown) {
      if (left === 0 || explainFailure(thrown, computer.name).code !== 'engine-lost') throw thrown
    }
  }
}

/** The plan does not fit the computer, or its Windows lacks what a step needs: nothing was done, and nothing failed. */
const doesNotFit = ({ code }: AppError): boolean => code === 'invalid-input' || code === 'unsupported-version'

/** What a computer came to that was never given a plan: the journal says so under the batch. */
const notBegun = async (parts: ComputerParts, computer: StoredComputer, error: AppError): Promise<ComputerEnd> => {
  const state = doesNotFit(error) ? 'skipped' : 'failed'
  const endedAt = parts.clock.now().toISOString()
  const line = { event: state, target: computer.name, error } as const
  const entry = batchLine(parts, parts.frozen, line)
  await parts.commit.write({
    entries: [entry],
    computer: {
      batchId: parts.frozen.planId,
      position: computer.position,
      change: { state, error: entry.error as AppError, endedAt },
    },
  })
  return { state, error: entry.error as AppError, plan: null }
}

const isJournalTrouble = ({ code }: AppError): boolean => code === 'disk-full' || code === 'journal-unavailable'

/**
 * One computer's turn: it is taken, planned or taken up again, worked on and let go. Whatever goes wrong on it is its own
 * end. Throws AppFailure `disk-full` or `journal-unavailable` alone: then nothing more can be written down.
 */
export const runComputer = async (
  batchParts: ComputerParts,
  computer: StoredComputer,
  watch: ComputerWatcher,
): Promise<ComputerEnd> => {
  const ends: (() => void | Promise<void>)[] = []
  const take = async (): Promise<{ parts: ComputerParts; taken: ComputerPlan | ComputerEnd } | ComputerEnd> => {
    try {
      const target = readFrozenTarget(computer.target)
      ends.push(batchParts.busy.hold(target.computer, computer.name, batchParts.frozen.title))
      const sites = computerSites(batchParts.sites, thawTarget(target, batchParts.secrets))
      ends.push(() => sites.end())
      const parts = { ...batchParts, sites }
      return { parts, taken: await planned(parts, computer, target) }
    } catch (thrown) {
      const error = explainFailure(thrown, computer.name)
      if (isJournalTrouble(error)) throw thrown
      return notBegun(batchParts, computer, error)
    }
  }
  try {
    const begun = await take()
    if (!('taken' in begun)) return begun
    const { parts, taken } = begun
    if ('state' in taken) return taken
    watch(taken.stored)
    return await carryOut(parts, computer, taken, watch)
  } finally {
    for (const end of ends.toReversed()) await end()
  }
}
