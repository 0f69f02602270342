import type { CalendarBucket, CalendarRow, CalendarUnit, EstateCalendar } from '../contract/models/estate-calendar.ts'
import type { ComputerRow } from '../contract/models/estate.ts'
import { activationValidityDays } from '../licensing/kms-facts.ts'

const dayMs = 86_400_000
/** KMS clients renew every seven days (kms.md 1): after a longer time the end that was read may have moved. */
export const staleAfterMs = 7 * dayMs

const pad = (value: number): string => String(value).padStart(2, '0')
const dayKey = (time: Date): string => `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`

/** Midnight of the day that is `days` after that of `time`, in local time: days with 23 or 25 hours are days too. */
const midnight = (time: Date, days: number): Date =>
  new Date(time.getFullYear(), time.getMonth(), time.getDate() + days)

/**
 * Where the spans of a calendar begin, and at last where they end: 180 days from today on, or the weeks that hold them. The
 * first week begins today, because no day of it is past.
 */
export const spanStarts = (now: Date, unit: CalendarUnit): readonly Date[] => {
  const step = unit === 'day' ? 1 : 7
  const back = unit === 'day' ? 0 : (now.getDay() + 6) % 7
  const spans = Math.ceil((activationValidityDays + 1 + back) / step)
  return Array.from({ length: spans + 1 }, (_, index) => midnight(now, index === 0 ? 0 : index * step - back))
}

/** What becomes of a computer in the calendar. */
export type Ending =
  | { readonly kind: 'unread' | 'permanent' }
  /** Out of its grace already. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'licensed' | 'grace'; readonly at: number }

/** When the licence or the grace of a computer ends, as it was read last. */
export const endingOf = ({ licence, lastScanAt }: ComputerRow): Ending => {
  if (licence === null) return { kind: 'unread' }
  const { status, expiresAt, graceMinutes } = licence
  switch (status) {
    case 'notification':
    case 'unlicensed':
    case 'unknown':
      return { kind: 'ended' }
    case 'licensed':
    case 'oob-grace':
    case 'oot-grace':
    case 'non-genuine-grace':
    case 'extended-grace': {
      const read = expiresAt === null ? Number.NaN : Date.parse(expiresAt)
      const counted =
        Number.isNaN(read) && graceMinutes > 0 && lastScanAt !== null
          ? Date.parse(lastScanAt) + graceMinutes * 60_000
          : read
      if (Number.isNaN(counted)) return { kind: status === 'licensed' ? 'permanent' : 'ended' }
      return { kind: status === 'licensed' ? 'licensed' : 'grace', at: counted }
    }
  }
}

const isStale = (row: ComputerRow, now: number): boolean =>
  row.lastScanAt === null || now - Date.parse(row.lastScanAt) > staleAfterMs

interface Sums {
  licensed: number
  grace: number
  ended: number
}

const noSums = (): Sums => ({ licensed: 0, grace: 0, ended: 0 })

/** Which span a time is in: -1 before the first one's end where it is past, `starts.length - 1` after the last one. */
const spanOf = (starts: readonly Date[], at: number): number => {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle]?.getTime() ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** The key of the bucket in which a computer stands; null where it has no end. */
export const bucketKeyOf = (ending: Ending, starts: readonly Date[], now: number): string | null => {
  switch (ending.kind) {
    case 'unread':
    case 'permanent':
      return null
    case 'ended':
      return 'overdue'
    case 'licensed':
    case 'grace': {
      if (ending.at <= now) return 'overdue'
      const span = spanOf(starts, ending.at)
      const start = starts[span]
      return span === starts.length - 1 || start === undefined ? 'later' : dayKey(start)
    }
  }
}

/** Counts computers one by one into the spans of the next 180 days. `now` is the clock of the place. */
export const createCalendar = (now: Date, unit: CalendarUnit) => {
  const starts = spanStarts(now, unit)
  const sums = new Map<string, Sums>()
  const figures = { total: 0, ending: 0, permanent: 0, ended: 0, unread: 0, stale: 0 }
  return {
    add(row: ComputerRow): void {
      const ending = endingOf(row)
      figures.total += 1
      const key = bucketKeyOf(ending, starts, now.getTime())
      if (key !== null) {
        const sum = sums.get(key) ?? noSums()
        sums.set(key, sum)
        if (ending.kind === 'licensed' || ending.kind === 'grace' || ending.kind === 'ended') sum[ending.kind] += 1
        if (isStale(row, now.getTime())) figures.stale += 1
      }
      figures[ending.kind === 'licensed' || ending.kind === 'grace' ? 'ending' : ending.kind] += 1
    },
    finish(): EstateCalendar {
      const bucket = (
        key: string,
        kind: CalendarBucket['kind'],
        from: Date | undefined,
        to: Date | undefined,
      ): CalendarBucket => ({
        key,
        kind,
        from: from?.toISOString() ?? null,
        to: to?.toISOString() ?? null,
        ...(sums.get(key) ?? noSums()),
      })
      return {
        madeAt: now.toISOString(),
        ...figures,
        buckets: [
          bucket('overdue', 'overdue', undefined, now),
          ...starts.slice(0, -1).map((from, index) => bucket(dayKey(from), 'span', from, starts[index + 1])),
          bucket('later', 'later', starts.at(-1), undefined),
        ],
      }
    },
  }
}

/** Collects the computers of one bucket (null: of all), and gives a page of them: those that ended first, then by their end. */
export const createCalendarRows = (now: Date, unit: CalendarUnit, bucket: string | null) => {
  const starts = spanStarts(now, unit)
  const found: CalendarRow[] = []
  return {
    add(row: ComputerRow): void {
      const ending = endingOf(row)
      const key = bucketKeyOf(ending, starts, now.getTime())
      if (key === null || row.licence === null || (bucket !== null && key !== bucket)) return
      found.push({
        id: row.id,
        host: row.host,
        name: row.name,
        group: row.group,
        outcome: row.outcome,
        kind: row.licence.kind,
        status: row.licence.status,
        expiresAt: 'at' in ending ? new Date(ending.at).toISOString() : null,
        lastScanAt: row.lastScanAt,
        stale: isStale(row, now.getTime()),
      })
    },
    page(offset: number, limit: number) {
      const rows = found
        .toSorted(
          (left, right) =>
            (left.expiresAt ?? '').localeCompare(right.expiresAt ?? '') || left.name.localeCompare(right.name),
        )
        .slice(offset, offset + limit)
      return { rows, total: found.length }
    },
  }
}
