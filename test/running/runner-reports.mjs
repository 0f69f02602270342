import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

/**
 * @param {unknown} report vitest's JSON report
 * @returns {import('./tally.mjs').Tally} each test is one; a file that failed outside of its tests (an import, a
 *   hook) counts as one failed
 */
export function tallyFromVitest(report) {
  const deadFiles = report.testResults.filter(isDead)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + deadFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * @param {unknown} report Playwright's JSON report
 * @returns {import('./tally.mjs').Tally} each test is one; a test that passed only when it was tried again has
 *   passed, and `namesFromPlaywright` names it; an error outside any test is a failure
 */
export function tallyFromPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped }
}

/** @typedef {{ failed: string[], triedAgain: string[] }} Names Tests that somebody should look at, by file and title. */

/**
 * @param {unknown} report vitest's JSON report
 * @returns {Names} what failed, with the file; a file that failed outside of its tests stands alone
 */
export function namesFromVitest(report) {
  const failed = report.testResults.flatMap((result) => {
    const file = relative('', result.name)
    const tests = result.assertionResults.filter(({ status }) => status === 'failed')
    return isDead(result) ? [file] : tests.map(({ fullName }) => `${file} › ${fullName}`)
  })
  return { failed, triedAgain: [] }
}

/**
 * @param {unknown} report Playwright's JSON report
 * @returns {Names} what failed, and what passed only when it was tried again
 */
export function namesFromPlaywright(report) {
  const specs = report.suites.flatMap((suite) => specsOf(suite))
  const named = (status) =>
    specs
      .filter(({ spec }) => spec.tests.some((test) => test.status === status))
      .map(({ spec, path }) => [`${spec.file}:${spec.line}`, ...path, spec.title].join(' › '))
  return { failed: named('unexpected'), triedAgain: named('flaky') }
}

/**
 * @param {string} file where the runner was told to leave its JSON report
 * @param {(report: unknown) => Names} read
 * @returns {Names} none where the report cannot be read
 */
export function readNames(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { failed: [], triedAgain: [] }
  }
}

/**
 * @param {string} file where the runner was told to leave its JSON report
 * @param {(report: unknown) => import('./tally.mjs').Tally} read
 * @returns {import('./tally.mjs').Tally | undefined} undefined where the report is absent, cut off or of another shape
 */
export function readReport(file, read) {
  try {
    const tally = read(JSON.parse(readFileSync(file, 'utf8')))
    return Object.values(tally).every(Number.isInteger) ? tally : undefined
  } catch {
    return undefined
  }
}

/** The specs of a suite and of those in it; the outermost suite is the file, which the specs name themselves. */
const specsOf = (suite, path = []) => [
  ...(suite.specs ?? []).map((spec) => ({ spec, path })),
  ...(suite.suites ?? []).flatMap((inner) => specsOf(inner, [...path, inner.title])),
]

const isDead = ({ status, assertionResults }) =>
  status === 'failed' && assertionResults.every((test) => test.status !== 'failed')
