import { describe, expect, it } from 'vitest'
import { explainCount, forecastThreshold } from '../../../src-main/licensing/threshold-forecast.ts'
import { cmidOf, requestsFrom } from './kms-request-events.ts'

const now = new Date('2026-03-31T00:00:00Z')
const hour = 3_600_000
const hoursAgo = (hours: number): string => new Date(now.getTime() - hours * hour).toISOString()
/** One new client each at these many hours before now. */
const fresh = (...hours: number[]) =>
  requestsFrom(...hours.map((ago, index) => ({ at: hoursAgo(ago), cmid: cmidOf(index) })))
const forecast = (requests: ReturnType<typeof fresh>, count: number | null = 4, threshold = 25) =>
  forecastThreshold({ now, count, threshold, requests })

describe('the forecast of a threshold', () => {
  it('is that it is reached where the count says so', () => {
    expect(forecast([], 25)).toEqual({
      outcome: 'reached',
      sentence: 'The count is 25, so the 25 that are needed are reached.',
    })
    expect(forecast([], 5, 5).outcome).toBe('reached')
    expect(forecast([], 24).outcome).toBe('cannot-tell')
  })

  it('goes on at the pace of new clients', () => {
    // Four in four days is one a day; 21 are missing.
    expect(forecast(fresh(96, 72, 48, 24))).toEqual({
      outcome: 'expected',
      at: new Date(now.getTime() + 21 * 24 * hour).toISOString(),
      missing: 21,
      perDay: 1,
      sentence: '4 computers asked for the first time in the last 4 days; 21 more are needed.',
    })
  })

  it('says hours, a day and a single computer as people do', () => {
    expect(forecast(fresh(10), 24)).toMatchObject({
      perDay: 2.4,
      missing: 1,
      sentence: '1 computer asked for the first time in the last 10 hours; 1 more is needed.',
    })
    expect(forecast(fresh(25, 20)).sentence).toContain('2 computers asked for the first time in the last day;')
  })

  it('looks at the last week alone for what is new, though the log is older', () => {
    // Clients 0 to 2 were first seen earlier; two new ones in seven days.
    expect(forecast(fresh(29 * 24, 20 * 24, 7 * 24 + 1, 48, 24), 5)).toMatchObject({ perDay: 2 / 7, missing: 20 })
    const again = requestsFrom({ at: hoursAgo(10 * 24) }, { at: hoursAgo(1) }, { at: hoursAgo(24), cmid: cmidOf(2) })
    expect(forecast(fresh(7 * 24))).toMatchObject({ perDay: 1 / 7 })
    expect(forecast(again)).toMatchObject({ perDay: 1 / 7 })
  })

  it('takes no more as new than the host counts, except beside a count of 0', () => {
    expect(forecast(fresh(96, 72, 48, 24), 2)).toMatchObject({ perDay: 0.5 })
    expect(forecast(fresh(96, 72, 48, 24), 0)).toMatchObject({ perDay: 1, missing: 25 })
  })

  it('passes over refused, old and future requests', () => {
    const none = [
      ...requestsFrom({ at: hoursAgo(5), code: '0xC004F06C' }),
      ...requestsFrom({ at: hoursAgo(30 * 24 + 1) }),
      ...requestsFrom({ at: hoursAgo(-1) }),
    ]
    expect(forecast(none)).toMatchObject({ outcome: 'cannot-tell', reason: 'no-requests' })
    expect(forecast(fresh(30 * 24))).toMatchObject({ reason: 'no-new-clients' })
  })

  it.each([
    ['count-unknown', null, fresh(48, 24)],
    ['no-requests', 4, fresh()],
    ['too-short', 4, fresh(0.9, 0.5)],
    ['no-new-clients', 4, fresh(8 * 24, 9 * 24)],
  ] as const)('cannot be made: %s', (reason, count, requests) => {
    const result = forecast(requests, count)
    expect(result).toMatchObject({ outcome: 'cannot-tell', reason })
    expect(result.sentence).toMatch(/^[A-Z].*\.$/)
  })

  it('can be made from an hour on', () => {
    expect(forecast(fresh(1, 0.5))).toMatchObject({ outcome: 'expected', perDay: 48 })
  })
})

describe('what explains a count', () => {
  const text = (count: number, threshold: number, hosts = 1): string =>
    explainCount({ count, threshold, hosts }).join('\n')

  it('is its cap: 50, or 10 where servers alone ask', () => {
    expect(text(50, 25)).toContain('counts no further than 50')
    expect(text(49, 25)).not.toContain('no further')
    expect(text(10, 5)).toContain('counts no further than 10')
    expect(text(9, 5)).not.toContain('no further')
  })

  it('is that two hosts split it', () => {
    expect(text(15, 25, 2)).toContain(
      '2 KMS hosts split the count: each computer asks one of them. With 30 clients spread evenly over two hosts neither reaches 25.',
    )
    expect(text(15, 25, 1)).not.toContain('split')
    expect(text(25, 25, 2)).not.toContain('split')
  })

  it('is that servers count too, what stays activated, and when a computer is forgotten', () => {
    expect(text(10, 25)).toContain('Servers count as well')
    expect(text(3, 5)).not.toContain('Servers count as well')
    expect(text(10, 25)).toContain('180 days')
    expect(text(25, 25)).toBe('A computer that has not asked for 30 days no longer counts.')
  })
})
