import { z } from 'zod'
import { AppErrorSchema } from './app-error-schema.ts'
import {
  ComputerId,
  ComputerIds,
  ComputerLicence,
  ComputerSystem,
  EstatePlace,
  GroupName,
  ScanOutcome,
} from './estate.ts'

/** Which computers a scan reads. `unfinished`: those that a stopped scan left, or one that ended with the app. */
export const ScanSelection = z.discriminatedUnion('which', [
  z.object({ which: z.literal('all') }).strict(),
  z.object({ which: z.literal('computers'), ids: ComputerIds }).strict(),
  z.object({ which: z.literal('group'), group: GroupName }).strict(),
  z.object({ which: z.literal('outcomes'), outcomes: z.array(ScanOutcome).min(1) }).strict(),
  z.object({ which: z.literal('unfinished') }).strict(),
])
export type ScanSelection = z.infer<typeof ScanSelection>

export const ScanOptions = z
  .object({
    place: EstatePlace,
    selection: ScanSelection,
    /** Computers that are read at the same time. */
    concurrency: z.number().int().min(1).max(256).default(32),
    /** Seconds that one computer may take. */
    deadlineSeconds: z.number().int().min(5).max(600).default(30),
  })
  .strict()
export type ScanOptions = z.output<typeof ScanOptions>

const Count = z.number().int().nonnegative()

/** How a scan of one place stands. */
export const ScanState = z
  .object({
    place: EstatePlace,
    /** `idle`: none was started since the app began, and none from before has computers left. */
    state: z.enum(['idle', 'running', 'stopping', 'stopped', 'done']),
    /** ISO 8601. */
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    total: Count,
    /** Computers with a result, those that wait for their second try left out. */
    done: Count,
    /** Computers that are being read now. */
    underWay: Count,
    /** Computers that wait for their second try. */
    retrying: Count,
    /** Results by outcome; outcomes without any are left out. */
    counts: z.partialRecord(ScanOutcome, Count),
    /** Null while nothing can be said. */
    remainingSeconds: z.number().nonnegative().nullable(),
    /** Why a scan ended by itself before its end; null elsewhere. */
    error: AppErrorSchema.nullable(),
    concurrency: z.number().int().positive(),
    deadlineSeconds: z.number().int().positive(),
  })
  .strict()
export type ScanState = z.infer<typeof ScanState>

/** What one scan of one computer found; the estate keeps the last one and the outcome before it. */
export const ScanResult = z
  .object({
    id: ComputerId,
    /** ISO 8601. */
    at: z.string(),
    outcome: ScanOutcome,
    outcomeText: z.string(),
    outcomeNext: z.string().nullable(),
    hresult: Count.nullable(),
    /** What was read of the computer; null leaves what was read before. */
    read: z
      .object({
        name: z.string(),
        os: ComputerSystem,
        licence: ComputerLicence.nullable(),
        kmsHost: z.string().nullable(),
        cmid: z.string().nullable(),
        isKmsHost: z.boolean(),
        currentCount: Count.nullable(),
      })
      .strict()
      .nullable(),
  })
  .strict()
export type ScanResult = z.infer<typeof ScanResult>
