import type { BoundAction, BoundInput } from '../actions/bound-action.ts'
import { isLostConnection } from '../actions/lost-connection.ts'
import { AppFailure, type AppError } from '../contract/app-error.ts'
import type { StepState } from '../contract/models/plan.ts'
import type { PlanChange, StepChange, StoredStep } from '../store/stored-plan.ts'
import { failedPlanError, interruptedPlanError } from './failure-summary.ts'
import type { LedgerChange, LedgerLine } from './plan-ledger.ts'
import { explainFailure } from './step-failure.ts'
import { runStep, settleStep } from './step-runner.ts'
import { waitForInput, type WaitingParts } from './wait-for-input.ts'

/** What a running plan is made of. */
export interface PlanRunnerParts extends WaitingParts {
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
const writeOrRemember = async (parts: PlanRunnerParts, change: LedgerChange): Promise<void> => {
  try {
    await parts.ledger.write(change)
  } catch {
    parts.ledger.remember(change)
  }
}

const interrupt = async (
  parts: PlanRunnerParts,
  index: number,
  error: AppError,
  outcome: 'unknown' | 'nothing-done',
): Promise<Next> => {
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
  await writeOrRemember(parts, { plan, step: { index, change }, lines: [line] })
  return 'halt'
}

const failStep = async (parts: PlanRunnerParts, index: number, error: AppError): Promise<Next> => {
  const endedAt = parts.clock.now().toISOString()
  const plan = parts.ledger.current()
  const later = plan.steps.filter(({ step, state }) => step > index && state === 'pending').map(({ step }) => step)
  const planError = failedPlanError(plan, parts.actions, index, error)
  await writeOrRemember(parts, {
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

const markDone = async (
  parts: PlanRunnerParts,
  index: number,
  event: 'done' | 'found-done',
  found: { readonly result: unknown; readonly outcome: string; readonly left?: AppError | null },
): Promise<Next> => {
  const { result, outcome, left = null } = found
  const steps = parts.ledger.current().steps
  const progress = progressOf(parts.actions, (step) => step === index || steps[step]?.state === 'done')
  const endedAt = parts.clock.now().toISOString()
  try {
    await parts.ledger.write({
      plan: { progress },
      step: { index, change: { state: 'done', result, outcome, error: left, endedAt } },
      lines: [{ event, step: index, outcome, error: left }],
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
        return await markDone(parts, index, 'found-done', settled)
      case 'not-done':
        await parts.ledger.write({ lines: [{ event: 'found-not-done', step: index, outcome: settled.outcome }] })
        return 'run'
      case 'cannot-tell':
        return await interrupt(
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

/** Lets the plan wait for an input; a computer that needs none is worked on at once. */
const awaitInput = async (
  parts: PlanRunnerParts,
  index: number,
  action: BoundAction,
  awaits: BoundInput,
  error: AppError | null = null,
): Promise<Next> => {
  try {
    const outcome = await waitForInput(parts, index, action, awaits, error)
    return outcome === 'waits' ? 'halt' : await carryOut(parts, index, action, false)
  } catch (thrown) {
    const failure = explainFailure(thrown, parts.targetName)
    if (failure.code !== 'secret-missing' && !isJournalTrouble(failure) && !isLostConnection(failure))
      return failStep(parts, index, failure)
    return interrupt(parts, index, failure, 'nothing-done')
  }
}

/** An input that was tried and not taken: it is written down, forgotten, and the plan waits for another. */
const refuseInput = async (
  parts: PlanRunnerParts,
  index: number,
  action: BoundAction,
  awaits: BoundInput,
  error: AppError,
): Promise<Next> => {
  parts.forgetInput(awaits.name)
  await parts.ledger.write({ lines: [{ event: 'failed', step: index, error }] })
  return awaitInput(parts, index, action, awaits, error)
}

const carryOut = async (parts: PlanRunnerParts, index: number, action: BoundAction, open: boolean): Promise<Next> => {
  let begun = open
  const told = parts.ledger.current().steps[index]?.evidence ?? null
  const startedAt = parts.clock.now().toISOString()
  parts.ledger.remember({ step: { index, change: { state: 'running', startedAt, error: null } } })
  try {
    // What people were told is what their input belongs to: it is not read anew behind their back.
    const isKnown = open || (action.awaits !== null && told !== null && parts.hasInput(action.awaits.name))
    const evidence = isKnown ? { known: true as const, value: told } : { known: false as const }
    const found = await runStep(parts, index, action, {
      evidence,
      begin: async (seen) => {
        const change: StepChange = { state: 'running', evidence: seen, startedAt, error: null }
        await parts.ledger.write({ step: { index, change }, lines: [{ event: 'will-run', step: index }] })
        begun = true
      },
    })
    return await markDone(parts, index, 'done', found)
  } catch (thrown) {
    const error = explainFailure(thrown, parts.targetName)
    if (action.awaits?.mayTryAnother(error) && !isLostConnection(error))
      return refuseInput(parts, index, action, action.awaits, error)
    const waits = error.code === 'secret-missing' || isJournalTrouble(error)
    if (!waits && !isLostConnection(error)) return failStep(parts, index, error)
    return interrupt(parts, index, error, begun && action.risk !== 'read' ? 'unknown' : 'nothing-done')
  }
}

const finishedSentence = (steps: readonly StoredStep[]): string =>
  steps.some(({ error }) => error?.code === 'activation-pending')
    ? 'Every step is done, but the computer is not activated yet.'
    : 'Every step is done.'

const openStates: ReadonlySet<StepState> = new Set(['pending', 'running', 'unknown', 'waiting-for-input'])

const runNext = async (parts: PlanRunnerParts): Promise<Next> => {
  const { steps } = parts.ledger.current()
  const step = steps.find(({ state }) => openStates.has(state))
  const action = step && parts.actions[step.step]
  if (!step || !action) {
    await parts.ledger.write({
      plan: { state: 'done', progress: 1, error: null },
      lines: [{ event: 'finished', step: null, outcome: finishedSentence(steps) }],
    })
    return 'halt'
  }
  if (parts.stopRequested()) {
    await parts.ledger.write({ plan: { state: 'stopped' }, lines: [{ event: 'stopped', step: null }] })
    return 'halt'
  }
  const open = (step.state === 'running' || step.state === 'unknown') && action.risk !== 'read'
  const looked = open ? await lookBack(parts, step.step, action) : 'run'
  if (looked !== 'run') return looked
  const { awaits } = action
  return awaits !== null && !parts.hasInput(awaits.name)
    ? awaitInput(parts, step.step, action, awaits)
    : carryOut(parts, step.step, action, open)
}

/**
 * Runs a plan from its first step that is not done to the end, to a stop, to a failure, to an interruption or to a step
 * that waits for people. An
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
