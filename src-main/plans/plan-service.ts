import type { BoundAction, Catalogue } from '../actions/bound-action.ts'
import { AppFailure } from '../contract/app-error.ts'
import { KmsHostReport } from '../contract/models/kms-host-report.ts'
import { PlanDraft, type ConsentKind, type PlanView } from '../contract/models/plan.ts'
import { StepResult } from '../contract/models/step-result.ts'
import type { SecretRef, TargetRef } from '../contract/models/target.ts'
import type { UndoOffer } from '../contract/models/undo.ts'
import type { PhoneNumber } from '../contract/models/telephone.ts'
import type { JournalStore } from '../store/journal-store.ts'
import type { SecretVault } from '../store/secret-vault.ts'
import type { StoredPlan } from '../store/stored-plan.ts'
import type { BusyComputers } from './busy-computers.ts'
import type { Clock } from './clock.ts'
import type { FrozenPlan } from './frozen-plan.ts'
import { createLivePlans, type LivePlans } from './live-plans.ts'
import { journalLine } from './plan-ledger.ts'
import { bindSteps, neededSecrets, readFrozen, thaw } from './plan-parts.ts'
import { createPlanPublisher, type PlanListener } from './plan-publisher.ts'
import { freshRecord, toPlanView } from './plan-view.ts'
import { planDraft } from './planners/plan-draft.ts'
import { planSteps, type StepList } from './planners/plan-steps.ts'
import { precheck } from './precheck.ts'
import { openProposalBook } from './proposal-book.ts'
import { stepForInput } from './provide-input.ts'
import { freeze, type Draft, type Proposal } from './proposal.ts'
import { acceptSecrets, asInterrupted, markInterruptedPlans, unfinishedStates } from './resume.ts'
import type { SiteProvider } from './site-provider.ts'
import { planUndo, undoSteps, type EndedPlan } from './undo-plan.ts'

/** What the plans depend on. Nothing of it is Electron. */
export interface PlanServiceParts {
  readonly store: JournalStore
  readonly vault: SecretVault
  readonly catalogue: Catalogue
  readonly sites: SiteProvider
  readonly clock: Clock
  /** The person at this computer, as DOMAIN\user or user@host. */
  readonly who: string
  /** Whether the app runs elevated; null where that means nothing. */
  readonly elevated: boolean | null
  /** Name of the computer that the app runs on. */
  readonly computerName: string
  /** Masks whatever secret a text may hold (licensing/redaction.ts with the vault's values). */
  readonly redact: (text: string) => string
  /** Whether a product key is a fictional one of the Lab. */
  readonly isLabKey: (key: string) => boolean
  /** Shared with the batches; a register of the plans' own where absent. */
  readonly busy?: BusyComputers
  /** Telephone numbers of the target's phone.inf; null where it cannot be read. Never throws. */
  readonly phones?: (target: TargetRef) => Promise<readonly PhoneNumber[] | null>
  /** Milliseconds for which a proposal may be committed; 30 minutes where absent. */
  readonly proposalLifetime?: number
}

/**
 * Plans from draft to result. Every method throws AppFailure for what a person can mend; its code says what. A commit is
 * good once; the plan then runs by itself, and those who subscribed hear of every state.
 */
export interface PlanService {
  /** Freezes a wizard's draft and looks at the target; problems are findings of the view. */
  propose(draft: PlanDraft): Promise<PlanView>
  /** The same for a plain list of steps. */
  proposeSteps(list: StepList): Promise<PlanView>
  /** Records that a person read and confirmed a warning of this plan. */
  consent(input: { readonly planId: string; readonly digest: string; readonly consent: ConsentKind }): void
  /** Writes the plan down and starts it. Codes: see ProposalBook.check; `busy`, `secret-missing`, `disk-full`. */
  commit(input: { readonly planId: string; readonly digest: string }): PlanView
  /** Stops a running plan after its running step. A plan that does not run stays as it is. */
  stop(planId: string): PlanView
  /** Goes on with an interrupted or stopped plan; the interrupted step is looked at first. */
  resume(input: { readonly planId: string; readonly secrets: Readonly<Record<string, SecretRef>> }): PlanView
  /**
   * Gives a waiting plan what it waits for, and it goes on. A confirmation ID that Windows does not take leaves the plan
   * waiting, with the reason. Codes: `already-used`, `invalid-input` with the field, `secret-missing`, `busy`.
   */
  provide(input: {
    readonly planId: string
    readonly name: string
    readonly ref: SecretRef
    readonly secrets: Readonly<Record<string, SecretRef>>
  }): PlanView
  /** Gives an unfinished plan up. What it did stays done. */
  discard(planId: string): PlanView
  /** Plans that have not ended, oldest first: those that run, and those that wait for a person to resume or discard them. */
  unfinished(): readonly PlanView[]
  /** A plan, the KMS host report that it ended with where there is one, and what each step that is done brought back. */
  get(planId: string): {
    readonly plan: PlanView
    readonly report: KmsHostReport | null
    readonly results: StepResult[]
  }
  /** A plan as it was frozen, with its steps bound, whatever became of it. Codes: `not-found`, `digest-mismatch`. */
  frozen(planId: string): { readonly frozen: FrozenPlan; readonly actions: readonly BoundAction[] }
  /** What of a plan that ended can be undone. Codes: `not-found`, `busy`, `digest-mismatch`. */
  undoOffer(planId: string): UndoOffer
  /**
   * Makes a plan that puts back what a plan that ended changed, from what was recorded before its steps. Codes: as `undoOffer`,
   * and `invalid-input` where nothing can be put back, `secret-missing` where the password has to be entered again.
   */
  proposeUndo(input: { readonly planId: string; readonly password: SecretRef | null }): Promise<PlanView>
  /** Watches a plan, beginning with its present picture. Returns what ends the watching. */
  subscribe(planId: string, listener: PlanListener): () => void
  /** Resolves when no plan runs any more, whatever became of it. */
  idle(): Promise<void>
}

