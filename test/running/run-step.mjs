import { runCommand } from './run-command.mjs'
import { readNames, readReport } from './runner-reports.mjs'
import { judgeRunner } from './tally.mjs'

/**
 * Runs one step and counts what it did. A step always has an outcome: a runner that crashed or hung is a failure.
 *
 * @param {import('./test-steps.mjs').Step} step
 * @param {string} cwd the repository
 * @returns {Promise<{ name: string, tally: import('./tally.mjs').Tally, complaint?: string, seconds: number,
 *   names: import('./runner-reports.mjs').Names }>} `names` are those of the tests that somebody should look at
 */
export async function runStep(step, cwd) {
  const started = Date.now()
  const ending = await runCommand(step.command, step.args, {
    cwd,
    env: { ...process.env, ...step.env },
    timeoutMinutes: step.timeoutMinutes,
  })
  const seconds = Math.round((Date.now() - started) / 1000)
  return { name: step.name, ...countStep(step, ending), names: namesOf(step), seconds }
}

function namesOf({ report }) {
  return report === undefined ? { failed: [], triedAgain: [] } : readNames(report.file, report.names)
}

function countStep(step, ending) {
  if (step.report !== undefined) return judgeRunner(readReport(step.report.file, step.report.read), ending)
  const ok = ending.code === 0 && !ending.timedOut
  const tally = { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
  return ending.timedOut ? { tally, complaint: 'it ran out of time and was ended' } : { tally }
}
