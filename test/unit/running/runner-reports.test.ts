import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readReport, tallyFromPlaywright, tallyFromVitest } from '../../running/runner-reports.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reports-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const vitestReport = {
  numPassedTests: 5,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'skipped' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ],
}

test('a vitest file that failed outside of its tests is one failure more', () => {
  expect(tallyFromVitest(vitestReport)).toEqual({ passed: 5, failed: 3, skipped: 3 })
})

test('a flaky Playwright test and an error outside of tests are failures', () => {
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: 'no tests found' }],
  }
  expect(tallyFromPlaywright(report)).toEqual({ passed: 4, failed: 3, skipped: 2 })
})

test('a report that is there is read', () => {
  const file = join(folder, 'unit.json')
  writeFileSync(file, JSON.stringify(vitestReport))
  expect(readReport(file, tallyFromVitest)).toMatchObject({ passed: 5, failed: 3 })
})

test.each([
  ['cut off', '{"numPassedTests": 5, "numFail'],
  ['of another shape', '{"testResults": []}'],
  ['empty', ''],
])('a report that is %s counts as none', (_what, text) => {
  const file = join(folder, 'unit.json')
  writeFileSync(file, text)
  expect(readReport(file, tallyFromVitest)).toBeUndefined()
})

test('an absent report counts as none', () => {
  expect(readReport(join(folder, 'absent.json'), tallyFromPlaywright)).toBeUndefined()
})
