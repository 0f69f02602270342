import { readFileSync } from 'node:fs'

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
 * @returns {import('./tally.mjs').Tally} each test is one; a flaky test is a failed one; so is an error outside any test
 */
export function tallyFromPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped }
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

const isDead = ({ status, assertionResults }) =>
  status === 'failed' && assertionResults.every((test) => test.status !== 'failed')
