import type { BoundAction } from '../actions/bound-action.ts'
import type { PlanView, StepState } from '../contract/models/plan.ts'
import type { SecretRef, TargetRef } from '../contract/models/target.ts'
import type { PhoneNumber } from '../contract/models/telephone.ts'
import type { JournalStore } from '../store/journal-store.ts'
import type { SecretVault } from '../store/secret-vault.ts'
import type { StoredPlan } from '../store/stored-plan.ts'
import { createBusyComputers, type BusyComputers } from './busy-computers.ts'
import type { Clock } from './clock.ts'
import { withDeadline } from './deadline.ts'
import { createEndedSecrets } from './ended-secrets.ts'
import type { FrozenPlan } from './frozen-plan.ts'
import { journalLine, openLedger, type LedgerLine, type PlanLedger } from './plan-ledger.ts'
import { neededSecrets, readFrozen } from './plan-parts.ts'
import type { PlanPublisher } from './plan-publisher.ts'
import { runPlan } from './plan-runner.ts'
import { toPlanView } from './plan-view.ts'
import type { SiteProvider } from './site-provider.ts'

/** What running plans need. */
export interface LivePlanParts {
  readonly store: JournalStore
  readonly vault: SecretVault
  readonly sites: SiteProvider
  readonly clock: Clock
  readonly who: string
  readonly elevated: boolean | null
  readonly redact: (text: string) => string
  /** Shared with the batches; a register of the plans' own where absent. */
  readonly busy?: BusyComputers
  /** Telephone numbers of the target's phone.inf; null where it cannot be read. Never throws. */
  readonly phones?: ((target: TargetRef) => Promise<readonly PhoneNumber[] | null>) | undefined
}

/** A plan that is to run, with the secrets that are in memory. */
export interface StartedPlan {
  readonly stored: StoredPlan
  readonly frozen: FrozenPlan
  readonly actions: readonly BoundAction[]
  readonly secrets: ReadonlyMap<string, SecretRef>
}

/** The plans that run, or ran, in this life of the app. */
export interface LivePlans {
  start(plan: StartedPlan): void
  /** Journals that the plan goes on, then runs it. Throws AppFailure where the journal cannot be written. */
  resume(plan: StartedPlan): void
  /** Journals that a step was given what it waits for, then runs the plan. Throws as `resume` does. */
  provide(plan: StartedPlan, step: number): void
  stop(planId: string): void
  /** Gives up a plan that does not run. Throws AppFailure where the journal cannot be written. */
  discard(stored: StoredPlan): void
  isRunning(planId: string): boolean
  /** A page watches a plan from now on. Returns what ends it; the secrets of an ended plan are forgotten then. */
  watch(planId: string): () => void
  /** Throws AppFailure `busy` where another plan works on the same computer. */
  refuseIfBusy(target: TargetRef, targetName: string): void
  /** The plan as it stands in memory, which may be ahead of a disk that is full. */
  current(planId: string): StoredPlan | undefined
  view(planId: string): PlanView | undefined
  secretsOf(planId: string): ReadonlyMap<string, SecretRef>
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>
}

interface LivePlan extends StartedPlan {
  readonly ledger: PlanLedger
  readonly notes: Map<number, string>
  stopping: boolean
  running: Promise<void> | null
}

const hasEnded = ({ ledger }: LivePlan): boolean => {
  const { state } = ledger.current()
  return state === 'done' || state === 'failed' || state === 'discarded'
}

const isNotBegun = (state: StepState): boolean => state === 'pending' || state === 'waiting-for-input'

/** The result of the last step of a kind that is done. */
const resultOf = ({ ledger, actions }: LivePlan, kind: string): unknown => {
  const { steps } = ledger.current()
  return steps.findLast(({ step, state }) => state === 'done' && actions[step]?.kind === kind)?.result ?? null
}

/** A share that does not answer must not hold up a plan that only wants to help with a telephone number. */
const phonesDeadline = 5000

const phonesOf = async (
  { phones, clock }: Pick<LivePlanParts, 'phones' | 'clock'>,
  target: TargetRef,
): Promise<readonly PhoneNumber[]> => {
  if (phones === undefined) return []
  try {
    return (await withDeadline(clock, phonesDeadline, () => phones(target))) ?? []
  } catch {
    return []
  }
}

