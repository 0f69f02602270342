import { expect, test } from 'vitest'
import type { CalendarBucket, EstateCalendar } from '../../../../src-main/contract/models/estate-calendar.ts'
import { axisTop, expiryBars } from '../../../../src-renderer/pages/expiry/expiry-bars.ts'

const madeAt = '2026-11-22T12:00:00.000Z'
const inDays = (days: number): string => new Date(Date.parse(madeAt) + days * 86_400_000).toISOString()
const bucket = (changes: Partial<CalendarBucket>): CalendarBucket => ({
  key: 'span',
  kind: 'span',
  from: null,
  to: null,
  licensed: 1,
  grace: 0,
  ended: 0,
  ...changes,
})
const calendar: EstateCalendar = {
  madeAt,
  total: 11,
  ending: 7,
  permanent: 0,
  ended: 4,
  unread: 0,
  stale: 0,
  buckets: [
    bucket({ key: 'overdue', kind: 'overdue', licensed: 0, ended: 4 }),
    bucket({ from: inDays(0), to: inDays(7), grace: 2 }),
    bucket({ from: inDays(143), to: inDays(150) }),
    bucket({ from: inDays(144), to: inDays(151) }),
    bucket({ key: 'later', kind: 'later', licensed: 2 }),
  ],
}

test('the plot and what comes after it have every computer with an end to come, once', () => {
  const { spans, ending, after } = expiryBars(calendar)
  expect(spans.map(({ to }) => to)).toEqual([inDays(7), inDays(150)])
  expect([ending, after]).toEqual([4, 3])
  expect(ending + after).toBe(calendar.ending)
})

test.each([
  [0, 4],
  [4, 4],
  [5, 8],
  [9, 20],
  [21, 40],
  [75, 80],
  [5330, 8000],
])('an axis for %i computers ends at %i', (most, top) => {
  expect(axisTop(most)).toBe(top)
  expect(top % 4).toBe(0)
})
