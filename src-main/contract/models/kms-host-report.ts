import { z } from 'zod'
import { AppErrorSchema } from './app-error-schema.ts'
import { LicenseSnapshot } from './license-snapshot.ts'

/** One SRV record of `_vlmcs._tcp.<domain>` (kms.md 3). */
export const SrvRecord = z
  .object({
    target: z.string(),
    port: z.number().int(),
    priority: z.number().int(),
    weight: z.number().int(),
    /** Seconds; null where the resolver does not tell. */
    ttl: z.number().int().nullable(),
  })
  .strict()
export type SrvRecord = z.infer<typeof SrvRecord>

/** The answer to an SRV question. "Could not ask" is not "none". */
export const SrvLookup = z.discriminatedUnion('outcome', [
  z
    .object({
      outcome: z.literal('found'),
      name: z.string(),
      server: z.string().nullable(),
      records: z.array(SrvRecord),
    })
    .strict(),
  z.object({ outcome: z.literal('none'), name: z.string(), server: z.string().nullable() }).strict(),
  z
    .object({
      outcome: z.literal('could-not-ask'),
      name: z.string(),
      server: z.string().nullable(),
      error: AppErrorSchema,
    })
    .strict(),
])
export type SrvLookup = z.infer<typeof SrvLookup>

/** One event of the licensing service, its data taken by position and never from the localised message. */
export const LicensingEvent = z
  .object({
    id: z.number().int(),
    log: z.string(),
    /** ISO 8601, UTC. */
    time: z.string(),
    data: z.array(z.string()),
    /** What it says, in plain words. */
    meaning: z.string(),
  })
  .strict()
export type LicensingEvent = z.infer<typeof LicensingEvent>

/** Whether the KMS port of the host answers from where the app runs. */
export const PortProbe = z
  .object({
    host: z.string(),
    port: z.number().int(),
    outcome: z.enum(['open', 'refused', 'no-answer', 'name-not-found', 'failed']),
    detail: z.string().nullable(),
  })
  .strict()
export type PortProbe = z.infer<typeof PortProbe>

/** The result of verifying a KMS host. */
export const KmsHostReport = z
  .object({
    snapshot: LicenseSnapshot,
    /** Channel of the KMS host product, null if there is none. */
    channel: z.string().nullable(),
    licensed: z.boolean(),
    currentCount: z.number().int().nullable(),
    requiredCount: z.number().int().nullable(),
    srv: z.array(SrvLookup),
    port: PortProbe,
    events: z.array(LicensingEvent),
    eventsError: AppErrorSchema.nullable(),
    /** State of the service sppsvc as Windows names it ("Running"). It stops by itself when idle. */
    serviceState: z.string(),
  })
  .strict()
export type KmsHostReport = z.infer<typeof KmsHostReport>
