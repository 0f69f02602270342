import type { CalendarBucket } from '../../../src-main/contract/models/estate-calendar.ts'
import { timeText } from '../../format/time.ts'
import { calendar as words } from '../../strings/deployment/calendar.ts'

const day = (time: number): string => timeText(new Date(time).toISOString()).slice(0, 10)

/** A bucket by name: `2026-11-23`, `2026-11-23 to 2026-11-29`, `Overdue`, `Later`. */
export const bucketName = ({ kind, from, to }: Pick<CalendarBucket, 'kind' | 'from' | 'to'>): string => {
  switch (kind) {
    case 'overdue':
      return words.overdue
    case 'later':
      return words.later
    case 'span':
      return from === null || to === null ? '' : words.span(day(Date.parse(from)), day(Date.parse(to) - 1))
  }
}

/** How many computers stand in a bucket. */
export const bucketTotal = ({ licensed, grace, ended }: Pick<CalendarBucket, 'licensed' | 'grace' | 'ended'>): number =>
  licensed + grace + ended
