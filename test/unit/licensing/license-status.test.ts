import { describe, expect, it } from 'vitest'
import {
  describeLicenseStatus,
  graceEnd,
  licenseStatus,
  type StatusFields,
} from '../../../src-main/licensing/license-status.ts'

const readAt = new Date('2026-11-22T12:00:00Z')
const describeStatus = (fields: Partial<StatusFields>): string =>
  describeLicenseStatus(
    { status: 'licensed', statusReason: 0, graceMinutes: 0, kind: 'kms-client', ...fields },
    readAt,
    'UTC',
  )

describe('the licence status', () => {
  it('has a word for each documented number and for the rest', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, -1].map(licenseStatus)).toEqual([
      'unlicensed',
      'licensed',
      'oob-grace',
      'oot-grace',
      'non-genuine-grace',
      'notification',
      'extended-grace',
      'unknown',
      'unknown',
    ])
  })

  it('counts grace from when it was read', () => {
    expect(graceEnd(readAt, 1440).toISOString()).toBe('2026-11-23T12:00:00.000Z')
  })

  it.each([
    [{}, 'Activated permanently.'],
    [{ graceMinutes: 259_200 }, 'Activated until 21 May 2027. The activation renews itself'],
    [
      { graceMinutes: 1440, kind: 'time-based' },
      'Activated until 23 November 2026, when this time-limited licence ends.',
    ],
    [{ status: 'unlicensed' }, 'Not activated.'],
    [{ status: 'oob-grace', graceMinutes: 43_200 }, 'The time allowed after installation ends on 22 December 2026.'],
    [{ status: 'oot-grace', graceMinutes: 1440 }, 'ends on 23 November 2026'],
    [
      { status: 'non-genuine-grace', graceMinutes: 1440 },
      'not to be genuine. The time allowed ends on 23 November 2026',
    ],
    [{ status: 'notification', statusReason: 0xc004f009 }, 'the time allowed without activation is over'],
    [{ status: 'notification', statusReason: 0xc004f200 }, 'not to be genuine'],
    [
      { status: 'notification', statusReason: 0xc004f034 },
      'The reason is 0xC004F034: The licence could not be found or is invalid.',
    ],
    [
      { status: 'extended-grace', graceMinutes: 1440 },
      'Activated for a limited time: the extended grace period ends on 23 November 2026',
    ],
    [{ status: 'unknown' }, 'does not know'],
  ] as const)('%j reads as a sentence', (fields, expected) => {
    expect(describeStatus(fields)).toContain(expected)
  })

  it('uses the day of the given time zone', () => {
    const late = new Date('2026-11-22T23:30:00Z')
    const fields: StatusFields = { status: 'oob-grace', statusReason: 0, graceMinutes: 0, kind: 'mak' }
    expect(describeLicenseStatus(fields, late, 'UTC')).toContain('22 November')
    expect(describeLicenseStatus(fields, late, 'Europe/Berlin')).toContain('23 November')
  })
})
