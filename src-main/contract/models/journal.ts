import { z } from 'zod'
import { AppErrorSchema } from './app-error-schema.ts'

/** One line of the journal. Lines are only ever added. No field holds an unmasked secret. */
export const JournalEntry = z
  .object({
    sequence: z.number().int(),
    /** ISO 8601, UTC, by the clock of the computer that the app runs on. */
    at: z.string(),
    planId: z.string(),
    /** The batch that it belongs to, as a line of the batch itself or of one of its computers; null for single plans. */
    batchId: z.string().nullable(),
    planTitle: z.string(),
    /** Null for lines about the plan as a whole. */
    step: z.number().int().nullable(),
    kind: z.string(),
    title: z.string(),
    target: z.string(),
    equivalent: z.string().nullable(),
    event: z.enum([
      'committed',
      'consented',
      'will-run',
      'done',
      'failed',
      'unknown',
      'skipped',
      'stopped',
      'resumed',
      'found-done',
      'found-not-done',
      'finished',
      'discarded',
      /** The step needs something that only people can give. */
      'waiting',
      /** It was given. */
      'provided',
    ]),
    /** What came back, in one sentence. */
    outcome: z.string().nullable(),
    error: AppErrorSchema.nullable(),
    /** The person at this computer, as DOMAIN\user or user@host. */
    who: z.string(),
  })
  .strict()
export type JournalEntry = z.infer<typeof JournalEntry>
