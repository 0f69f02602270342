import type { AppCommand } from '../contract/models/app-command.ts'
import type { AppInfo } from '../contract/models/app-info.ts'
import type { RegistryFileExport } from '../contract/models/host-input-checks.ts'
import type { ConversionAdvice } from '../contract/models/conversion.ts'
import type { DnsSurvey, DnsSurveyQuestion } from '../contract/models/dns-survey.ts'
import type { JournalEntry } from '../contract/models/journal.ts'
import type { KmsClientReport } from '../contract/models/kms-client-report.ts'
import type { KmsHostOverview, KmsHostQuestion } from '../contract/models/kms-host-overview.ts'
import type { KmsHostReport, SrvLookup } from '../contract/models/kms-host-report.ts'
import type { HostSettings } from '../contract/models/kms-host-settings.ts'
import type { LabFaultInput } from '../contract/models/lab-fault.ts'
import type { DetailsScope, LicensingDetailsAnswer } from '../contract/models/licensing-details.ts'
import type { HostRef, KnownHostsQuestion, KnownKmsHost, KnownKmsHosts } from '../contract/models/known-kms-host.ts'
import type { LabConfirmation, LabOverview, LabScenarios } from '../contract/models/lab.ts'
import type { SystemKeyAnswer } from '../contract/models/product-key-check.ts'
import type { PlanExport, PlanExportQuestion } from '../contract/models/plan-export.ts'
import type { ImageState } from '../contract/models/prepare-image.ts'
import type { RemoteTest } from '../contract/models/remote-management.ts'
import type { SelfTestEvent, SelfTestReport } from '../contract/models/self-test-report.ts'
import type { TargetRef } from '../contract/models/target.ts'
import type { TargetRole, TargetTest } from '../contract/table.ts'
import type { BatchService } from '../plans/batches/batch-service.ts'
import type { PlanService } from '../plans/plan-service.ts'
import type { ScanService } from '../scan/scan-service.ts'
import type { SecretVault } from '../store/secret-vault.ts'
import type { DeploymentService, ReportService } from './deployment-service.ts'
import type { EstateService } from './estate-service.ts'

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
  test(target: TargetRef, signal: AbortSignal, role?: TargetRole): Promise<TargetTest>
  /** Asks for the KMS hosts of a computer's domain, from its own DNS servers. */
  findKmsHosts(target: TargetRef, signal: AbortSignal): Promise<readonly SrvLookup[]>
  /** Looks at a KMS host after it was set up. */
  verifyKmsHost(target: TargetRef, signal: AbortSignal): Promise<KmsHostReport>
  /** Looks at a KMS client: licence, settings, events of the last day. */
  readKmsClient(target: TargetRef, signal: AbortSignal): Promise<KmsClientReport>
  /** Whether a computer can become an image. */
  readImage(target: TargetRef, signal: AbortSignal): Promise<ImageState>
  /** Tries the way to a computer link by link, rights and namespaces included. */
  testRemote(target: TargetRef, signal: AbortSignal): Promise<RemoteTest>
}

/** The simulated network. */
export interface LabService {
  overview(): Promise<LabOverview>
  /** The scenarios that there are, and the one that is shown. */
  scenarios(): Promise<LabScenarios>
  /** Shows another scenario from now on. Throws AppFailure `invalid-input` where there is none of that name. */
  choose(scenario: string): Promise<LabOverview>
  /** Moves the clock on by minutes. */
  advance(minutes: number): Promise<LabOverview>
  /** Switches a computer on or puts it to sleep. Throws AppFailure `invalid-input` where there is none of that name. */
  setPower(host: string, power: 'on' | 'asleep'): Promise<LabOverview>
  /** Throws AppFailure `invalid-input` where there is no such computer. */
  setFault(fault: LabFaultInput): Promise<LabOverview>
  /** Takes one fault away, or all of them (null). */
  clearFaults(id: string | null): Promise<LabOverview>
  /** Opens the KMS name of a zone to all KMS hosts. Throws AppFailure `invalid-input` where there is no such zone. */
  allowKmsPublishing(zone: string): Promise<LabOverview>
  /** The fictional confirmation ID for an installation ID. Throws AppFailure `invalid-input` where it is none. */
  telephone(installationId: string): Promise<LabConfirmation>
  /** Makes a report of "Check this computer" a computer of the Lab. Throws AppFailure `invalid-input` where it is none. */
  loadReport(text: string): Promise<LabOverview>
  /** Puts the scenario back to its beginning. Throws AppFailure `busy` while a plan runs. */
  reset(): Promise<LabOverview>
  /** Whether a key is one of the fictional keys of the Lab's scenarios, which are refused everywhere else. */
  isFictionalKey(key: string): boolean
}

