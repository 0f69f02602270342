import { z } from 'zod'
import { AppErrorSchema } from './app-error-schema.ts'
import { TypedDomain, TypedServer } from './dns-survey.ts'
import { ComputerId, ComputerIds, EstatePlace } from './estate.ts'

const Count = z.number().int().nonnegative()

/** Which map: of a place, with the DNS domains to ask. */
export const MapQuestion = z
  .object({
    place: EstatePlace,
    /** At most 20. Empty: the domains of the computers, those with the most computers first. */
    domains: z.array(TypedDomain).max(20),
    /** Where the search for each zone begins; empty: the DNS servers of this computer (in the Lab, the Lab's). */
    servers: z.array(TypedServer).max(8),
  })
  .strict()
export type MapQuestion = z.infer<typeof MapQuestion>

/** What an SRV record leads to. */
export const MapRecord = z
  .object({
    /** The host of the map that it names (`MapHost.key`). */
    host: z.string(),
    port: z.number().int(),
    priority: z.number().int(),
    weight: z.number().int(),
    state: z.enum(['good', 'rogue', 'dead', 'unsure']),
  })
  .strict()
export type MapRecord = z.infer<typeof MapRecord>

/** One DNS domain. `could-not-ask` is not `none`. */
export const MapDomain = z
  .object({
    domain: z.string(),
    state: z.enum(['records', 'none', 'no-zone', 'could-not-ask']),
    records: z.array(MapRecord),
  })
  .strict()
export type MapDomain = z.infer<typeof MapDomain>

/**
 * What is to be thought of a KMS host. `below-threshold`: it counts fewer than 25 computers, so that Windows clients are
 * refused (kms.md 1). `gone`: clients lead to it, and no KMS service answers there. `rogue`: nobody named it as a KMS host; it
 * answers though others are named, or a scan found it and DNS does not know it.
 */
export const MapHostState = z.enum(['serving', 'below-threshold', 'unknown', 'rogue', 'gone'])
export type MapHostState = z.infer<typeof MapHostState>

export const MapHost = z
  .object({
    /** The name in small letters without a port: what records and clients lead to. */
    key: z.string(),
    name: z.string(),
    /** The computer of the estate; null where it is none. */
    computer: ComputerId.nullable(),
    /** Whether a plan set it up or a person added it. That a scan found it says nothing: it may be a rogue host. */
    known: z.boolean(),
    inDns: z.boolean(),
    state: MapHostState,
    /** Computers that it counts; null where it was not read. */
    currentCount: Count.nullable(),
    /** Clients of the estate that lead to it. */
    clients: Count,
  })
  .strict()
export type MapHost = z.infer<typeof MapHost>

/** How many clients are in which state. */
export const ClientStates = z
  .object({ licensed: Count, grace: Count, notification: Count, unlicensed: Count, unknown: Count })
  .strict()
export type ClientStates = z.infer<typeof ClientStates>

/** Clients that are shown together: those of one group of the estate, else of one domain, that lead to the same host. */
export const MapClients = z
  .object({
    key: z.string(),
    /** Name of the group or of the domain; null for what is left over where there are too many. */
    name: z.string().nullable(),
    by: z.enum(['group', 'domain', 'workgroup', 'rest']),
    /** `MapHost.key`; null where they name no host. */
    host: z.string().nullable(),
    total: Count,
    states: ClientStates,
  })
  .strict()
export type MapClients = z.infer<typeof MapClients>

export const MapFindingKind = z.enum([
  'dead-record',
  'rogue-host',
  'host-gone',
  'host-below-threshold',
  'duplicate-cmid',
  'split-clients',
  'no-host',
  'dns-not-asked',
  'no-records',
  'no-known-host',
])
export type MapFindingKind = z.infer<typeof MapFindingKind>

/** A problem of the estate, with what to do. */
export const MapFinding = z
  .object({
    kind: MapFindingKind,
    level: z.enum(['info', 'warning', 'problem']),
    message: z.string(),
    remedy: z.string(),
    host: z.string().nullable(),
    domain: z.string().nullable(),
    /** The computers concerned; `names` has the names of the first twenty. */
    computers: ComputerIds,
    names: z.array(z.string()).max(20),
  })
  .strict()
export type MapFinding = z.infer<typeof MapFinding>

/** DNS → KMS hosts → clients. */
export const EstateMap = z
  .object({
    /** ISO 8601. */
    madeAt: z.string(),
    /** All computers of the place, those that were read at least once, KMS clients, and those activated another way. */
    computers: Count,
    read: Count,
    kmsClients: Count,
    otherChannels: Count,
    domains: z.array(MapDomain),
    hosts: z.array(MapHost),
    clients: z.array(MapClients),
    /** Problems first. */
    findings: z.array(MapFinding),
    /** Why DNS could not be asked at all; null where it was. */
    dnsError: AppErrorSchema.nullable(),
  })
  .strict()
export type EstateMap = z.infer<typeof EstateMap>
