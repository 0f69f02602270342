import { describe, expect, test } from 'vitest'
import { judgeRunner, sumTallies, tallyFromOutput, tallyLine } from '../../running/tally.mjs'

const fine = { code: 0, timedOut: false }
const some = { passed: 3, failed: 0, skipped: 1 }

describe('a tally', () => {
  test('is read from the last line of its kind, colours or not', () => {
    const output = '1 passed, 1 failed\nmore\n\u001b[32m12 passed, 0 failed\u001b[39m\ntrailing words\n'
    expect(tallyFromOutput(output)).toEqual({ passed: 12, failed: 0, skipped: 0 })
  })

  test('is not read from the middle of a sentence', () => {
    expect(tallyFromOutput('unit tests: 3 passed, 0 failed, 1 skipped\n')).toBeUndefined()
  })

  test('is written as it is read', () => {
    expect(tallyFromOutput(tallyLine({ passed: 7, failed: 2, skipped: 4 }))).toMatchObject({ passed: 7, failed: 2 })
  })

  test('adds up', () => {
    expect(sumTallies([some, { passed: 1, failed: 2, skipped: 0 }])).toEqual({ passed: 4, failed: 2, skipped: 1 })
  })
})

describe('a runner', () => {
  test('that counted and ended well is taken at its word', () => {
    expect(judgeRunner(some, fine)).toEqual({ tally: some })
  })

  test('that reported its failures is not blamed twice for its exit code', () => {
    const reported = { passed: 1, failed: 2, skipped: 0 }
    expect(judgeRunner(reported, { code: 1, timedOut: false })).toEqual({ tally: reported })
  })

  test.each([
    ['left no report', undefined, { code: 1, timedOut: false }, 'no report'],
    ['left no report yet claims success', undefined, fine, 'no report'],
    ['ended badly although nothing failed', some, { code: 1, timedOut: false }, 'exit code 1'],
    ['ran out of time after some tests', some, { code: 1, timedOut: true }, 'out of time'],
    ['ran no test', { passed: 0, failed: 0, skipped: 9 }, fine, 'no test ran'],
  ])('that %s has failed', (_what, reported, ending, complaint) => {
    const judged = judgeRunner(reported, ending)
    expect(judged.tally).toEqual({ passed: reported?.passed ?? 0, failed: 1, skipped: reported?.skipped ?? 0 })
    expect(judged.complaint).toContain(complaint)
  })
})
