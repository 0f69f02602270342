import { z } from 'zod'
import { DnsPlace } from './dns-survey.ts'
import { LicenseStatus, ProductKind } from './license-snapshot.ts'
import { CredentialRef } from './target.ts'

/** Where an estate is: the network, or one Lab scenario. */
export const EstatePlace = DnsPlace
export type EstatePlace = z.infer<typeof EstatePlace>

/** What a scan of one computer came to. The first twelve say why nothing could be read. */
export const scanOutcomes = [
  'never-scanned',
  'name-not-found',
  'asleep',
  'refused',
  'access-denied',
  'wrong-password',
  'uac-filtered',
  'wmi-broken',
  'unsupported-version',
  'timed-out',
  'engine-lost',
  'stopped',
  'licensed',
  'grace',
  'notification',
  'unlicensed',
  'kms-host',
  'no-product-key',
] as const
export const ScanOutcome = z.enum(scanOutcomes)
export type ScanOutcome = z.infer<typeof ScanOutcome>

/** The number of a computer in the app's data; never used again for another one. */
export const ComputerId = z.number().int().positive()
export type ComputerId = z.infer<typeof ComputerId>
/** A selection: at most 100,000 computers. */
export const ComputerIds = z.array(ComputerId).max(100_000)

/** A group, a tag: what people type to find computers again. */
export const GroupName = z.string().trim().min(1).max(100)
export const Tag = z.string().trim().min(1).max(60)
export const Tags = z.array(Tag).max(40)
export const Note = z.string().max(2000)

/** The Windows of a computer as it was read last. */
export const ComputerSystem = z.object({ caption: z.string(), build: z.number().int(), isServer: z.boolean() }).strict()
export type ComputerSystem = z.infer<typeof ComputerSystem>

/** The licence of a computer's primary Windows product as it was read last. */
export const ComputerLicence = z
  .object({
    kind: ProductKind,
    /** The channel part of Description, for example `VOLUME_KMSCLIENT`. */
    channel: z.string(),
    status: LicenseStatus,
    /** LicenseStatusReason as unsigned HRESULT. */
    statusReason: z.number().int().nonnegative(),
    /** Minutes; 0 means permanent when licensed. */
    graceMinutes: z.number().int().nonnegative(),
    /** ISO 8601: when the licence or the grace ends; null where it does not. */
    expiresAt: z.string().nullable(),
    partialKey: z.string().nullable(),
  })
  .strict()
export type ComputerLicence = z.infer<typeof ComputerLicence>

/** How a computer came into the estate. */
export const ComputerSource = z.enum(['typed', 'file', 'range', 'directory'])
export type ComputerSource = z.infer<typeof ComputerSource>

/** One computer of an estate: the one shape of table, reports, map and calendar. */
export const ComputerRow = z
  .object({
    id: ComputerId,
    place: EstatePlace,
    /** The name or address with which the app connects. */
    host: z.string(),
    /** Its full name once it was read, else `host`. */
    name: z.string(),
    group: z.string().nullable(),
    tags: z.array(z.string()),
    note: z.string().nullable(),
    /** The organisational unit as a path, for example `contoso.com/Berlin/Clients`, or as it was given. */
    ou: z.string().nullable(),
    source: ComputerSource,
    /** The account with which it is reached: its own or its group's; null for the person at the app. */
    user: z.string().nullable(),
    /** Whether the password of that account has to be entered (again). */
    passwordNeeded: z.boolean(),
    os: ComputerSystem.nullable(),
    outcome: ScanOutcome,
    /** What the scan came to, in one sentence. */
    outcomeText: z.string(),
    /** What to do next, in one sentence; null where there is nothing to do. */
    outcomeNext: z.string().nullable(),
    licence: ComputerLicence.nullable(),
    /** The KMS host that activated it, or that it would ask. */
    kmsHost: z.string().nullable(),
    cmid: z.string().nullable(),
    isKmsHost: z.boolean(),
    currentCount: z.number().int().nonnegative().nullable(),
    /** ISO 8601. */
    lastScanAt: z.string().nullable(),
    /** What the scan before the last one came to; null where there was none. */
    previousOutcome: ScanOutcome.nullable(),
    /** Windows' own result code where the scan failed. */
    hresult: z.number().int().nonnegative().nullable(),
  })
  .strict()
export type ComputerRow = z.infer<typeof ComputerRow>

/** One page: computers with a greater id than `after`, in the order of their ids. */
export const ComputerPageQuestion = z
  .object({ place: EstatePlace, after: ComputerId.nullable(), limit: z.number().int().min(1).max(500) })
  .strict()
export type ComputerPageQuestion = z.infer<typeof ComputerPageQuestion>
/** `next`: what `after` is for the next page; null at the end. `total`: all computers of the place. */
export const ComputerPage = z
  .object({ rows: z.array(ComputerRow), next: ComputerId.nullable(), total: z.number().int().nonnegative() })
  .strict()
export type ComputerPage = z.infer<typeof ComputerPage>

/** What changed in an estate, told at most ten times a second. `reload`: more than is told singly; list again. */
export const ComputersEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('changed'), rows: z.array(ComputerRow).max(500) }).strict(),
  z.object({ event: z.literal('removed'), ids: z.array(ComputerId).max(5000) }).strict(),
  z.object({ event: z.literal('reload') }).strict(),
  z.object({ event: z.literal('groups') }).strict(),
])
export type ComputersEvent = z.infer<typeof ComputersEvent>

/** One change to many computers; what is left out stays. */
export const ComputerChange = z
  .object({
    /** Null takes the computer out of its group; a new name makes the group. */
    group: GroupName.nullable().optional(),
    addTags: Tags.optional(),
    removeTags: Tags.optional(),
    note: Note.nullable().optional(),
    /** The user name is kept, the password stays in memory alone; null: the account of the group or the person. */
    credential: CredentialRef.nullable().optional(),
  })
  .strict()
export type ComputerChange = z.infer<typeof ComputerChange>

/** A group of one estate. */
export const ComputerGroup = z
  .object({
    name: z.string(),
    computers: z.number().int().nonnegative(),
    user: z.string().nullable(),
    passwordNeeded: z.boolean(),
  })
  .strict()
export type ComputerGroup = z.infer<typeof ComputerGroup>

/** Makes or changes a group. `newName` renames it; `credential` left out stays, null takes it away. */
export const GroupChange = z
  .object({
    place: EstatePlace,
    name: GroupName,
    newName: GroupName.optional(),
    credential: CredentialRef.nullable().optional(),
  })
  .strict()
export type GroupChange = z.infer<typeof GroupChange>

const ColumnId = z.string().min(1).max(64)

/** A view of the table that people keep. Which columns there are is the window's business. */
export const SavedView = z
  .object({
    name: z.string().trim().min(1).max(80),
    search: z.string().max(256),
    filters: z.array(z.object({ column: ColumnId, values: z.array(z.string().max(256)).max(200) }).strict()).max(20),
    sort: z.array(z.object({ column: ColumnId, descending: z.boolean() }).strict()).max(4),
    groupBy: z.array(ColumnId).max(2),
    /** The columns shown, in their order. */
    columns: z
      .array(z.object({ column: ColumnId, width: z.number().int().min(20).max(2000).nullable() }).strict())
      .max(60),
  })
  .strict()
export type SavedView = z.infer<typeof SavedView>
