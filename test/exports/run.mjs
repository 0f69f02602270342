/**
 * `npm run test:exports`: lets Ansible check the syntax of the playbooks that plans become. Needs ansible-playbook (Debian:
 * ansible-core). The last line is "N passed, M failed"; exits with 1 where a test failed or Ansible is missing.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readReport, tallyFromVitest } from '../running/runner-reports.mjs'
import { judgeRunner, tallyLine } from '../running/tally.mjs'
import { nodePath } from '../with-node.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const minutes = 8

if (spawnSync('ansible-playbook', ['--version']).status !== 0) {
  console.error('Ansible is missing. Install it (Debian and Ubuntu: apt-get install ansible-core).')
  process.exit(1)
}

const folder = mkdtempSync(join(tmpdir(), 'field-kit-exports-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const report = join(folder, 'report.json')
const args = ['node_modules/vitest/vitest.mjs', 'run', '--config=test/exports/vitest.config.ts', '--retry=0']
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
const { status, signal } = spawnSync(nodePath, [...args, ...reporters], {
  cwd: root,
  stdio: 'inherit',
  timeout: minutes * 60_000,
  killSignal: 'SIGKILL',
})
const { tally, complaint } = judgeRunner(readReport(report, tallyFromVitest), {
  code: status ?? 1,
  timedOut: signal !== null,
})
if (complaint !== undefined) console.error(complaint)
console.log(tallyLine(tally))
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1