/** Plans from the proposal to the result. */
export type PlanChannelService = Omit<PlanService, 'proposeSteps' | 'idle' | 'frozen'>

/** Plans for many computers. */
export type BatchChannelService = Omit<BatchService, 'idle' | 'isRunning' | 'stopAll'>

/** What became of the computers of a batch, as a file. */
export interface BatchResultService {
  /** Saves it as CSV where the person says; false where the person cancelled. Throws AppFailure `not-found`, `internal`. */
  save(batchId: string): Promise<boolean>
}

/** What a KMS host is set to; reads only. Failures are thrown as AppFailure or WmiError. */
export interface HostSettingsService {
  read(target: TargetRef, signal: AbortSignal): Promise<HostSettings>
  /** The settings that stand in the registry, as a .reg file for other hosts. */
  exportRegistryFile(target: TargetRef, signal: AbortSignal): Promise<RegistryFileExport>
}

/** What `slmgr /dlv` shows; reads only. Failures are thrown as AppFailure or WmiError. */
export interface LicensingDetailsService {
  read(target: TargetRef, scope: DetailsScope, signal: AbortSignal): Promise<LicensingDetailsAnswer>
}

/** "Check this computer"; reads only. */
export interface SelfTestService {
  /** Tells each step as it begins and the report at the end. Rejects where the signal aborts. */
  run(target: TargetRef, tell: (event: SelfTestEvent) => void, signal: AbortSignal): Promise<SelfTestReport>
}

/** A file on its way to a place that the person chooses. */
export interface FileToSave {
  readonly suggestedName: string
  readonly kind:
    'registry-file' | 'json' | 'text' | 'command-file' | 'csv' | 'html' | 'pdf' | 'powershell-script' | 'yaml'
  readonly bytes: Uint8Array
}

/** Keeps files where the person wants them. */
export interface FileService {
  /** False where the person gave it up. Throws AppFailure `disk-full`, `access-denied` or `internal`. */
  save(file: FileToSave): Promise<boolean>
}

/** KMS records in DNS; reads only. */
export interface DnsService {
  /** Throws AppFailure: `invalid-input` (field `domains`, `domains.<index>`, `servers.<index>`), `cancelled`. */
  survey(question: DnsSurveyQuestion, signal: AbortSignal): Promise<DnsSurvey>
}

/** The KMS hosts page; nothing here changes a computer. Failures are thrown as AppFailure or WmiError. */
export interface KmsHostService {
  overview(question: KmsHostQuestion, signal: AbortSignal): Promise<KmsHostOverview>
  list(question: KnownHostsQuestion, signal: AbortSignal): Promise<KnownKmsHosts>
  add(host: HostRef): KnownKmsHost
  remove(host: HostRef): void
}

/** Conversions between MAK, KMS and retail; reads only. Failures are thrown as AppFailure or WmiError. */
export interface ConversionService {
  advise(target: TargetRef, signal: AbortSignal): Promise<ConversionAdvice>
}

/** What Windows itself says of a product key. */
export interface KeyIdentification {
  /** Never throws: that nobody can be asked is an answer. */
  identify(key: string, signal: AbortSignal): Promise<SystemKeyAnswer>
}

/** Plans as files that do the same without the app. */
export interface ExportService {
  /** Throws AppFailure `not-found`, `digest-mismatch`. */
  export(question: PlanExportQuestion): Promise<PlanExport>
}

/** The journal, newest line first. Throws AppFailure `journal-unavailable`. */
export interface JournalService {
  read(page: { readonly before: number | null; readonly limit: number }): readonly JournalEntry[]
}

/** Scans of many computers. */
export type ScanChannelService = Omit<ScanService, 'idle' | 'close'>

/** Everything that the handlers lean on. */
export interface Services {
  readonly app: AppService
  readonly vault: Pick<SecretVault, 'put' | 'get' | 'forget'>
  readonly targets: TargetService
  readonly lab: LabService
  readonly plans: PlanChannelService
  readonly batches: BatchChannelService
  readonly batchResults: BatchResultService
  readonly journal: JournalService
  readonly dns: DnsService
  readonly kmsHosts: KmsHostService
  readonly hostSettings: HostSettingsService
  readonly files: FileService
  readonly conversions: ConversionService
  readonly keys: KeyIdentification
  readonly licensingDetails: LicensingDetailsService
  readonly selfTest: SelfTestService
  readonly estate: EstateService
  readonly scans: ScanChannelService
  readonly deployment: DeploymentService
  readonly reports: ReportService
  readonly exports: ExportService
}
