/**
 * `npm run test:wine`: runs the COM layer, an engine process and one real plan under Wine with Windows' own Node.
 * Prints one line per test and a last line "N passed, M failed". Exits with 1 where a test failed or Wine is missing.
 */
import { readFileSync } from 'node:fs'
import { buildBundles } from './running/bundles.mjs'
import { missingWine, windowsNode } from './running/prerequisites.mjs'
import { outcomeOf } from './running/outcome.mjs'
import { preparePrefix, stopPrefix } from './running/prefix.mjs'
import { runInWine } from './running/wine.mjs'

const problem = missingWine()
if (problem) {
  console.error(problem)
  process.exit(1)
}

const node = windowsNode()
preparePrefix()
const output = 'out/wine/results.txt'
let exitCode = 1
try {
  const script = await buildBundles()
  const { status, timedOut } = runInWine([node, '--expose-gc', script], output, 240_000)
  const text = readFileSync(output, 'utf8')
  const outcome = outcomeOf(text, { status, timedOut })
  console.log(outcome.text)
  exitCode = outcome.ok ? 0 : 1
} finally {
  stopPrefix()
}
process.exit(exitCode)
