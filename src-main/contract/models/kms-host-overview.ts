import { z } from 'zod'
import { AppErrorSchema } from './app-error-schema.ts'
import { KmsEndpointProbe } from './dns.ts'
import { Finding } from './finding.ts'
import { LicensingEvent } from './kms-host-report.ts'
import { LicenseSnapshot, LicenseStatus } from './license-snapshot.ts'
import { TargetRef } from './target.ts'

const count = z.number().int().nonnegative()

/** What the KMS hosts page asks about one host. `days`: how far back the requests are read. */
export const KmsHostQuestion = z.object({ target: TargetRef, days: z.number().int().min(1).max(90) }).strict()
export type KmsHostQuestion = z.infer<typeof KmsHostQuestion>

/** One setting of a KMS host as it is now. */
export const KmsHostSetting = z
  .object({
    setting: z.enum(['port', 'dnsPublishing', 'publishList', 'lowPriority', 'activationInterval', 'renewalInterval']),
    label: z.string(),
    /** Port and intervals (minutes) as numbers, switches as booleans, the publish list as its lines; null: not set or not read. */
    value: z.union([z.number(), z.boolean(), z.array(z.string())]).nullable(),
    /** The value in words: "2 hours", "On", "Only the host's own domain". */
    text: z.string(),
    editable: z.boolean(),
    /** Why it cannot be edited now; null where it can. */
    why: z.string().nullable(),
    /** It takes effect when the licensing service has been restarted. */
    needsRestart: z.boolean(),
  })
  .strict()
export type KmsHostSetting = z.infer<typeof KmsHostSetting>

/** The count against what one kind of computer needs (25 for Windows clients, 5 for servers). */
export const KmsThreshold = z
  .object({
    of: z.enum(['clients', 'servers']),
    needed: count,
    /** Null where the count could not be read. */
    reached: z.boolean().nullable(),
    /** Computers that are still missing; null where the count could not be read. */
    missing: count.nullable(),
    forecast: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('reached'), sentence: z.string() }).strict(),
      z
        .object({
          outcome: z.literal('expected'),
          /** ISO 8601 UTC. */
          at: z.string(),
          missing: count,
          perDay: z.number(),
          sentence: z.string(),
        })
        .strict(),
      z
        .object({
          outcome: z.literal('cannot-tell'),
          reason: z.enum(['count-unknown', 'no-requests', 'too-short', 'no-new-clients']),
          sentence: z.string(),
        })
        .strict(),
    ]),
  })
  .strict()
export type KmsThreshold = z.infer<typeof KmsThreshold>

/** The eight counters of a KMS host since its key was installed, by the state in which clients asked (slmgr.md, host block). */
export const KmsRequestCounters = z
  .object({
    /** Valid requests; those that failed are counted beside them. */
    total: count,
    failed: count,
    unlicensed: count,
    licensed: count,
    initialGrace: count,
    expiredOrOutOfTolerance: count,
    nonGenuineGrace: count,
    notification: count,
  })
  .strict()
export type KmsRequestCounters = z.infer<typeof KmsRequestCounters>

/** A client as its requests show it. */
export const KmsClientRow = z
  .object({
    cmid: z.string(),
    /** Every name under which it asked, the latest first. */
    names: z.array(z.string()),
    firstSeen: z.string(),
    lastSeen: z.string(),
    requests: count,
    refused: count,
    status: LicenseStatus,
    /** Result code of its latest request, unsigned; 0: taken. */
    lastCode: count,
    minimumCount: count.nullable(),
    activationId: z.string().nullable(),
    virtualMachine: z.boolean().nullable(),
    /** Whether several names share this machine ID within 30 days. */
    duplicate: z.boolean(),
  })
  .strict()
export type KmsClientRow = z.infer<typeof KmsClientRow>

/** Who asked and when, from event 12290. */
export const KmsRequests = z
  .object({
    /** ISO 8601 UTC: the span of the buckets, by the host's clock. */
    from: z.string(),
    to: z.string(),
    bucketMinutes: count,
    buckets: z.array(z.object({ start: z.string(), accepted: count, refused: count, clients: count }).strict()),
    total: count,
    /** Events 12290 that could not be read. */
    unreadable: count,
    /** True where the log holds more than was read, so that the oldest are missing. */
    truncated: z.boolean(),
    byStatus: z.array(z.object({ status: LicenseStatus, count }).strict()),
    refusals: z.array(
      z.object({ code: count, count, meaning: z.string(), clients: count, lastAt: z.string() }).strict(),
    ),
    /** The one seen last first; at most 500. */
    clients: z.array(KmsClientRow),
    /** Distinct client machine IDs, those beyond `clients` included. */
    clientTotal: count,
  })
  .strict()
export type KmsRequests = z.infer<typeof KmsRequests>

/** Everything that the KMS hosts page shows of one host. A part that could not be read is null with its error beside it. */
export const KmsHostOverview = z
  .object({
    snapshot: LicenseSnapshot,
    /** False where the computer has no KMS host key: then only snapshot, findings and port mean anything. */
    isKmsHost: z.boolean(),
    /** Channel of the KMS host product; null where there is none. */
    channel: z.string().nullable(),
    licensed: z.boolean(),
    settings: z.array(KmsHostSetting),
    currentCount: count.nullable(),
    thresholds: z.array(KmsThreshold),
    /** What the count means, sentences in order of importance. */
    countMeaning: z.array(z.string()),
    counters: KmsRequestCounters.nullable(),
    requests: KmsRequests.nullable(),
    requestsError: AppErrorSchema.nullable(),
    /** Events 12293 and 12294, newest first, at most 50. */
    publishEvents: z.array(LicensingEvent),
    publishEventsError: AppErrorSchema.nullable(),
    endpoint: KmsEndpointProbe,
    /** State of the service sppsvc as Windows names it ("Running"). It stops by itself when idle. */
    serviceState: z.string().nullable(),
    findings: z.array(Finding),
  })
  .strict()
export type KmsHostOverview = z.infer<typeof KmsHostOverview>
