import { AppFailure } from '../../contract/app-error.ts'
import type {
  BatchComputerState,
  BatchEvent,
  BatchRows,
  BatchState,
  BatchView,
  CheckedBatchRequest,
} from '../../contract/models/batch.ts'
import { BatchDraft } from '../../contract/models/batch-draft.ts'
import type { ConsentKind } from '../../contract/models/plan.ts'
import { targetLabel, type SecretRef } from '../../contract/models/target.ts'
import type { StoredBatch } from '../../store/stored-batch.ts'
import type { PlanSecret } from '../frozen-plan.ts'
import { openProposalBook } from '../proposal-book.ts'
import { acceptSecrets } from '../resume.ts'
import type { BatchDocument } from './batch-document.ts'
import { batchLine, type BatchParts } from './batch-parts.ts'
import { createBatchPublisher } from './batch-publisher.ts'
import { withReferences } from './batch-secrets.ts'
import { freshComputer, stepViews, toBatchRow, toBatchView } from './batch-view.ts'
import { accountsAgain } from './estate-accounts.ts'
import {
  alteredBatch,
  breathe,
  digestOfBatch,
  readFrozenBatch,
  readFrozenTarget,
  type FrozenBatch,
  type FrozenTarget,
} from './frozen-batch.ts'
import { proposeBatch, type BatchProposal } from './propose-batch.ts'
import { runBatch, type RunningBatch } from './run-batch.ts'

/** Which rows of a batch are asked for. */
export interface RowsQuestion {
  readonly batchId: string
  /** Null for all. */
  readonly states: readonly BatchComputerState[] | null
  readonly offset: number
  readonly limit: number
}

/** A batch with the secrets that were entered again, by name. */
export interface BatchGoOn {
  readonly batchId: string
  readonly secrets: Readonly<Record<string, SecretRef>>
}

/**
 * Batches from draft to result: one frozen document for many computers. Every method throws AppFailure for what a person
 * can mend. What becomes of one computer is that computer's and never thrown.
 */
export interface BatchService {
  /** Freezes a draft for many computers; none of them is asked. Codes: `invalid-input` with the field, `secret-missing`. */
  propose(request: CheckedBatchRequest, signal?: AbortSignal): Promise<BatchView>
  /** Records that a person read and confirmed a warning of this batch. */
  consent(input: { readonly batchId: string; readonly digest: string; readonly consent: ConsentKind }): void
  /** Writes the batch down and starts it. Codes as with a plan: `digest-mismatch`, `consent-missing`, `disk-full` … */
  commit(input: { readonly batchId: string; readonly digest: string }): Promise<BatchView>
  /** Lets running steps end and starts none after them. */
  stop(batchId: string): BatchView
  /** Goes on with a stopped or interrupted batch. Codes: `digest-mismatch`, `secret-missing`, `secret-mismatch`, `busy`. */
  resume(input: BatchGoOn): Promise<BatchView>
  /** Lets a batch go on that waits after its first computers. Codes as `resume`, and `already-used` where it does not wait. */
  continueAfterCanary(input: BatchGoOn): Promise<BatchView>
  /** Gives up what has not been done yet. Throws AppFailure `busy` while it runs. */
  discard(batchId: string): Promise<BatchView>
  /** Proposes a new batch of the computers that failed or whose outcome is not known. */
  retryFailed(input: BatchGoOn): Promise<BatchView>
  get(batchId: string): BatchView
  /** The frozen document with all of its computers, whatever became of it. Codes: `not-found`, `digest-mismatch`. */
  frozen(batchId: string): Promise<BatchDocument>
  rows(question: RowsQuestion): BatchRows
  /** Committed batches, newest first. */
  list(limit: number): readonly BatchView[]
  /** Batches that have not ended, oldest first. */
  unfinished(): readonly BatchView[]
  /** Watches a batch, beginning with its present picture. Returns what ends the watching. */
  subscribe(batchId: string, listener: (event: BatchEvent) => void): () => void
  isRunning(): boolean
  /** Stops all that run; resolves when nothing runs any more. */
  stopAll(): Promise<void>
  /** Resolves when no batch runs any more. */
  idle(): Promise<void>
}

const refuse = (code: AppFailure['error']['code'], message: string, remedy: string): AppFailure =>
  new AppFailure({ code, message, remedy, retryable: false })

const notFound = (): AppFailure => refuse('not-found', 'There is no such batch.', 'Make the batch again.')

