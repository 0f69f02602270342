/**
 * `npm run test:dns`: runs the app's DNS modules against a real BIND 9 on the loopback. Needs named (Debian: bind9). The last
 * line is "N passed, M failed"; exits with 1 where a test failed or BIND is missing. BIND is ended in any case.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readReport, tallyFromVitest } from '../running/runner-reports.mjs'
import { judgeRunner, tallyLine } from '../running/tally.mjs'
import { nodePath } from '../with-node.mjs'
import { findNamed, freePort, startBind } from './running/bind.mjs'
import { writeBindWorld } from './running/bind-world.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const minutes = 5

const named = findNamed()
if (named === undefined) {
  console.error(
    'BIND 9 is missing: no program "named" was found. Install it (Debian and Ubuntu: apt-get install bind9).',
  )
  process.exit(1)
}

// Ending by a signal runs the exit handlers, which end BIND and the tests too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))

async function runTests(folder, environment) {
  const report = join(folder, 'report.json')
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config=test/dns/vitest.config.ts', '--retry=0']
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const child = spawn(nodePath, [...args, ...reporters], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    timeout: minutes * 60_000,
    killSignal: 'SIGKILL',
  })
  const killNow = () => child.kill('SIGKILL')
  process.prependListener('exit', killNow)
  const [code, signal] = await once(child, 'exit')
  process.off('exit', killNow)
  return judgeRunner(readReport(report, tallyFromVitest), { code: code ?? 1, timedOut: signal !== null })
}

const folder = mkdtempSync(join(tmpdir(), 'field-kit-dns-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
let bind
let exitCode = 1
try {
  const port = await freePort()
  const secrets = writeBindWorld(folder, port)
  bind = await startBind(named, folder)
  const { tally, complaint } = await runTests(folder, {
    FIELD_KIT_DNS_PORT: `${port}`,
    FIELD_KIT_DNS_SECRETS: JSON.stringify(secrets),
    FIELD_KIT_DNS_FOLDER: folder,
  })
  if (complaint !== undefined) console.error(`The tests: ${complaint}.`)
  console.log(tallyLine(tally))
  exitCode = tally.failed > 0 ? 1 : 0
} catch (error) {
  console.error(error)
  console.log(tallyLine({ passed: 0, failed: 1, skipped: 0 }))
} finally {
  await bind?.stop()
}
process.exit(exitCode)
