import { z } from 'zod'
import { AppErrorSchema } from './app-error-schema.ts'
import { Finding } from './finding.ts'
import { SrvRecord } from './kms-host-report.ts'

/** One SRV record as it is written to DNS; `ttl` in seconds. */
export const SrvRecordValue = SrvRecord.extend({ ttl: z.number().int().nonnegative() })
export type SrvRecordValue = z.infer<typeof SrvRecordValue>

/** A KMS record as a person types it: texts, not yet checked (network/srv-record-input.ts checks them). */
export const SrvRecordInput = z
  .object({
    domain: z.string().max(1024),
    target: z.string().max(1024),
    port: z.string().max(64),
    priority: z.string().max(64),
    weight: z.string().max(64),
    /** Seconds. */
    ttl: z.string().max(64),
  })
  .strict()
export type SrvRecordInput = z.infer<typeof SrvRecordInput>

/** A change of the KMS records of a domain. Records are matched by target, port, priority and weight. */
export const SrvChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), record: SrvRecordValue }).strict(),
  z.object({ kind: z.literal('remove'), record: SrvRecord }).strict(),
  z.object({ kind: z.literal('change'), from: SrvRecord, to: SrvRecordValue }).strict(),
])
export type SrvChange = z.infer<typeof SrvChange>

/** Algorithms of TSIG (RFC 8945, 6), the recommended one first. */
export const TsigAlgorithm = z.enum([
  'hmac-sha256',
  'hmac-sha512',
  'hmac-sha384',
  'hmac-sha224',
  'hmac-sha1',
  'hmac-md5',
])
export type TsigAlgorithm = z.infer<typeof TsigAlgorithm>

/** What one authoritative server says to the SRV question. "Could not ask" is not "none". */
export const ServerAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('found'), records: z.array(SrvRecord) }).strict(),
  z.object({ outcome: z.literal('none') }).strict(),
  z.object({ outcome: z.literal('could-not-ask'), error: AppErrorSchema }).strict(),
])
export type ServerAnswer = z.infer<typeof ServerAnswer>

/** One server that serves a zone, and its answer. */
export const AuthoritativeServer = z
  .object({
    /** The server's name as the zone gives it. */
    name: z.string(),
    addresses: z.array(z.string()),
    /** The address that was asked last; null where none is known. */
    asked: z.string().nullable(),
    /** Whether the zone names it as the one that takes changes (MNAME of the SOA record). */
    primary: z.boolean(),
    answer: ServerAnswer,
  })
  .strict()
export type AuthoritativeServer = z.infer<typeof AuthoritativeServer>

/** A record, and on which of the servers that answered it is and is not. */
export const RecordPresence = z
  .object({ record: SrvRecord, on: z.array(z.string()), missingOn: z.array(z.string()) })
  .strict()
export type RecordPresence = z.infer<typeof RecordPresence>

/** What the authoritative servers of a domain say of its KMS records. */
export const AuthoritativeLookup = z.discriminatedUnion('outcome', [
  z
    .object({
      outcome: z.literal('asked'),
      domain: z.string(),
      /** `_vlmcs._tcp.<domain>`. */
      name: z.string(),
      zone: z.string(),
      /** MNAME of the zone's SOA record: the server that takes changes. */
      primary: z.string(),
      servers: z.array(AuthoritativeServer),
      records: z.array(RecordPresence),
      /** `unknown` where fewer than two servers answered. */
      agreement: z.enum(['agree', 'differ', 'unknown']),
    })
    .strict(),
  z.object({ outcome: z.literal('no-zone'), domain: z.string(), name: z.string(), error: AppErrorSchema }).strict(),
  z
    .object({ outcome: z.literal('could-not-ask'), domain: z.string(), name: z.string(), error: AppErrorSchema })
    .strict(),
])
export type AuthoritativeLookup = z.infer<typeof AuthoritativeLookup>

/** Whether the KMS interface answers behind a host and port. */
export const KmsEndpointProbe = z
  .object({
    host: z.string(),
    port: z.number().int(),
    outcome: z.enum(['kms', 'not-kms', 'other-service', 'refused', 'no-answer', 'name-not-found', 'failed']),
    detail: z.string().nullable(),
  })
  .strict()
export type KmsEndpointProbe = z.infer<typeof KmsEndpointProbe>

/** What is to be thought of one KMS record. `unsure` where it was not probed. */
export const JudgedRecord = z
  .object({
    record: SrvRecord,
    state: z.enum(['good', 'rogue', 'dead', 'unsure']),
    findings: z.array(Finding),
  })
  .strict()
export type JudgedRecord = z.infer<typeof JudgedRecord>

/** One way to let KMS records into a zone of BIND. */
export const BindWay = z
  .object({
    id: z.enum(['any', 'address-list', 'static', 'gss-tsig', 'tsig']),
    title: z.string(),
    /** What it does, and what it needs, in plain sentences. */
    explanation: z.string(),
    /** What can go wrong with it; null where nothing is to be said. */
    danger: z.string().nullable(),
    /** Whether KMS hosts can publish themselves that way, without this app. */
    automatic: z.boolean(),
    /** What to paste, in order. */
    blocks: z.array(z.object({ place: z.string(), text: z.string() }).strict()),
  })
  .strict()
export type BindWay = z.infer<typeof BindWay>
