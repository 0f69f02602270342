import { z } from 'zod'
import { AppErrorSchema } from '../contract/models/app-error-schema.ts'
import { AuthoritativeLookup, KmsEndpointProbe, SrvChange, TsigAlgorithm } from '../contract/models/dns.ts'
import { SystemKeyAnswer } from '../contract/models/product-key-check.ts'
import { PortProbe, SrvLookup, SrvRecord } from '../contract/models/kms-host-report.ts'

/**
 * The messages between main and an engine process: the same envelopes as between window and main, checked with zod on
 * both sides. Passwords travel only inside these messages, never on a command line or in the environment.
 */

/** Which place an engine works in: the real network, or the Lab whose state is kept in a folder. */
export const EngineSite = z.discriminatedUnion('place', [
  z.object({ place: z.literal('network') }).strict(),
  z.object({ place: z.literal('lab'), scenario: z.string().min(1).max(64), folder: z.string().min(1) }).strict(),
])
export type EngineSite = z.infer<typeof EngineSite>

type CimScalar = string | number | boolean | Date | null
type PlainCimObject = Record<string, CimScalar | CimScalar[]>

const isCimScalar = (value: unknown): boolean => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  return value instanceof Date && !Number.isNaN(value.getTime())
}

const isCimObject = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  return Object.values(value).every((member) =>
    Array.isArray(member) ? member.every(isCimScalar) : isCimScalar(member),
  )
}

/** Checked in one go: thousands of computers give hundreds of values each, for which schemas of every value take too long. */
export const CimObjectSchema = z.custom<PlainCimObject>(isCimObject, 'Expected a WMI object')

const Credential = z.object({ user: z.string(), password: z.string() }).strict()

const TsigCredential = z
  .object({ name: z.string().min(1).max(255), algorithm: TsigAlgorithm, secret: z.string().max(1024) })
  .strict()
const SrvUpdateSchema = z
  .object({
    zone: z.string().max(255),
    owner: z.string().max(255),
    seen: z.array(SrvRecord).max(1000),
    change: SrvChange,
    server: z.string().max(300),
    key: TsigCredential.nullable(),
    transport: z.enum(['udp-first', 'tcp']).optional(),
  })
  .strict()

export const EngineOperation = z.discriminatedUnion('op', [
  z
    .object({
      op: z.literal('connect'),
      site: EngineSite,
      host: z.string().nullable(),
      credential: Credential.optional(),
      namespace: z.string().max(256),
    })
    .strict(),
  z.object({ op: z.literal('query'), session: z.string(), wql: z.string().max(16_384) }).strict(),
  z
    .object({
      op: z.literal('call'),
      session: z.string(),
      path: z.string().max(2048),
      method: z.string().max(128),
      input: CimObjectSchema,
    })
    .strict(),
  z.object({ op: z.literal('delete-instance'), session: z.string(), path: z.string().max(2048) }).strict(),
  z.object({ op: z.literal('close'), session: z.string() }).strict(),
  z
    .object({
      op: z.literal('resolve-srv'),
      site: EngineSite,
      name: z.string().max(255),
      server: z.string().optional(),
    })
    .strict(),
  z
    .object({
      op: z.literal('probe'),
      site: EngineSite,
      host: z.string().max(255),
      port: z.number().int().min(1).max(65535),
    })
    .strict(),
  z
    .object({
      op: z.literal('lookup-authoritative'),
      site: EngineSite,
      domain: z.string().max(1024),
      servers: z.array(z.string().max(300)).max(20).optional(),
    })
    .strict(),
  z.object({ op: z.literal('update-srv'), site: EngineSite, update: SrvUpdateSchema }).strict(),
  z
    .object({
      op: z.literal('probe-kms'),
      site: EngineSite,
      host: z.string().max(255),
      port: z.number().int().min(1).max(65535),
    })
    .strict(),
  /** Looks at a computer in one go: its port, then a connection, then the questions side by side. */
  z
    .object({
      op: z.literal('read-many'),
      site: EngineSite,
      host: z.string().max(255).nullable(),
      credential: Credential.optional(),
      namespace: z.string().max(256),
      /** TCP port that is tried first, because a dead computer holds a connection up for minutes; null: none. */
      port: z.number().int().min(1).max(65535).nullable(),
      /** Each one a list of queries that name fewer and fewer properties: the first that is not refused counts. */
      questions: z
        .array(z.array(z.string().max(16_384)).min(1).max(8))
        .min(1)
        .max(16),
      /** How many computers the engine looks at together. One more waits for its turn, and its deadline begins with it. */
      atOnce: z.number().int().positive().max(1024),
    })
    .strict(),
  /** A product key, asked about at this computer's own pidgenx.dll. */
  z.object({ op: z.literal('identify-key'), key: z.string().max(64) }).strict(),
])
export type EngineOperation = z.infer<typeof EngineOperation>

/** Longest deadline that an engine accepts, in milliseconds: one hour. */
export const longestDeadline = 3_600_000

export const EngineRequest = z.discriminatedUnion('type', [
  z
    .object({
      type: z.literal('request'),
      /** Rises with every request; an engine refuses one that it has seen. */
      id: z.number().int().positive(),
      /** Milliseconds after which the engine gives the wait up. */
      deadline: z.number().int().positive().max(longestDeadline),
      operation: EngineOperation,
    })
    .strict(),
  z.object({ type: z.literal('cancel'), id: z.number().int().positive() }).strict(),
])
export type EngineRequest = z.infer<typeof EngineRequest>

const SrvUpdateDone = z.object({ server: z.string(), over: z.enum(['udp', 'tcp']), signed: z.boolean() }).strict()
const SrvUpdateResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: SrvUpdateDone }).strict(),
  z.object({ ok: z.literal(false), error: AppErrorSchema }).strict(),
])

/** The answer to one question of `read-many`: the rows, and which of its queries gave them. */
const ReadAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), at: z.number().int().nonnegative(), rows: z.array(CimObjectSchema) }).strict(),
  z.object({ ok: z.literal(false), error: AppErrorSchema }).strict(),
])
const ReadMany = z
  .object({
    probe: PortProbe.nullable(),
    /** Why no connection came about; null where one did, and where the port had said that none can. */
    error: AppErrorSchema.nullable(),
    /** One per question, in their order; none without a connection. */
    answers: z.array(ReadAnswer),
  })
  .strict()

/** What an engine answers to each operation; main checks the value by the operation that it asked for. */
export const engineValueSchemas = {
  connect: z.object({ session: z.string().min(1) }).strict(),
  query: z.array(CimObjectSchema),
  call: CimObjectSchema,
  'delete-instance': z.null(),
  close: z.null(),
  'resolve-srv': SrvLookup,
  probe: PortProbe,
  'lookup-authoritative': AuthoritativeLookup,
  'update-srv': SrvUpdateResult,
  'probe-kms': KmsEndpointProbe,
  'read-many': ReadMany,
  'identify-key': SystemKeyAnswer,
} as const
export type EngineValues = { readonly [Op in EngineOperation['op']]: z.infer<(typeof engineValueSchemas)[Op]> }

export const EngineReply = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), pid: z.number().int() }).strict(),
  z
    .object({
      type: z.literal('reply'),
      /** The request that is answered; 0 where a message was refused that has no readable id. */
      id: z.number().int().nonnegative(),
      result: z.discriminatedUnion('ok', [
        z.object({ ok: z.literal(true), value: z.unknown() }).strict(),
        z.object({ ok: z.literal(false), error: AppErrorSchema }).strict(),
      ]),
    })
    .strict(),
])
export type EngineReply = z.infer<typeof EngineReply>
