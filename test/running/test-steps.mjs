import { join } from 'node:path'
import { nodePath } from '../with-node.mjs'
import { npmCommand } from './npm-command.mjs'
import { namesFromPlaywright, namesFromVitest, tallyFromPlaywright, tallyFromVitest } from './runner-reports.mjs'

/**
 * @typedef {object} Step
 * @property {string} name what the summary calls it
 * @property {string} command program to start
 * @property {string[]} args its arguments
 * @property {number} timeoutMinutes after which it is ended and counts as failed
 * @property {NodeJS.ProcessEnv} [env] on top of the environment
 * @property {{
 *   file: string,
 *   read: (report: unknown) => import('./tally.mjs').Tally,
 *   names: (report: unknown) => import('./runner-reports.mjs').Names,
 * }} [report] the JSON report that a test runner leaves; a step without one counts as one
 */

/**
 * @param {string} reports folder for the runners' JSON reports
 * @returns {Step[]} what `npm test` runs, in order
 */
export function testSteps(reports) {
  return [
    script('types', 10),
    script('lint', 10),
    script('build', 10),
    vitest('unit tests', 'test/unit/vitest.config.ts', join(reports, 'unit.json'), 15),
    playwright(
      'tests of the Electron stand-in',
      'test/electron-standin/selftest/playwright.config.ts',
      join(reports, 'stand-in.json'),
      10,
    ),
    playwright('end-to-end tests', 'test/e2e/playwright.config.ts', join(reports, 'e2e.json'), 25),
  ]
}

function script(name, timeoutMinutes) {
  return { name, ...npmCommand(['run', '--silent', name]), timeoutMinutes }
}

function vitest(name, config, file, timeoutMinutes) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return {
    name,
    command: nodePath,
    args: ['node_modules/vitest/vitest.mjs', 'run', `--config=${config}`, '--retry=0', ...reporters],
    timeoutMinutes,
    report: { file, read: tallyFromVitest, names: namesFromVitest },
  }
}

/** A window on a busy machine may fail once for no reason of ours: it is tried once more, and then named. */
function playwright(name, config, file, timeoutMinutes) {
  return {
    name,
    command: nodePath,
    args: ['node_modules/@playwright/test/cli.js', 'test', `--config=${config}`, '--retries=1', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    timeoutMinutes,
    report: { file, read: tallyFromPlaywright, names: namesFromPlaywright },
  }
}
