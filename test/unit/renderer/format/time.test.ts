import { describe, expect, it } from 'vitest'
import { durationText, timeText } from '../../../../src-renderer/format/time.ts'

describe('durationText', () => {
  it.each([
    [-5, '0 s'],
    [0, '0 s'],
    [999, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min 00 s'],
    [65_000, '1 min 05 s'],
    [3_599_000, '59 min 59 s'],
    [7_380_000, '2 h 03 min'],
  ])('writes %i ms as %s', (milliseconds, text) => {
    expect(durationText(milliseconds)).toBe(text)
  })
})

describe('timeText', () => {
  it('writes local time in the order of a log', () => {
    const local = new Date(2026, 10, 2, 4, 3, 9)
    expect(timeText(local.toISOString())).toBe('2026-11-02 04:03:09')
  })

  it('gives back what is no time', () => {
    expect(timeText('never')).toBe('never')
  })
})
