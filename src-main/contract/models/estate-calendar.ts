import { z } from 'zod'
import { ComputerId, ComputerLicence, EstatePlace, GroupName, ScanOutcome } from './estate.ts'

const Count = z.number().int().nonnegative()

export const CalendarUnit = z.enum(['day', 'week'])
export type CalendarUnit = z.infer<typeof CalendarUnit>

/** Whose licences end when. `group` null: all computers of the place. */
export const CalendarQuestion = z
  .object({ place: EstatePlace, group: GroupName.nullable(), unit: CalendarUnit })
  .strict()
export type CalendarQuestion = z.infer<typeof CalendarQuestion>

/**
 * A span of the calendar. `overdue`: the end is past. `later`: after the 180 days that are shown one by one. `span`: a day or
 * a week (from Monday, the first one from today) in the local time of the computer that the app runs on.
 */
export const CalendarBucket = z
  .object({
    /** `overdue`, `later`, or the first day, `2026-11-22`. */
    key: z.string(),
    kind: z.enum(['overdue', 'span', 'later']),
    /** ISO 8601; null for `overdue`. */
    from: z.string().nullable(),
    /** ISO 8601, no longer in it; null for `later`. */
    to: z.string().nullable(),
    /** Activated ones, whose 180 days (or whatever they have) end. */
    licensed: Count,
    /** Those in a grace period. */
    grace: Count,
    /** Those whose grace is over already; in `overdue` alone. */
    ended: Count,
  })
  .strict()
export type CalendarBucket = z.infer<typeof CalendarBucket>

export const EstateCalendar = z
  .object({
    /** ISO 8601, by the app's clock: what is overdue is counted from it. */
    madeAt: z.string(),
    /** Computers in all; of these `ending` have an end, `permanent` have none, `ended` are past their grace already
     * (notification, unlicensed), `unread` have never been read. */
    total: Count,
    ending: Count,
    permanent: Count,
    ended: Count,
    unread: Count,
    /** Computers with an end whose last scan is older than a week: the end may have moved since. */
    stale: Count,
    /** Overdue first, then every span in its order (empty ones included), then later. */
    buckets: z.array(CalendarBucket),
  })
  .strict()
export type EstateCalendar = z.infer<typeof EstateCalendar>

/** A page of the computers of one bucket. */
export const CalendarRowsQuestion = CalendarQuestion.extend({
  /** `CalendarBucket.key`; null for all of them. */
  bucket: z.string().max(16).nullable(),
  /** `madeAt` of the calendar that is shown, so that its figures and these rows fit together. */
  madeAt: z.iso.datetime(),
  offset: Count,
  limit: z.number().int().min(1).max(500),
}).strict()
export type CalendarRowsQuestion = z.infer<typeof CalendarRowsQuestion>

export const CalendarRow = z
  .object({
    id: ComputerId,
    host: z.string(),
    name: z.string(),
    group: z.string().nullable(),
    outcome: ScanOutcome,
    kind: ComputerLicence.shape.kind,
    status: ComputerLicence.shape.status,
    /** ISO 8601; null where Windows tells no more than that it is over. */
    expiresAt: z.string().nullable(),
    lastScanAt: z.string().nullable(),
    /** Whether the last scan is older than a week. */
    stale: z.boolean(),
  })
  .strict()
export type CalendarRow = z.infer<typeof CalendarRow>

/** Earliest end first. `total`: of the bucket. */
export const CalendarRows = z.object({ rows: z.array(CalendarRow), total: Count }).strict()
export type CalendarRows = z.infer<typeof CalendarRows>
