import { z } from 'zod'
import { AppErrorSchema } from './app-error-schema.ts'
import { LicensingEvent } from './kms-host-report.ts'
import { LicenseSnapshot } from './license-snapshot.ts'

/** A KMS client after it asked for activation: its licence, and what its events of the last day tell. */
export const KmsClientReport = z
  .object({
    snapshot: LicenseSnapshot,
    /** Events 12288 and 12289, newest first. */
    events: z.array(LicensingEvent),
    /** Why the events could not be read; null where they could. */
    eventsError: AppErrorSchema.nullable(),
  })
  .strict()
export type KmsClientReport = z.infer<typeof KmsClientReport>
