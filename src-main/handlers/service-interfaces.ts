import type { AppCommand } from '../contract/models/app-command.ts'
import type { AppInfo } from '../contract/models/app-info.ts'
import type { JournalEntry } from '../contract/models/journal.ts'
import type { KmsHostReport, SrvLookup } from '../contract/models/kms-host-report.ts'
import type { LabOverview } from '../contract/models/lab.ts'
import type { TargetRef } from '../contract/models/target.ts'
import type { TargetTest } from '../contract/table.ts'
import type { PlanService } from '../plans/plan-service.ts'
import type { SecretVault } from '../store/secret-vault.ts'

/** What the app's own shell tells and does. */
export interface AppService {
  info(): Promise<AppInfo>
  /** Shows the folder of the log files. */
  openLog(): Promise<void>
  /** Tells what the menu asks of the page, until the returned function is called. */
  subscribeToCommands(listener: (command: AppCommand) => void): () => void
}

/** Looks at computers; nothing here changes one. Failures are thrown as AppFailure or WmiError. */
export interface TargetService {
  /** Tries the way to a computer link by link. */
  test(target: TargetRef, signal: AbortSignal): Promise<TargetTest>
  /** Asks for the KMS hosts of a computer's domain, from its own DNS servers. */
  findKmsHosts(target: TargetRef, signal: AbortSignal): Promise<readonly SrvLookup[]>
  /** Looks at a KMS host after it was set up. */
  verifyKmsHost(target: TargetRef, signal: AbortSignal): Promise<KmsHostReport>
}

/** The simulated network. */
export interface LabService {
  overview(): Promise<LabOverview>
  /** Puts the scenario back to its beginning. */
  reset(): Promise<LabOverview>
  /** Whether a key is one of the fictional keys of the Lab's scenarios, which are refused everywhere else. */
  isFictionalKey(key: string): boolean
}

/** Plans from the proposal to the result. */
export type PlanChannelService = Omit<PlanService, 'proposeSteps' | 'idle'>

/** The journal, newest line first. Throws AppFailure `journal-unavailable`. */
export interface JournalService {
  read(page: { readonly before: number | null; readonly limit: number }): readonly JournalEntry[]
}

/** Everything that the handlers lean on. */
export interface Services {
  readonly app: AppService
  readonly vault: Pick<SecretVault, 'put' | 'get' | 'forget'>
  readonly targets: TargetService
  readonly lab: LabService
  readonly plans: PlanChannelService
  readonly journal: JournalService
}
