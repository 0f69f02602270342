import { z } from 'zod'
import { AppErrorSchema } from './app-error-schema.ts'
import { ConfigureClientDraft } from './configure-client-draft.ts'
import { ConvertComputerDraft } from './conversion.ts'
import { Finding } from './finding.ts'
import { PrepareImageDraft } from './prepare-image.ts'
import { PublishKmsDraft } from './publish-draft.ts'
import { HostChange, HostSettings, Publishing } from './kms-host-settings.ts'
import { PrepareRemoteDraft } from './remote-management.ts'
import { SecretRef, TargetRef } from './target.ts'
import { WaitingForInput } from './telephone.ts'

/** What the wizard "Set up a KMS host" proposes. The renderer proposes; main turns it into a frozen plan. */
export const SetUpKmsHostDraft = z
  .object({
    wizard: z.literal('set-up-kms-host'),
    target: TargetRef,
    hostKey: SecretRef,
    /** Findings of level `warning` about the key that the person has read and overruled, by check name. */
    overruled: z.array(z.string().max(64)).max(16),
    openFirewall: z.boolean(),
    /** `later` leaves the host without activation; what Windows refuses until then is deferred. */
    activation: z.enum(['online', 'telephone', 'later']).default('online'),
    publishing: Publishing.default({ mode: 'automatic' }),
    /** TCP port; main checks the range and names the field. */
    port: z.number().int().default(1688),
    /** Whether the licensing service runs with low priority. */
    lowPriority: z.boolean().default(false),
    /** Minutes; null leaves it as it is. */
    activationInterval: z.number().int().nullable().default(null),
    /** Minutes; null leaves it as it is. */
    renewalInterval: z.number().int().nullable().default(null),
    /** Generation of the host key where the person said so (hostKeys.compatibility); a wrong pairing is refused. */
    hostKeyGeneration: z.string().max(64).nullable().default(null),
    /** What a computer that is a KMS host already is set to, as the person saw it: only what differs is written. */
    previous: HostSettings.nullable().default(null),
  })
  .strict()
/** The draft as a window writes it; members with a default may be left out. */
export type SetUpKmsHostDraft = z.input<typeof SetUpKmsHostDraft>
/** The draft after validation. */
export type CheckedKmsHostDraft = z.output<typeof SetUpKmsHostDraft>

/** One change of a KMS host that exists. */
export const EditKmsHostDraft = z
  .object({ wizard: z.literal('edit-kms-host'), target: TargetRef, change: HostChange })
  .strict()
/** The change as a window writes it; members with a default may be left out. */
export type EditKmsHostDraft = z.input<typeof EditKmsHostDraft>
/** The change after validation. */
export type CheckedHostEdit = z.output<typeof EditKmsHostDraft>

/** Every wizard's draft. A new wizard adds a member here and a planner in src-main/plans. */
export const PlanDraft = z.discriminatedUnion('wizard', [
  SetUpKmsHostDraft,
  EditKmsHostDraft,
  PublishKmsDraft,
  ConvertComputerDraft,
  PrepareImageDraft,
  PrepareRemoteDraft,
  ConfigureClientDraft,
])
/** A draft as a window writes it. */
export type PlanDraft = z.input<typeof PlanDraft>
/** A draft after validation. */
export type CheckedPlanDraft = z.output<typeof PlanDraft>

export const Risk = z.enum(['read', 'change', 'irreversible'])
export type Risk = z.infer<typeof Risk>

export const StepState = z.enum(['pending', 'running', 'done', 'failed', 'skipped', 'unknown', 'waiting-for-input'])
export type StepState = z.infer<typeof StepState>

export const PlanState = z.enum([
  'proposed',
  'running',
  'stopping',
  'stopped',
  'done',
  'failed',
  'interrupted',
  'waiting-for-input',
  'discarded',
])
export type PlanState = z.infer<typeof PlanState>

/** One step as people see it before and while it runs. Nothing in it is secret. */
export const PlanStepView = z
  .object({
    index: z.number().int().nonnegative(),
    kind: z.string(),
    title: z.string(),
    /** The slmgr, netsh or net command that a technician would have typed; null where there is none. */
    equivalent: z.string().nullable(),
    risk: Risk,
    /** How it can be undone, or why not, in one sentence; null for reads. */
    undo: z.string().nullable(),
    state: StepState,
    /** What the step says of itself while it runs ("Waiting for the service to stop"). */
    note: z.string().nullable(),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    /** Why it failed; of a step that is done, what is still open (`activation-pending`). */
    error: AppErrorSchema.nullable(),
  })
  .strict()
export type PlanStepView = z.infer<typeof PlanStepView>

/**
 * What a person reads and confirms before the commit. `kms-key-warning`: a host key makes a KMS host. `mak-activations` and
 * `rearms`: a batch spends one on each computer, which no undo gives back.
 */
export const ConsentKind = z.enum(['kms-key-warning', 'mak-activations', 'rearms'])
export type ConsentKind = z.infer<typeof ConsentKind>

/** A setting that Windows refuses before activation and that the plan therefore leaves for later. */
export const DeferredSetting = z
  .object({
    title: z.string(),
    /** One sentence, with what to do afterwards. */
    reason: z.string(),
    /** The command that makes it once the host is activated; null where there is none. */
    equivalent: z.string().nullable(),
  })
  .strict()
export type DeferredSetting = z.infer<typeof DeferredSetting>

/** A plan as main shows it: the frozen summary while proposed, the live picture while it runs, the record afterwards. */
export const PlanView = z
  .object({
    planId: z.string(),
    wizard: z.string(),
    title: z.string(),
    target: TargetRef,
    targetName: z.string(),
    createdAt: z.string(),
    /** SHA-256 over the canonical JSON of the frozen plan; the commit must quote it. */
    digest: z.string(),
    consents: z.array(ConsentKind),
    state: PlanState,
    /** 0..1, never runs back. */
    progress: z.number().min(0).max(1),
    findings: z.array(Finding),
    steps: z.array(PlanStepView),
    /** Secrets that must be entered again before the plan can go on, after a restart of the app. */
    missingSecrets: z.array(
      z.object({ name: z.string(), label: z.string(), lastFive: z.string().nullable() }).strict(),
    ),
    /** What the plan waits for; null in every state but `waiting-for-input`. */
    waiting: WaitingForInput.nullable(),
    deferred: z.array(DeferredSetting),
    error: AppErrorSchema.nullable(),
  })
  .strict()
export type PlanView = z.infer<typeof PlanView>

/** Rises with every change of a plan, so that a window that subscribes again can tell what it has seen. */
export const PlanEvent = z.object({ sequence: z.number().int(), plan: PlanView }).strict()
export type PlanEvent = z.infer<typeof PlanEvent>
