import { z } from 'zod'
import type { CallName, ListenName } from './channels.ts'
import { longestAdvance } from './lab-clock.ts'
import { AppCommand } from './models/app-command.ts'
import { AppInfo } from './models/app-info.ts'
import { BatchEvent, BatchRequest, BatchRows, BatchRowsQuestion, BatchSecrets, BatchView } from './models/batch.ts'
import { SrvRecordInput } from './models/dns.ts'
import {
  BindText,
  BindTextQuestion,
  DnsSurvey,
  DnsSurveyQuestion,
  PermissionQuestion,
  PermissionSteps,
  SrvRecordCheck,
} from './models/dns-survey.ts'
import { ErrorLookup, ErrorLookupQuestion } from './models/error-lookup.ts'
import { ConversionAdvice } from './models/conversion.ts'
import {
  ComputerChange,
  ComputerGroup,
  ComputerIds,
  ComputerPage,
  ComputerPageQuestion,
  ComputersEvent,
  EstatePlace,
  GroupChange,
  GroupName,
  SavedView,
} from './models/estate.ts'
import {
  AddQuestion,
  Added,
  ComputerPreview,
  DirectoryQuestion,
  PreviewPage,
  PreviewPageQuestion,
  PreviewQuestion,
  UploadPiece,
  Uploaded,
} from './models/estate-adding.ts'
import { CalendarQuestion, CalendarRows, CalendarRowsQuestion, EstateCalendar } from './models/estate-calendar.ts'
import { EstateMap, MapQuestion } from './models/estate-map.ts'
import { Finding } from './models/finding.ts'
import {
  ConfirmationIdCheck,
  HostKeyCompatibility,
  HostSettingsCheck,
  PublishListCheck,
  RegistryFileCheck,
  RegistryFileExport,
} from './models/host-input-checks.ts'
import { JournalEntry } from './models/journal.ts'
import { KmsClientReport } from './models/kms-client-report.ts'
import { KmsHostOverview, KmsHostQuestion } from './models/kms-host-overview.ts'
import { KmsHostReport, SrvLookup } from './models/kms-host-report.ts'
import { HostRef, KnownHostsQuestion, KnownKmsHost, KnownKmsHosts } from './models/known-kms-host.ts'
import { HostSettings, PublishRowDraft } from './models/kms-host-settings.ts'
import { LabFaultInput } from './models/lab-fault.ts'
import { LabConfirmation, LabOverview, LabScenarios } from './models/lab.ts'
import { LicenseSnapshot } from './models/license-snapshot.ts'
import { DetailsScope, LicensingDetailsAnswer } from './models/licensing-details.ts'
import { ConsentKind, PlanDraft, PlanEvent, PlanView } from './models/plan.ts'
import { PlanExport, PlanExportQuestion } from './models/plan-export.ts'
import { KeyPurpose, ProductKeyCheck, SystemKeyAnswer } from './models/product-key-check.ts'
import { ImageState } from './models/prepare-image.ts'
import { RemoteOptions, RemoteScript, RemoteTest } from './models/remote-management.ts'
import { ScanOptions, ScanState } from './models/scan.ts'
import { ReportQuestion, ReportSaved } from './models/report.ts'
import { StepResult } from './models/step-result.ts'
import { SelfTestEvent } from './models/self-test-report.ts'
import { ScenarioName, SecretRef, TargetRef } from './models/target.ts'
import { UndoOffer } from './models/undo.ts'

interface Call<I extends z.ZodType, O extends z.ZodType> {
  readonly verb: 'call'
  readonly input: I
  readonly output: O
}
interface Listen<I extends z.ZodType, E extends z.ZodType> {
  readonly verb: 'listen'
  readonly input: I
  readonly event: E
}
const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> => ({
  verb: 'call',
  input,
  output,
})
const listen = <I extends z.ZodType, E extends z.ZodType>(input: I, event: E): Listen<I, E> => ({
  verb: 'listen',
  input,
  event,
})

