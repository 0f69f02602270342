import { tallyLine } from './tally.mjs'

/**
 * Collects the outcomes of checks and prints each as one line when it comes.
 *
 * @returns {{
 *   expect(promise: string, kept: boolean, found?: string): void,
 *   attempt(promise: string, check: () => unknown): Promise<void>,
 *   finish(): number
 * }} `expect` notes whether a promise is kept, with what was `found` instead; `attempt` keeps a promise by not
 *   throwing; `finish` prints the last line and gives the exit code
 */
export function createReport() {
  const tally = { passed: 0, failed: 0, skipped: 0 }
  const note = (promise, kept, found = '') => {
    tally[kept ? 'passed' : 'failed'] += 1
    console.log(kept ? `ok    ${promise}` : `FAIL  ${promise}${found && `: ${found}`}`)
  }
  return {
    expect: note,
    async attempt(promise, check) {
      try {
        await check()
        note(promise, true)
      } catch (error) {
        note(promise, false, error.message)
      }
    },
    finish() {
      console.log(tallyLine(tally))
      return tally.failed === 0 && tally.passed > 0 ? 0 : 1
    },
  }
}