const halfAnHour = 30 * 60_000

const notFound = (): AppFailure =>
  new AppFailure({
    code: 'not-found',
    message: 'There is no such plan.',
    remedy: 'Make the plan again.',
    retryable: false,
  })

const proposalView = ({ frozen, digest, findings, actions }: Proposal): PlanView =>
  toPlanView({ stored: freshRecord(frozen, digest, findings, 'proposed'), frozen, actions, missing: [] })

const reportOf = (plan: StoredPlan): KmsHostReport | null => {
  for (const step of plan.steps.toReversed()) {
    const report = KmsHostReport.safeParse(step.result)
    if (report.success) return report.data
  }
  return null
}

const resultsOf = ({ steps }: StoredPlan, plan: PlanView): StepResult[] =>
  steps.flatMap(({ step, state, result }) => {
    const kind = plan.steps[step]?.kind
    if (state !== 'done' || kind === undefined) return []
    const read = StepResult.safeParse({ index: step, kind, result })
    return read.success ? [read.data] : []
  })

/** Opens the plans. Plans that ran when the app ended become interrupted at once. */
export const createPlanService = (parts: PlanServiceParts): PlanService => {
  const { store, vault, catalogue, clock } = parts
  const now = (): Date => clock.now()
  try {
    markInterruptedPlans(store, now, parts.who)
  } catch {
    // A full disk must not keep the app from starting: such plans are shown as interrupted all the same.
  }
  const publisher = createPlanPublisher(clock)
  const book = openProposalBook<Proposal>(now, (planId) => store.plan(planId) !== null)
  const live: LivePlans = createLivePlans(parts, publisher)

  const proposeDraft = async (draft: Draft): Promise<PlanView> => {
    const { computerName } = parts
    const lifetime = parts.proposalLifetime ?? halfAnHour
    const proposal = freeze(draft, { catalogue, vault, now: now(), lifetime, computerName })
    const found = await precheck(parts, draft.target, proposal.secrets, proposal.actions)
    const complete = { ...proposal, findings: [...draft.findings, ...found] }
    book.add(complete)
    return proposalView(complete)
  }

  const storedView = (stored: StoredPlan): PlanView => {
    const plan = stored.state === 'running' || stored.state === 'stopping' ? asInterrupted(stored) : stored
    const frozen = readFrozen(plan)
    const actions = bindSteps(catalogue, frozen.steps)
    const isUnfinished = unfinishedStates.some((state) => state === plan.state)
    const isOpen = (step: number): boolean => isUnfinished && plan.steps[step]?.state !== 'done'
    const held = live.secretsOf(plan.planId)
    const missing = neededSecrets(frozen, actions, isOpen).filter(({ name }) => !held.has(name))
    return toPlanView({ stored: plan, frozen, actions, missing })
  }

  const find = (planId: string): StoredPlan => {
    const stored = live.current(planId) ?? store.plan(planId)
    if (!stored) throw notFound()
    return stored
  }
  const present = (planId: string): PlanView => {
    const proposal = book.find(planId)
    return proposal ? proposalView(proposal) : (live.view(planId) ?? storedView(find(planId)))
  }

  const endedPlan = (planId: string): EndedPlan => {
    const stored = find(planId)
    const frozen = readFrozen(stored)
    return { stored, frozen, actions: bindSteps(catalogue, frozen.steps) }
  }
  const isHeld = (ref: SecretRef): boolean => vault.kindOf(ref) !== null

  return {
    propose: async (typed) => {
      // Defaults belong to the draft wherever it comes from.
      return proposeDraft(await planDraft(PlanDraft.parse(typed), parts))
    },
    proposeSteps: (list) => proposeDraft(planSteps(list)),
    undoOffer: (planId) => {
      const plan = endedPlan(planId)
      const { target, title, targetName } = plan.frozen
      const credential = target.place === 'this-computer' ? undefined : target.credential
      return {
        planId,
        planTitle: title,
        targetName,
        steps: undoSteps(plan, catalogue),
        passwordOf: credential === undefined || isHeld(credential.password) ? null : credential.user,
      }
    },
    proposeUndo: async ({ planId, password }) => proposeDraft(planUndo(endedPlan(planId), password)),
    consent: ({ planId, digest, consent }) => book.consent(planId, digest, consent),
    commit: ({ planId, digest }) => {
      const proposal = book.check(planId, digest)
      const { frozen, actions, secrets } = proposal
      live.refuseIfBusy(frozen.target, frozen.targetName)
      for (const ref of secrets.values()) vault.get(ref)
      const record = freshRecord(frozen, digest, proposal.findings, 'running')
      const lineParts = { frozen, actions, now, who: parts.who, redact: parts.redact }
      store.addPlan(record, [
        ...[...proposal.consented].map(([consent, at]) =>
          journalLine(lineParts, { event: 'consented', step: null, outcome: `Confirmed: ${consent}.`, at }),
        ),
        journalLine(lineParts, { event: 'committed', step: null, outcome: `Digest ${digest}.` }),
      ])
      book.use(planId)
      live.start({ stored: record, frozen, actions, secrets })
      return present(planId)
    },
    stop: (planId) => {
      live.stop(planId)
      return present(planId)
    },
    resume: ({ planId, secrets }) => {
      const stored = find(planId)
      if (live.isRunning(planId))
        throw new AppFailure({ code: 'busy', message: 'This plan is running already.', retryable: false })
      if (!unfinishedStates.some((state) => state === stored.state) && stored.state !== 'running')
        throw new AppFailure({
          code: 'already-used',
          message: 'This plan has come to its end and cannot be resumed.',
          remedy: 'Make a new plan: what is done already is not done again.',
          retryable: false,
        })
      const frozen = thaw(stored)
      const actions = bindSteps(catalogue, frozen.steps)
      live.refuseIfBusy(frozen.target, frozen.targetName)
      const needed = neededSecrets(frozen, actions, (step) => stored.steps[step]?.state !== 'done')
      const accepted = acceptSecrets(needed, secrets, live.secretsOf(planId), vault)
      live.resume({ stored: asInterrupted(stored), frozen, actions, secrets: accepted })
      return present(planId)
    },
    provide: ({ planId, name, ref, secrets }) => {
      const stored = find(planId)
      if (live.isRunning(planId))
        throw new AppFailure({ code: 'busy', message: 'This plan is running already.', retryable: false })
      const frozen = thaw(stored)
      const actions = bindSteps(catalogue, frozen.steps)
      const step = stepForInput(stored, actions, { name, ref }, vault)
      live.refuseIfBusy(frozen.target, frozen.targetName)
      const needed = neededSecrets(frozen, actions, (index) => stored.steps[index]?.state !== 'done')
      const accepted = acceptSecrets(needed, secrets, live.secretsOf(planId), vault)
      live.provide({ stored, frozen, actions, secrets: new Map([...accepted, [name, ref]]) }, step)
      return present(planId)
    },
    discard: (planId) => {
      const proposal = book.find(planId)
      if (proposal) {
        book.use(planId)
        return { ...proposalView(proposal), state: 'discarded' }
      }
      const stored = find(planId)
      if (live.isRunning(planId))
        throw new AppFailure({
          code: 'busy',
          message: 'This plan is running.',
          remedy: 'Stop it first; it stops after the running step.',
          retryable: true,
        })
      if (!unfinishedStates.some((state) => state === stored.state)) return present(planId)
      live.discard(stored)
      return present(planId)
    },
    unfinished: () => store.plansIn([...unfinishedStates, 'running', 'stopping']).map(({ planId }) => present(planId)),
    get: (planId) => {
      const proposal = book.find(planId)
      const plan = present(planId)
      if (proposal) return { plan, report: null, results: [] }
      const stored = find(planId)
      return { plan, report: reportOf(stored), results: resultsOf(stored, plan) }
    },
    frozen: (planId) => {
      const proposal = book.find(planId)
      if (proposal) return { frozen: proposal.frozen, actions: proposal.actions }
      const frozen = readFrozen(find(planId))
      return { frozen, actions: bindSteps(catalogue, frozen.steps) }
    },
    subscribe: (planId, listener) => {
      const unsubscribe = publisher.subscribe(planId, present(planId), listener)
      const unwatch = live.watch(planId)
      return () => {
        unsubscribe()
        unwatch()
      }
    },
    idle: () => live.idle(),
  }
}