const nothing = z.undefined()
const PlanId = z.object({ planId: z.uuid() }).strict()
const PlanAndDigest = z.object({ planId: z.uuid(), digest: z.string().regex(/^[0-9a-f]{64}$/) }).strict()

const BatchId = z.object({ batchId: z.uuid() }).strict()
const BatchAndDigest = z.object({ batchId: z.uuid(), digest: z.string().regex(/^[0-9a-f]{64}$/) }).strict()

/** One secret on its way into main's memory. `kind` says how it is masked. */
const SecretInput = z
  .object({
    kind: z.enum(['product-key', 'password', 'confirmation-id', 'tsig-secret']),
    value: z.string().min(1).max(1024),
  })
  .strict()

/** The connection test's answer: each link named, and what was read where the computer answered. */
const TargetTest = z
  .object({
    reachable: z.boolean(),
    findings: z.array(Finding),
    snapshot: LicenseSnapshot.nullable(),
  })
  .strict()
export type TargetTest = z.infer<typeof TargetTest>

/** What a computer is tested for: to become a KMS host, or for any other task. */
const TargetRole = z.enum(['kms-host', 'any'])
export type TargetRole = z.infer<typeof TargetRole>

/** KMS hosts that DNS shows in a target's domain, for the KMS-key warning. */
const KmsHostsInDns = z.object({ lookups: z.array(SrvLookup) }).strict()

/** A file on its way to a save dialog: at most 512 KiB, base64. */
const SmallFile = z.base64().max(700_000)
const TypedSetting = z.string().max(256).nullable()

