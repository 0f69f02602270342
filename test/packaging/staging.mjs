import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { staleReason } from '../electron-standin/stale-build.mjs'
import { npmCommand } from '../running/npm-command.mjs'
import { runCommand } from '../running/run-command.mjs'
import { repository, stagingFolder } from './places.mjs'

const root = fileURLToPath(repository)

/**
 * Builds the app where its bundles are absent or older than a source.
 *
 * @returns {Promise<string | undefined>} what went wrong
 */
export async function buildIfStale() {
  if (staleReason(root) === undefined) return undefined
  const build = npmCommand(['run', '--silent', 'build'])
  const { code } = await runCommand(build.command, build.args, { cwd: root })
  return code === 0 ? undefined : `npm run build ended with exit code ${code}`
}

/**
 * Makes a clean copy of the project as a Windows build machine has it: the bundles, what must stay behind (the Lab's own
 * module, sources, tests), and the production packages with their Windows binaries, in a real folder as electron-builder wants it.
 *
 * @returns {Promise<string | undefined>} what went wrong
 */
export async function stageProject() {
  rmSync(stagingFolder, { recursive: true, force: true })
  mkdirSync(stagingFolder, { recursive: true })
  for (const name of ['src-main', 'src-renderer', 'assets', 'LICENSE', 'electron-builder.yml']) copyIntoStaging(name)
  for (const name of ['main', 'preload', 'renderer', 'lab']) copyIntoStaging(join('out', name))
  copyIntoStaging('test', (source) => !source.includes('node_modules'))
  const problem = await installWindowsNatives()
  // The true package.json last: electron-builder reads Electron's version from its development dependencies.
  copyIntoStaging('package.json')
  return problem
}

function copyIntoStaging(name, filter = () => true) {
  const source = join(root, name)
  if (existsSync(source)) cpSync(source, join(stagingFolder, name), { recursive: true, filter })
}

/**
 * Installs what the lock file names, without the development tools and without the optional packages of the tests:
 * neither ships, and they are hundreds of megabytes.
 */
async function installWindowsNatives() {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const only = (entry) => ({ ...entry, devDependencies: {}, optionalDependencies: {} })
  const staged = { ...lock, packages: { ...lock.packages, '': only(lock.packages['']) } }
  writeFileSync(join(stagingFolder, 'package.json'), JSON.stringify(only(manifest), null, 2))
  writeFileSync(join(stagingFolder, 'package-lock.json'), JSON.stringify(staged, null, 2))
  const windows = ['--os=win32', '--cpu=x64']
  const install = npmCommand(['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', ...windows])
  const { code } = await runCommand(install.command, install.args, { cwd: stagingFolder, timeoutMinutes: 10 })
  return code === 0 ? undefined : `npm ci for Windows ended with exit code ${code}`
}
