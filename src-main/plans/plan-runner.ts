import type { BoundAction } from '../actions/bound-action.ts'
import { isLostConnection } from '../actions/lost-connection.ts'
import { AppFailure, type AppError } from '../contract/app-error.ts'
import type { PlanChange, StepChange } from '../store/stored-plan.ts'
import { failedPlanError, interruptedPlanError } from './failure-summary.ts'
import type { LedgerChange, LedgerLine, PlanLedger } from './plan-ledger.ts'
import { explainFailure } from './step-failure.ts'
import { runStep, settleStep, type StepRunnerParts } from './step-runner.ts'

/** What a running plan is made of. */
export interface PlanRunnerParts extends StepRunnerParts {
  readonly ledger: PlanLedger
  readonly actions: readonly BoundAction[]
  readonly targetName: string
  /** Whether somebody asked to stop after the running step. */
  stopRequested(): boolean
}

type Next = 'go-on' | 'halt'

const isJournalTrouble = (error: AppError): boolean =>
  error.code === 'disk-full' || error.code === 'journal-unavailable'

const progressOf = (actions: readonly BoundAction[], isDone: (step: number) => boolean): number => {
  const total = actions.reduce((sum, { weight }) => sum + weight, 0)
  return actions.reduce((sum, { weight }, step) => sum + (isDone(step) ? weight : 0), 0) / total
}

/** Writes what became of a step; where the disk no longer takes it, people still see it. */
const writeOrRemember = (parts: PlanRunnerParts, change: LedgerChange): void => {
  try {
    parts.ledger.write(change)
  } catch {
    parts.ledger.remember(change)
  }
}

const interrupt = (
  parts: PlanRunnerParts,
  index: number,
  error: AppError,
  outcome: 'unknown' | 'nothing-done',
): Next => {
  const plan: PlanChange = {
    state: 'interrupted',
    error: interruptedPlanError(parts.actions, index, error, outcome),
  }
  const change: StepChange = { state: outcome === 'unknown' ? 'unknown' : 'pending', error }
  const line: LedgerLine = {
    event: outcome === 'unknown' ? 'unknown' : 'failed',
    step: index,
    outcome: outcome === 'unknown' ? 'The outcome is not known.' : 'The step did not begin.',
    error,
  }
  writeOrRemember(parts, { plan, step: { index, change }, lines: [line] })
  return 'halt'
}

const failStep = (parts: PlanRunnerParts, index: number, error: AppError): Next => {
  const endedAt = parts.clock.now().toISOString()
  const plan = parts.ledger.current()
  const later = plan.steps.filter(({ step, state }) => step > index && state === 'pending').map(({ step }) => step)
  const planError = failedPlanError(plan, parts.actions, index, error)
  writeOrRemember(parts, {
    plan: { state: 'failed', error: planError },
    steps: [
      { index, change: { state: 'failed', error, endedAt } },
      ...later.map((step) => ({ index: step, change: { state: 'skipped' as const } })),
    ],
    lines: [
      { event: 'failed', step: index, error },
      ...later.map((step): LedgerLine => ({ event: 'skipped', step })),
      { event: 'finished', step: null, outcome: 'The plan failed.', error: planError },
    ],
  })
  return 'halt'
}

const markDone = (
  parts: PlanRunnerParts,
  index: number,
  event: 'done' | 'found-done',
  found: { readonly result: unknown; readonly outcome: string },
): Next => {
  const steps = parts.ledger.current().steps
  const progress = progressOf(parts.actions, (step) => step === index || steps[step]?.state === 'done')
  const endedAt = parts.clock.now().toISOString()
  try {
    parts.ledger.write({
      plan: { progress },
      step: { index, change: { state: 'done', result: found.result, outcome: found.outcome, error: null, endedAt } },
      lines: [{ event, step: index, outcome: found.outcome }],
    })
    return 'go-on'
  } catch (thrown) {
    // It happened, but the file does not say so: after the next start the computer is looked at.
    return interrupt(parts, index, explainFailure(thrown, parts.targetName), 'unknown')
  }
}

/** Looks whether an interrupted write happened. `run` means that it did not, or not wholly. */
const lookBack = async (parts: PlanRunnerParts, index: number, action: BoundAction): Promise<Next | 'run'> => {
  try {
    const settled = await settleStep(parts, index, action, parts.ledger.current().steps[index]?.evidence ?? null)
    switch (settled.state) {
      case 'done':
        return markDone(parts, index, 'found-done', settled)
      case 'not-done':
        parts.ledger.write({ lines: [{ event: 'found-not-done', step: index, outcome: settled.outcome }] })
        return 'run'
      case 'cannot-tell':
        return interrupt(
          parts,
          index,
          { code: 'wmi-failed', message: settled.outcome, target: parts.targetName, retryable: true },
          'unknown',
        )
    }
  } catch (thrown) {
    return interrupt(parts, index, explainFailure(thrown, parts.targetName), 'unknown')
  }
}

const carryOut = async (parts: PlanRunnerParts, index: number, action: BoundAction, open: boolean): Promise<Next> => {
  let begun = open
  const startedAt = parts.clock.now().toISOString()
  parts.ledger.remember({ step: { index, change: { state: 'running', startedAt, error: null } } })
  try {
    const evidence = open
      ? { known: true as const, value: parts.ledger.current().steps[index]?.evidence ?? null }
      : { known: false as const }
    const found = await runStep(parts, index, action, {
      evidence,
      begin: (seen) => {
        const change: StepChange = { state: 'running', evidence: seen, startedAt, error: null }
        parts.ledger.write({ step: { index, change }, lines: [{ event: 'will-run', step: index }] })
        begun = true
      },
    })
    return markDone(parts, index, 'done', found)
  } catch (thrown) {
    const error = explainFailure(thrown, parts.targetName)
    const waits = error.code === 'secret-missing' || isJournalTrouble(error)
    if (!waits && !isLostConnection(error)) return failStep(parts, index, error)
    return interrupt(parts, index, error, begun && action.risk !== 'read' ? 'unknown' : 'nothing-done')
  }
}

const runNext = async (parts: PlanRunnerParts): Promise<Next> => {
  const { steps } = parts.ledger.current()
  const step = steps.find(({ state }) => state === 'pending' || state === 'running' || state === 'unknown')
  const action = step && parts.actions[step.step]
  if (!step || !action) {
    parts.ledger.write({
      plan: { state: 'done', progress: 1, error: null },
      lines: [{ event: 'finished', step: null, outcome: 'Every step is done.' }],
    })
    return 'halt'
  }
  if (parts.stopRequested()) {
    parts.ledger.write({ plan: { state: 'stopped' }, lines: [{ event: 'stopped', step: null }] })
    return 'halt'
  }
  const open = step.state !== 'pending' && action.risk !== 'read'
  const looked = open ? await lookBack(parts, step.step, action) : 'run'
  return looked === 'run' ? carryOut(parts, step.step, action, open) : looked
}

/**
 * Runs a plan from its first step that is not done to the end, to a stop, to a failure or to an interruption. An
 * interrupted write is looked at first and only what is missing is done. Never throws: the ledger says what happened.
 */
export const runPlan = async (parts: PlanRunnerParts): Promise<void> => {
  try {
    while ((await runNext(parts)) === 'go-on');
  } catch (thrown) {
    const error = thrown instanceof AppFailure ? thrown.error : explainFailure(thrown, parts.targetName)
    parts.ledger.remember({ plan: { state: 'interrupted', error } })
  }
}