const resting: readonly BatchState[] = ['stopped', 'interrupted', 'waiting']
const alive: readonly BatchState[] = ['running', 'stopping']
const toRetry: readonly BatchComputerState[] = ['failed', 'unknown']
const portion = 250

interface LiveBatch {
  readonly running: Promise<void>
  readonly batch: RunningBatch
}

/** Opens the batches. Those that ran when the app ended are interrupted from now on. */
export const createBatchService = (parts: BatchParts): BatchService => {
  const { store, vault, catalogue, clock } = parts
  const { batches } = store
  const live = new Map<string, LiveBatch>()
  const held = new Map<string, ReadonlyMap<string, SecretRef>>()
  const publisher = createBatchPublisher(clock)
  const book = openProposalBook<BatchProposal>(
    () => clock.now(),
    (batchId) => batches.batch(batchId) !== null,
  )
  try {
    batches.forgetHeadless()
    for (const stored of batches.batchesIn(alive))
      batches.change(stored.batchId, { state: 'interrupted', haltedBy: null }, [])
  } catch {
    // A full disk must not keep the app from starting: such batches are shown as interrupted all the same.
  }

  const inMemory = (batchId: string): ReadonlyMap<string, SecretRef> =>
    new Map([...(held.get(batchId) ?? [])].filter(([, ref]) => vault.kindOf(ref) !== null))
  const lacking = (frozen: FrozenBatch): readonly PlanSecret[] => {
    const known = inMemory(frozen.planId)
    return frozen.secrets.filter(({ name }) => !known.has(name))
  }
  /**
   * A new batch of the failed takes the accounts that the estate has by now, because a wrong password may be the failure:
   * then those of the old one are not asked for.
   */
  const isAskedAgain = ({ kind }: PlanSecret): boolean => parts.estate === undefined || kind === 'product-key'
  const find = (batchId: string): StoredBatch => {
    const stored = live.get(batchId)?.batch.stored ?? batches.batch(batchId)
    if (!stored) throw notFound()
    return stored
  }

  const proposalView = ({ frozen, digest, findings, targets }: BatchProposal): BatchView =>
    toBatchView({
      stored: storedOf({ frozen, digest, findings }, 'proposed'),
      frozen,
      steps: stepViews(frozen, catalogue),
      counts: new Map([['pending', targets.length]]),
      missing: [],
    })
  const storedOf = (
    { frozen, digest, findings }: Pick<BatchProposal, 'frozen' | 'digest' | 'findings'>,
    state: BatchState,
  ): StoredBatch => ({
    batchId: frozen.planId,
    wizard: frozen.wizard,
    title: frozen.title,
    createdAt: frozen.createdAt,
    digest,
    frozen,
    findings: [...findings],
    state,
    haltedBy: null,
    canaryPassed: false,
    startedAt: state === 'proposed' ? null : clock.now().toISOString(),
    endedAt: null,
    error: null,
  })
  const liveView = ({ stored, frozen, counts }: RunningBatch, steps: BatchView['steps']): BatchView =>
    toBatchView({ stored, frozen, steps, counts, missing: resting.includes(stored.state) ? lacking(frozen) : [] })
  const storedView = (found: StoredBatch): BatchView => {
    const stored = alive.includes(found.state) ? { ...found, state: 'interrupted' as const } : found
    const frozen = readFrozenBatch(stored)
    const counts = batches.counts(stored.batchId)
    const mayRetry = stored.state === 'done' && toRetry.some((state) => (counts.get(state) ?? 0) > 0)
    const missing = mayRetry
      ? lacking(frozen).filter(isAskedAgain)
      : resting.includes(stored.state)
        ? lacking(frozen)
        : []
    return toBatchView({ stored, frozen, steps: stepViews(frozen, catalogue), counts, missing })
  }
  const present = (batchId: string): BatchView => {
    const proposal = book.find(batchId)
    if (proposal) return proposalView(proposal)
    const running = live.get(batchId)?.batch
    return running ? liveView(running, stepViews(running.frozen, catalogue)) : storedView(find(batchId))
  }

  /** Keys have served once nothing is left that would need them. */
  const forgetKeys = (batchId: string): void => {
    for (const ref of held.get(batchId)?.values() ?? []) if (vault.kindOf(ref) === 'product-key') vault.forget(ref)
  }

  const start = (stored: StoredBatch, frozen: FrozenBatch): void => {
    const { batchId } = stored
    const secrets = inMemory(batchId)
    const batch: RunningBatch = { frozen, secrets, counts: new Map(batches.counts(batchId)), stored, halted: null }
    const steps = stepViews(frozen, catalogue)
    const view = (): BatchView => liveView(batch, steps)
    const running = runBatch(parts, batch, {
      header: () => {
        live.delete(batchId)
        publisher.changed(batchId, view)
      },
      computer: (row) => publisher.changed(batchId, view, row),
    }).finally(() => {
      live.delete(batchId)
      const needsNone = !toRetry.some((state) => (batch.counts.get(state) ?? 0) > 0)
      if (batch.stored.state === 'done' && needsNone) forgetKeys(batchId)
    })
    live.set(batchId, { running, batch })
  }

  /** All computers of a batch as they were frozen, a portion at a time. */
  const frozenTargets = async (batchId: string): Promise<readonly FrozenTarget[]> => {
    const targets: FrozenTarget[] = []
    for (let from = 0; ; from += portion) {
      const page = batches.computers(batchId, { states: null, from, limit: portion })
      targets.push(...page.map(({ target }) => readFrozenTarget(target)))
      if (page.length < portion) return targets
      await breathe()
    }
  }
  /** Proves that a batch on disk is the one that was committed. Throws AppFailure `digest-mismatch`. */
  const thaw = async (stored: StoredBatch): Promise<BatchDocument> => {
    const frozen = readFrozenBatch(stored)
    const targets = await frozenTargets(stored.batchId)
    if (targets.length !== frozen.total || (await digestOfBatch(frozen, targets)) !== stored.digest)
      throw alteredBatch()
    return { frozen, targets }
  }
  const accept = (
    frozen: FrozenBatch,
    secrets: BatchGoOn['secrets'],
    isNeeded: (secret: PlanSecret) => boolean = () => true,
  ): ReadonlyMap<string, SecretRef> => {
    const accepted = acceptSecrets(frozen.secrets.filter(isNeeded), secrets, inMemory(frozen.planId), vault)
    held.set(frozen.planId, accepted)
    return accepted
  }

  const goOn = async (
    { batchId, secrets }: BatchGoOn,
    from: readonly BatchState[],
    canaryPassed: boolean,
  ): Promise<BatchView> => {
    if (live.has(batchId))
      throw refuse('busy', 'This batch is running already.', 'Wait until it has ended, or stop it.')
    const found = find(batchId)
    if (!from.includes(alive.includes(found.state) ? 'interrupted' : found.state))
      throw refuse('already-used', 'This batch does not wait for this.', 'Look at the batch again.')
    const { frozen } = await thaw(found)
    accept(frozen, secrets)
    // Two calls may have come this far at the same time.
    if (live.has(batchId)) return present(batchId)
    const change = {
      state: 'running',
      haltedBy: null,
      error: null,
      canaryPassed: found.canaryPassed || canaryPassed,
    } as const
    batches.change(batchId, change, [batchLine(parts, frozen, { event: 'resumed' })])
    start({ ...found, ...change }, frozen)
    return present(batchId)
  }

  const addComputers = async ({ frozen, targets }: BatchProposal): Promise<void> => {
    for (let from = 0; from < targets.length; from += portion) {
      const rows = targets.slice(from, from + portion).map((target, index) => {
        const { computer } = target
        const name = computer.place === 'this-computer' ? parts.computerName : targetLabel(computer)
        return freshComputer(from + index, target, name)
      })
      batches.addComputers(frozen.planId, rows)
      await breathe()
    }
  }

  const proposed = async (request: CheckedBatchRequest, retryOf: string | null): Promise<BatchView> => {
    const proposal = await proposeBatch(parts, request, retryOf)
    book.add(proposal)
    return proposalView(proposal)
  }

  return {
    propose: (request) => proposed(request, null),
    consent: ({ batchId, digest, consent }) => book.consent(batchId, digest, consent),
    commit: async ({ batchId, digest }) => {
      const proposal = book.check(batchId, digest)
      for (const ref of proposal.secrets.values()) vault.get(ref)
      // From here on another commit of it is refused.
      book.use(batchId)
      await addComputers(proposal)
      const stored = storedOf(proposal, 'running')
      batches.add(stored, [
        ...[...proposal.consented].map(([consent, at]) =>
          batchLine(parts, proposal.frozen, { event: 'consented', outcome: `Confirmed: ${consent}.`, at }),
        ),
        batchLine(parts, proposal.frozen, { event: 'committed', outcome: `Digest ${digest}.` }),
      ])
      held.set(batchId, proposal.secrets)
      start(stored, proposal.frozen)
      return present(batchId)
    },
    stop: (batchId) => {
      const running = live.get(batchId)?.batch
      if (running && running.halted === null) {
        running.halted = 'person'
        running.stored = { ...running.stored, state: 'stopping' }
        const view = present(batchId)
        publisher.changed(batchId, () => view)
      }
      return present(batchId)
    },
    resume: (input) => goOn(input, ['stopped', 'interrupted'], false),
    continueAfterCanary: (input) => goOn(input, ['waiting'], true),
    discard: async (batchId) => {
      const proposal = book.find(batchId)
      if (proposal) {
        book.use(batchId)
        return { ...proposalView(proposal), state: 'discarded' }
      }
      if (live.has(batchId))
        throw refuse('busy', 'This batch is running.', 'Stop it first; it stops after the running steps.')
      const stored = find(batchId)
      if (stored.state === 'done' || stored.state === 'discarded') return present(batchId)
      const frozen = readFrozenBatch(stored)
      batches.discardOpen(batchId)
      batches.change(batchId, { state: 'discarded', haltedBy: null, endedAt: clock.now().toISOString() }, [
        batchLine(parts, frozen, { event: 'discarded', outcome: 'What was done stays done.' }),
      ])
      forgetKeys(batchId)
      const view = present(batchId)
      publisher.changed(batchId, () => view)
      return view
    },
    retryFailed: async ({ batchId, secrets }) => {
      if (live.has(batchId)) throw refuse('busy', 'This batch is running.', 'Wait until it has ended.')
      const { frozen } = await thaw(find(batchId))
      const refs = accept(frozen, secrets, isAskedAgain)
      const failed: FrozenTarget[] = []
      for (let offset = 0; ; offset += portion) {
        const page = batches.computers(batchId, { states: toRetry, offset, limit: portion })
        failed.push(...page.map(({ target }) => readFrozenTarget(target)))
        if (page.length < portion) break
        await breathe()
      }
      if (failed.length === 0)
        throw refuse('invalid-input', 'No computer of this batch failed.', 'There is nothing to do again.')
      const targets = await accountsAgain(failed, refs, parts.estate)
      const draft = BatchDraft.parse(withReferences(frozen.draft, refs))
      return proposed({ draft, targets: [...targets], policy: { ...frozen.policy, canary: null } }, batchId)
    },
    get: present,
    frozen: async (batchId) => book.find(batchId) ?? thaw(find(batchId)),
    rows: ({ batchId, states, offset, limit }) => {
      const proposal = book.find(batchId)
      if (proposal) {
        const isAsked = states === null || states.includes('pending')
        const page = isAsked ? proposal.targets.slice(offset, offset + limit) : []
        const rows = page.map((target, index) => {
          const { computer } = target
          const name = computer.place === 'this-computer' ? parts.computerName : targetLabel(computer)
          return toBatchRow(freshComputer(offset + index, target, name), null, catalogue)
        })
        return { total: isAsked ? proposal.targets.length : 0, rows }
      }
      find(batchId)
      const counts = batches.counts(batchId)
      const asked = states ?? [...counts.keys()]
      const computers = batches.computers(batchId, { states, offset, limit })
      const plans = new Map(
        store.plansById(computers.flatMap(({ planId }) => planId ?? [])).map((plan) => [plan.planId, plan]),
      )
      return {
        total: [...new Set(asked)].reduce((sum, state) => sum + (counts.get(state) ?? 0), 0),
        rows: computers.map((one) => toBatchRow(one, plans.get(one.planId ?? '') ?? null, catalogue)),
      }
    },
    list: (limit) => batches.newest(limit).map(({ batchId }) => present(batchId)),
    unfinished: () => batches.batchesIn([...resting, ...alive]).map(({ batchId }) => present(batchId)),
    subscribe: (batchId, listener) => publisher.subscribe(batchId, present(batchId), listener),
    isRunning: () => live.size > 0,
    stopAll: async () => {
      for (const { batch } of live.values()) batch.halted ??= 'person'
      await Promise.all([...live.values()].map(({ running }) => running))
    },
    idle: async () => {
      while (live.size > 0) await Promise.all([...live.values()].map(({ running }) => running))
    },
  }
}
