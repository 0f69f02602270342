/**
 * `npm test`: types, lint, build, unit tests, the Electron stand-in's own tests and the end-to-end tests, one after the
 * other, all of them even when one fails. Types, lint and build count as one each, every test as one. The last line is
 * `N passed, M failed`; the exit code is 0 only when nothing failed.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { whichElectron } from './electron-standin/which-electron.mjs'
import { runStep } from './running/run-step.mjs'
import { testSteps } from './running/test-steps.mjs'
import { sumTallies, tallyLine } from './running/tally.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = fileURLToPath(new URL('../out/test-reports/', import.meta.url))

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const results = []
for (const step of testSteps(reports)) {
  console.log(`\n== ${step.name}`)
  results.push(await runStep(step, root))
}

console.log('\n== Summary')
for (const { name, tally, complaint, names, seconds } of results) {
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
  const because = complaint === undefined ? '' : `: ${complaint}`
  console.log(`${name} (${seconds} s): ${tallyLine(tally)}${skipped}${because}`)
  for (const test of names.failed) console.log(`  FAILED: ${test}`)
  for (const test of names.triedAgain) console.log(`  failed once, passed when it was tried again: ${test}`)
}
console.log((await whichElectron()).label)

const total = sumTallies(results.map(({ tally }) => tally))
console.log(tallyLine(total))
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
