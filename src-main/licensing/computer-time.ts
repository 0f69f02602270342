import type { TargetClock } from '../contract/models/licensing-details.ts'

const minute = 60_000

/** A moment shifted so that its UTC fields show the local time of a computer. */
const shifted = (time: Date, { utcOffset }: Pick<TargetClock, 'utcOffset'>): Date =>
  new Date(time.getTime() + utcOffset * minute)

/**
 * A moment as `2026-11-22 14:03:05` in the local time of the computer that was looked at, by its present offset from UTC.
 * slmgr prints the regional format of the computer that it runs on; this one is the same everywhere and can be sorted.
 */
export const computerTime = (time: Date, clock: Pick<TargetClock, 'utcOffset'>): string =>
  shifted(time, clock).toISOString().slice(0, 19).replace('T', ' ')

/** What the computer's own clock will show when `minutes` are over, counted from when its clock was read. */
export const afterMinutes = ({ time }: Pick<TargetClock, 'time'>, minutes: number): Date =>
  new Date(Date.parse(time) + minutes * minute)

/** The computer's local clock, as a date whose UTC fields show it: for sentences that name a day there. */
export const localClock = (clock: Pick<TargetClock, 'time' | 'utcOffset'>): Date => shifted(new Date(clock.time), clock)
