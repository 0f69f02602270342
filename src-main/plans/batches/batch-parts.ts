import type { Catalogue } from '../../actions/bound-action.ts'
import type { JournalEntry } from '../../contract/models/journal.ts'
import type { AppError } from '../../contract/app-error.ts'
import type { SecretRef } from '../../contract/models/target.ts'
import type { GroupCommit } from '../../store/group-commit.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { SecretVault } from '../../store/secret-vault.ts'
import type { NewJournalEntry } from '../../store/stored-plan.ts'
import type { BusyComputers } from '../busy-computers.ts'
import type { Clock } from '../clock.ts'
import { redactError } from '../plan-ledger.ts'
import type { SiteProvider } from '../site-provider.ts'
import type { BatchEstate } from './estate-accounts.ts'
import type { FrozenBatch } from './frozen-batch.ts'
import { computersInWords } from './template-parts.ts'

/** What the batches depend on; the same as single plans, with which they share the register of busy computers. */
export interface BatchParts {
  readonly store: JournalStore
  readonly vault: SecretVault
  readonly catalogue: Catalogue
  readonly sites: SiteProvider
  readonly clock: Clock
  readonly busy: BusyComputers
  readonly who: string
  readonly elevated: boolean | null
  readonly computerName: string
  readonly redact: (text: string) => string
  readonly isLabKey: (key: string) => boolean
  /** Where computers are chosen from, and where their accounts stand; without it each target brings its own. */
  readonly estate?: BatchEstate
  /** Milliseconds for which a proposal may be committed; 30 minutes where absent. */
  readonly proposalLifetime?: number
}

/** What one computer of a running batch is worked on with. */
export interface ComputerParts extends BatchParts {
  readonly frozen: FrozenBatch
  /** Secrets of the batch by name, as far as they are in memory. */
  readonly secrets: ReadonlyMap<string, SecretRef>
  readonly commit: GroupCommit
  stopRequested(): boolean
}

/** A journal line about a batch as a whole, or about one of its computers that has no plan. */
export const batchLine = (
  parts: Pick<BatchParts, 'clock' | 'redact' | 'who'>,
  frozen: FrozenBatch,
  line: {
    readonly event: JournalEntry['event']
    readonly outcome?: string
    readonly error?: AppError
    readonly target?: string
    /** ISO 8601; the present time where absent. */
    readonly at?: string
  },
): NewJournalEntry => ({
  at: line.at ?? parts.clock.now().toISOString(),
  planId: frozen.planId,
  planTitle: frozen.title,
  step: null,
  kind: frozen.wizard,
  title: frozen.title,
  target: line.target ?? computersInWords(frozen.total),
  equivalent: null,
  event: line.event,
  outcome: line.outcome === undefined ? null : parts.redact(line.outcome),
  error: line.error === undefined ? null : redactError(line.error, parts.redact),
  who: parts.who,
})
