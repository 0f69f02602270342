import { expect, test } from 'vitest'
import type { ComputerRow } from '../../../src-main/contract/models/estate.ts'
import { createCalendar, createCalendarRows, spanStarts } from '../../../src-main/deployment/calendar.ts'
import { computerRow, licence } from './rows.ts'

const now = new Date(2026, 10, 22, 14, 0)
const inDays = (days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString()
const ending = (id: number, days: number, changes: Partial<ComputerRow> = {}): ComputerRow =>
  computerRow(id, { licence: licence({ expiresAt: inDays(days) }), ...changes })

const rows: readonly ComputerRow[] = [
  ending(1, -2),
  ending(2, 0.1),
  ending(3, 10),
  ending(4, 10.01, { licence: licence({ status: 'oob-grace', expiresAt: inDays(10.01) }) }),
  ending(5, 400),
  computerRow(6, { licence: licence({ status: 'notification', expiresAt: null, graceMinutes: 0 }) }),
  computerRow(7, { licence: licence({ kind: 'mak', expiresAt: null, graceMinutes: 0 }) }),
  computerRow(8, { licence: null, outcome: 'asleep' }),
  ending(9, 50, { lastScanAt: inDays(-8) }),
]

test.each(['day', 'week'] as const)('every computer with an end stands in one %s, overdue ones first', (unit) => {
  const calendar = createCalendar(now, unit)
  rows.forEach(calendar.add)
  const { buckets, ...figures } = calendar.finish()
  expect(figures).toMatchObject({ total: 9, ending: 6, permanent: 1, ended: 1, unread: 1, stale: 1 })
  expect(buckets[0]).toMatchObject({ kind: 'overdue', licensed: 1, ended: 1 })
  expect(buckets.at(-1)).toMatchObject({ kind: 'later', licensed: 1 })
  const spans = buckets.slice(1, -1)
  expect(spans.reduce((sum, { licensed, grace }) => sum + licensed + grace, 0)).toBe(4)
  expect(spans[0]).toMatchObject({ licensed: 1 })
  expect(spans.filter(({ grace }) => grace === 1)).toHaveLength(1)
})

test('spans begin today, follow each other without a gap, weeks begin on Monday, and 180 days are covered', () => {
  for (const unit of ['day', 'week'] as const) {
    const starts = spanStarts(now, unit)
    expect(starts[0]).toEqual(new Date(2026, 10, 22))
    expect(starts.at(-1)?.getTime()).toBeGreaterThanOrEqual(now.getTime() + 180 * 86_400_000)
    expect(starts.every((start) => start.getHours() === 0)).toBe(true)
  }
  expect(
    spanStarts(now, 'week')
      .slice(1)
      .every((start) => start.getDay() === 1),
  ).toBe(true)
  const monday = spanStarts(new Date(2026, 10, 23, 0, 0), 'week')
  expect(monday.slice(0, 2)).toEqual([new Date(2026, 10, 23), new Date(2026, 10, 30)])
})

test('the rows of a bucket are those that it counts, earliest end first, in pages', () => {
  const overdue = createCalendarRows(now, 'week', 'overdue')
  rows.forEach(overdue.add)
  expect(overdue.page(0, 10)).toMatchObject({ total: 2, rows: [{ id: 6, expiresAt: null }, { id: 1 }] })
  expect(overdue.page(1, 10).rows.map(({ id }) => id)).toEqual([1])
  const all = createCalendarRows(now, 'week', null)
  rows.forEach(all.add)
  expect(all.page(0, 10).rows.map(({ id }) => id)).toEqual([6, 1, 2, 3, 4, 9, 5])
  expect(all.page(0, 10).rows.find(({ id }) => id === 9)).toMatchObject({ stale: true })
})

test('an end that Windows gave as minutes alone is counted from the scan', () => {
  const calendar = createCalendarRows(now, 'day', null)
  calendar.add(
    computerRow(1, { lastScanAt: now.toISOString(), licence: licence({ expiresAt: null, graceMinutes: 1440 }) }),
  )
  expect(calendar.page(0, 1).rows).toMatchObject([{ expiresAt: inDays(1) }])
})
