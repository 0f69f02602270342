import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  namesFromPlaywright,
  namesFromVitest,
  readNames,
  readReport,
  tallyFromPlaywright,
  tallyFromVitest,
} from '../../running/runner-reports.mjs'

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

test('a Playwright test that passed at the second try has passed, and an error outside of tests is a failure', () => {
  const report = {
    stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: 'no tests found' }],
  }
  expect(tallyFromPlaywright(report)).toEqual({ passed: 5, failed: 2, skipped: 2 })
})

test('what failed in vitest is named, a file that failed outside of its tests too', () => {
  const testResults = [
    { name: resolve('a.test.ts'), status: 'failed', assertionResults: [{ status: 'failed', fullName: 'adds up' }] },
    { name: resolve('b.test.ts'), status: 'failed', assertionResults: [] },
    { name: resolve('c.test.ts'), status: 'passed', assertionResults: [{ status: 'passed', fullName: 'is fine' }] },
  ]
  expect(namesFromVitest({ testResults })).toEqual({ failed: ['a.test.ts › adds up', 'b.test.ts'], triedAgain: [] })
})

test('what failed in Playwright is named apart from what passed at the second try', () => {
  const spec = (title: string, status: string) => ({ file: 'dns.spec.ts', line: 7, title, tests: [{ status }] })
  const inner = { title: 'light', specs: [spec('is read', 'flaky'), spec('is fine', 'expected')] }
  const suites = [{ title: 'dns.spec.ts', specs: [spec('is written', 'unexpected')], suites: [inner] }]
  expect(namesFromPlaywright({ suites })).toEqual({
    failed: ['dns.spec.ts:7 › is written'],
    triedAgain: ['dns.spec.ts:7 › light › is read'],
  })
})

test('a report that cannot be read names nothing', () => {
  expect(readNames(join(folder, 'absent.json'), namesFromPlaywright)).toEqual({ failed: [], triedAgain: [] })
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