/** Makes the keeper of running plans. */
export const createLivePlans = (parts: LivePlanParts, publisher: PlanPublisher): LivePlans => {
  const plans = new Map<string, LivePlan>()
  const busy = parts.busy ?? createBusyComputers()
  const now = (): Date => parts.clock.now()

  const viewOf = (plan: LivePlan): PlanView => {
    const stored = plan.ledger.current()
    const rests = stored.state === 'interrupted' || stored.state === 'waiting-for-input'
    const isOpen = (step: number): boolean => rests && stored.steps[step]?.state !== 'done'
    const missing = neededSecrets(plan.frozen, plan.actions, isOpen).filter(({ name }) => {
      const ref = plan.secrets.get(name)
      return ref === undefined || parts.vault.kindOf(ref) === null
    })
    return toPlanView({ stored, frozen: plan.frozen, actions: plan.actions, notes: plan.notes, missing })
  }

  const open = (started: StartedPlan): LivePlan => {
    const { frozen, actions } = started
    const plan: LivePlan = {
      ...started,
      notes: new Map(),
      stopping: false,
      running: null,
      ledger: openLedger(
        {
          store: parts.store,
          frozen,
          actions,
          now,
          who: parts.who,
          redact: parts.redact,
          changed: (stored) => {
            for (const { step, state } of stored.steps) if (state !== 'running') plan.notes.delete(step)
            publisher.state(viewOf(plan))
          },
        },
        started.stored,
      ),
    }
    return plan
  }

  const isNeeded = (ref: SecretRef): boolean =>
    [...plans.values()].some((plan) => !hasEnded(plan) && [...plan.secrets.values()].includes(ref))
  const ended = createEndedSecrets((ref) => parts.vault.forget(ref), isNeeded)

  /** Keys have served when a plan has ended, however it did; passwords serve its page until that is left. */
  const forgetSecrets = (plan: LivePlan): void => {
    if (!hasEnded(plan)) return
    for (const ref of plan.secrets.values()) {
      const kind = parts.vault.kindOf(ref)
      if (kind === 'product-key' || kind === 'confirmation-id') parts.vault.forget(ref)
    }
    ended.ended(plan.frozen.planId, [...plan.secrets.values()])
  }

  const goOn = (started: StartedPlan, line: LedgerLine): void => {
    const { frozen, actions } = started
    parts.store.record({
      planId: frozen.planId,
      plan: { state: 'running', error: null },
      entries: [journalLine({ ...parts, frozen, actions, now }, line)],
    })
    const plan = open(started)
    plan.ledger.remember({ plan: { state: 'running', error: null } })
    run(plan)
  }

  const run = (plan: LivePlan): void => {
    const { target, targetName, title } = plan.frozen
    const release = busy.hold(target, targetName, title)
    plans.set(plan.frozen.planId, plan)
    plan.running = runPlan({
      ...parts,
      target,
      targetName,
      secrets: plan.secrets,
      actions: plan.actions,
      ledger: plan.ledger,
      stopRequested: () => plan.stopping,
      earlier: (kind) => resultOf(plan, kind),
      hasInput: (name) => {
        const ref = plan.secrets.get(name)
        return ref !== undefined && parts.vault.kindOf(ref) !== null
      },
      forgetInput: (name) => {
        const ref = plan.secrets.get(name)
        if (ref !== undefined) parts.vault.forget(ref)
      },
      phones: () => phonesOf(parts, target),
      note: (step, text) => {
        plan.notes.set(step, parts.redact(text))
        publisher.chatter(plan.frozen.planId, () => viewOf(plan))
      },
    }).finally(() => {
      plan.running = null
      release()
      forgetSecrets(plan)
    })
  }

  return {
    start: (started) => run(open(started)),
    resume: (started) => goOn(started, { event: 'resumed', step: null }),
    provide: (started, step) =>
      goOn(started, { event: 'provided', step, outcome: 'A confirmation ID was entered; it is not written down.' }),
    stop: (planId) => {
      const plan = plans.get(planId)
      if (!plan?.running || plan.stopping) return
      plan.stopping = true
      plan.ledger.remember({ plan: { state: 'stopping' } })
    },
    discard: (stored) => {
      const frozen = readFrozen(stored)
      const open = stored.steps.filter(({ state }) => isNotBegun(state)).map(({ step }) => step)
      parts.store.record({
        planId: stored.planId,
        plan: { state: 'discarded' },
        steps: open.map((step) => ({ step, change: { state: 'skipped' } })),
        entries: [
          journalLine(
            { ...parts, frozen, actions: [], now },
            { event: 'discarded', step: null, outcome: 'What was done stays done.' },
          ),
        ],
      })
      const secrets = plans.get(stored.planId)?.secrets ?? new Map<string, SecretRef>()
      plans.delete(stored.planId)
      ended.ended(stored.planId, [...secrets.values()])
    },
    watch: (planId) => ended.watch(planId),
    isRunning: (planId) => Boolean(plans.get(planId)?.running),
    refuseIfBusy: (target, targetName) => busy.refuseIfBusy(target, targetName),
    current: (planId) => plans.get(planId)?.ledger.current(),
    view: (planId) => {
      const plan = plans.get(planId)
      return plan && viewOf(plan)
    },
    secretsOf: (planId) => {
      const held = plans.get(planId)?.secrets ?? new Map<string, SecretRef>()
      return new Map([...held].filter(([, ref]) => parts.vault.kindOf(ref) !== null))
    },
    idle: async () => {
      for (;;) {
        const running = [...plans.values()].flatMap((plan) => (plan.running ? [plan.running] : []))
        if (running.length === 0) return
        await Promise.all(running)
      }
    },
  }
}