/** The contract: every channel with its schemas. Bridge, router and the types on both sides are derived from it. */
export const contract = {
  'app.info': call(nothing, AppInfo),
  'app.openLog': call(nothing, nothing),
  /** What the menu asks of the page. */
  'app.commands': listen(nothing, AppCommand),
  'secrets.put': call(SecretInput, z.object({ ref: SecretRef, lastFive: z.string().nullable() }).strict()),
  'secrets.forget': call(z.object({ ref: SecretRef }).strict(), nothing),
  'productKey.check': call(
    z
      .object({
        ref: SecretRef,
        purpose: KeyPurpose,
        /** Windows build of the target where known, to compare the key's generation with it. */
        osBuild: z.number().int().nullable(),
        /** The Lab's scenario where the target is in the Lab; its fictional keys are refused elsewhere. */
        scenario: z.string().max(64).nullable(),
      })
      .strict(),
    ProductKeyCheck,
  ),
  /** Asks the Windows that the app runs on what kind of key it is. Slow; never fails, "not available" is an answer. */
  'productKey.askSystem': call(z.object({ ref: SecretRef }).strict(), SystemKeyAnswer),
  /** Looks at a computer: what it can be converted to, and which client setup key fits. */
  'conversion.advise': call(z.object({ target: TargetRef }).strict(), ConversionAdvice),
  'target.test': call(z.object({ target: TargetRef, role: TargetRole.default('kms-host') }).strict(), TargetTest),
  'lab.overview': call(nothing, LabOverview),
  'lab.scenarios': call(nothing, LabScenarios),
  /** Shows another scenario, which is remembered. */
  'lab.choose': call(z.object({ scenario: ScenarioName }).strict(), LabOverview),
  /** Moves the Lab's clock on; computers do meanwhile what they do by themselves. */
  'lab.advance': call(z.object({ minutes: z.number().int().min(1).max(longestAdvance) }).strict(), LabOverview),
  'lab.setPower': call(
    z.object({ host: z.string().trim().min(1).max(255), power: z.enum(['on', 'asleep']) }).strict(),
    LabOverview,
  ),
  'lab.setFault': call(LabFaultInput, LabOverview),
  /** Takes one fault away, or all of them (null). */
  'lab.clearFaults': call(z.object({ id: z.string().max(64).nullable() }).strict(), LabOverview),
  /** Opens the KMS name of a zone to all KMS hosts of the domain, as a domain administrator does. */
  'lab.allowKmsPublishing': call(z.object({ zone: z.string().trim().min(1).max(255) }).strict(), LabOverview),
  /** The Lab's telephone: the fictional confirmation ID for an installation ID. */
  'lab.telephone': call(z.object({ installationId: z.string().max(400) }).strict(), LabConfirmation),
  /**
   * Makes the JSON text of a report of "Check this computer" a computer of the scenario that is shown, until its reset. A text
   * that is none, or that names a computer which the scenario has, is an `invalid-input` error of the field `text`.
   */
  'lab.loadReport': call(z.object({ text: z.string().max(8_000_000) }).strict(), LabOverview),
  'lab.reset': call(nothing, LabOverview),
  'kmsHost.findInDns': call(z.object({ target: TargetRef }).strict(), KmsHostsInDns),
  'kmsHost.verify': call(z.object({ target: TargetRef }).strict(), KmsHostReport),
  /** A KMS client's licence, settings and events. */
  'kmsClient.report': call(z.object({ target: TargetRef }).strict(), KmsClientReport),
  'kmsHost.overview': call(KmsHostQuestion, KmsHostOverview),
  'kmsHosts.list': call(KnownHostsQuestion, KnownKmsHosts),
  'kmsHosts.add': call(z.object({ host: HostRef }).strict(), KnownKmsHost),
  'kmsHosts.remove': call(z.object({ host: HostRef }).strict(), nothing),
  /** What DNS holds per domain, asked of the authoritative servers, each record probed. Reads only. */
  'dns.survey': call(DnsSurveyQuestion, DnsSurvey),
  'dns.checkRecord': call(SrvRecordInput, SrvRecordCheck),
  'dns.bindText': call(BindTextQuestion, BindText),
  'dns.permissionSteps': call(PermissionQuestion, PermissionSteps),
  'plans.propose': call(PlanDraft, PlanView),
  'plans.consent': call(PlanAndDigest.extend({ consent: ConsentKind }).strict(), nothing),
  'plans.commit': call(PlanAndDigest, PlanView),
  'plans.stop': call(PlanId, PlanView),
  'plans.resume': call(
    PlanId.extend({
      /** Secrets entered again, by the names in `missingSecrets`. */
      secrets: z.record(z.string().max(64), SecretRef),
    }).strict(),
    PlanView,
  ),
  /** Gives a waiting plan what it waits for, and it goes on. */
  'plans.provide': call(
    PlanId.extend({
      /** `waiting.name` of the plan. */
      name: z.string().max(64),
      ref: SecretRef,
      /** Secrets entered again after a restart, by the names in `missingSecrets`. */
      secrets: z.record(z.string().max(64), SecretRef).default({}),
    }).strict(),
    PlanView,
  ),
  'plans.discard': call(PlanId, PlanView),
  'plans.unfinished': call(nothing, z.array(PlanView)),
  'plans.get': call(
    PlanId,
    z.object({ plan: PlanView, report: KmsHostReport.nullable(), results: z.array(StepResult) }).strict(),
  ),
  'plans.undoOffer': call(PlanId, UndoOffer),
  'plans.proposeUndo': call(PlanId.extend({ password: SecretRef.nullable() }).strict(), PlanView),
  'plans.events': listen(PlanId, PlanEvent),
  /** A plan as files that do the same without the app. Pure; secrets are asked for where they run. */
  'plan.export': call(PlanExportQuestion, PlanExport),
  /** Freezes one draft for many computers. Nothing is read from them: each is looked at when its turn comes. */
  'batches.propose': call(BatchRequest, BatchView),
  'batches.consent': call(BatchAndDigest.extend({ consent: ConsentKind }).strict(), nothing),
  'batches.commit': call(BatchAndDigest, BatchView),
  /** Lets the running steps end and starts none after them. */
  'batches.stop': call(BatchId, BatchView),
  /** Goes on with a stopped or interrupted batch; what was interrupted is looked at first. */
  'batches.resume': call(BatchId.extend({ secrets: BatchSecrets }).strict(), BatchView),
  /** Lets a batch go on that waits after its first computers. */
  'batches.continue': call(BatchId.extend({ secrets: BatchSecrets.default({}) }).strict(), BatchView),
  /** Gives up what has not been done yet. */
  'batches.discard': call(BatchId, BatchView),
  /** Proposes a new batch of the computers that failed or whose outcome is not known; it is committed like any other. */
  'batches.retryFailed': call(BatchId.extend({ secrets: BatchSecrets.default({}) }).strict(), BatchView),
  'batches.get': call(BatchId, BatchView),
  'batches.rows': call(BatchRowsQuestion, BatchRows),
  /** The computers with their results as CSV, where the person wants them: main shows the save dialog. */
  'batches.saveResults': call(BatchId, z.object({ saved: z.boolean() }).strict()),
  /** Batches that were committed, newest first. */
  'batches.list': call(z.object({ limit: z.number().int().min(1).max(200) }).strict(), z.array(BatchView)),
  /** Batches that have not ended, oldest first. */
  'batches.unfinished': call(nothing, z.array(BatchView)),
  'batches.events': listen(BatchId, BatchEvent),
  'journal.read': call(
    z.object({ before: z.number().int().nullable(), limit: z.number().int().min(1).max(500) }).strict(),
    z.array(JournalEntry),
  ),
  'confirmationId.check': call(z.object({ ref: SecretRef }).strict(), ConfirmationIdCheck),
  'publishList.check': call(
    z
      .object({
        list: z.discriminatedUnion('form', [
          z.object({ form: z.literal('rows'), rows: z.array(PublishRowDraft).max(256) }).strict(),
          /** Pasted lines "domain, priority, weight". */
          z.object({ form: z.literal('text'), text: z.string().max(64_000) }).strict(),
          /** What an empty editor begins with: the host's own domain. */
          z.object({ form: z.literal('initial') }).strict(),
        ]),
        ownDomain: z.string().max(255).nullable(),
      })
      .strict(),
    PublishListCheck,
  ),
  /** Texts as typed; null for those that are not asked about. */
  'hostSettings.check': call(
    z.object({ port: TypedSetting, activationInterval: TypedSetting, renewalInterval: TypedSetting }).strict(),
    HostSettingsCheck,
  ),
  'hostSettings.read': call(z.object({ target: TargetRef }).strict(), HostSettings),
  'registryFile.parse': call(z.object({ bytes: SmallFile }).strict(), RegistryFileCheck),
  'registryFile.export': call(z.object({ target: TargetRef }).strict(), RegistryFileExport),
  /** Shows a save dialog of main's own; the window never names a path. */
  'file.save': call(
    z
      .object({
        suggestedName: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,120}$/, 'not a plain file name'),
        kind: z.enum(['registry-file', 'json', 'text', 'command-file', 'powershell-script', 'yaml']),
        bytes: SmallFile,
      })
      .strict(),
    z.object({ saved: z.boolean() }).strict(),
  ),
  'hostKeys.compatibility': call(
    z
      .object({
        osVersion: z.string().max(64),
        osBuild: z.number().int(),
        isServer: z.boolean(),
        caption: z.string().max(256).nullable().default(null),
        /** The generation that the person chose; null for none yet. */
        generation: z.string().max(64).nullable().default(null),
      })
      .strict(),
    HostKeyCompatibility,
  ),
  /** Explains the result codes in a text, offline. */
  'errors.lookUp': call(ErrorLookupQuestion, ErrorLookup),
  /** Whether a computer can become an image, and how often its timers can still be reset. Reads only. */
  'image.read': call(z.object({ target: TargetRef }).strict(), ImageState),
  /** Tries the way to a computer link by link, rights and namespaces included. Reads only. */
  'remote.test': call(z.object({ target: TargetRef }).strict(), RemoteTest),
  /** The script for a computer that cannot be reached yet. Pure. */
  'remote.script': call(RemoteOptions, RemoteScript),
  /** What `slmgr /dlv` shows of a computer; with `all`, of every product that its Windows knows. Reads only. */
  'licensing.details': call(z.object({ target: TargetRef, scope: DetailsScope }).strict(), LicensingDetailsAnswer),
  /** Checks a computer step by step, reads only; ending the subscription stops it. */
  'selfTest.run': listen(z.object({ target: TargetRef }).strict(), SelfTestEvent),
  'computers.list': call(ComputerPageQuestion, ComputerPage),
  'computers.events': listen(z.object({ place: EstatePlace }).strict(), ComputersEvent),
  /** Hands a file over in pieces; at most 16 MiB. */
  'computers.upload': call(UploadPiece, Uploaded),
  /** What would be added, with every line that cannot be. Adds nothing. */
  'computers.preview': call(PreviewQuestion, ComputerPreview),
  'computers.previewPage': call(PreviewPageQuestion, PreviewPage),
  /** The computers of a domain, as a preview. Adds nothing. */
  'computers.directory': call(DirectoryQuestion, ComputerPreview),
  'computers.add': call(AddQuestion, Added),
  'computers.change': call(
    z.object({ place: EstatePlace, ids: ComputerIds, change: ComputerChange }).strict(),
    z.object({ changed: z.number().int() }).strict(),
  ),
  /** Takes computers from the list with what is known of them; nothing is changed on a computer. */
  'computers.remove': call(
    z.object({ place: EstatePlace, ids: ComputerIds }).strict(),
    z.object({ removed: z.number().int() }).strict(),
  ),
  'groups.list': call(z.object({ place: EstatePlace }).strict(), z.array(ComputerGroup)),
  'groups.change': call(GroupChange, ComputerGroup),
  /** Its computers stay, without a group. */
  'groups.remove': call(z.object({ place: EstatePlace, name: GroupName }).strict(), nothing),
  'views.list': call(nothing, z.array(SavedView)),
  /** Keeps a view in place of the one of the same name. */
  'views.save': call(SavedView, nothing),
  'views.remove': call(z.object({ name: z.string().max(80) }).strict(), nothing),
  /** Looks at many computers of a place; results reach the table as they come. `busy` while the place is being scanned. */
  'scan.start': call(ScanOptions, ScanState),
  /** Begins no other computer and gives up those under way; what is known stays. */
  'scan.stop': call(z.object({ place: EstatePlace }).strict(), ScanState),
  'scan.state': call(z.object({ place: EstatePlace }).strict(), ScanState),
  /** The present state, then each change, at most ten a second. */
  'scan.events': listen(z.object({ place: EstatePlace }).strict(), ScanState),
  /** DNS, KMS hosts and clients of a place, with what is wrong. */
  'estate.map': call(MapQuestion, EstateMap),
  /** Whose activation ends when. */
  'estate.calendar': call(CalendarQuestion, EstateCalendar),
  'estate.calendarRows': call(CalendarRowsQuestion, CalendarRows),
  /** Makes a report and shows a save dialog of main's own. */
  'report.save': call(ReportQuestion, ReportSaved),
} as const satisfies { [K in CallName]: Call<z.ZodType, z.ZodType> } & {
  [K in ListenName]: Listen<z.ZodType, z.ZodType>
}

export type Contract = typeof contract
/** What a caller passes to a call or a subscription. */
export type InputOf<K extends keyof Contract> = z.input<Contract[K]['input']>
/** What a call answers. */
export type OutputOf<K extends CallName> = z.output<Contract[K]['output']>
/** What a subscription delivers. */
export type EventOf<K extends ListenName> = z.output<Contract[K]['event']>
