/**
 * `npm start`: builds what is stale, then runs the app in real Electron where its binary is or can be fetched, else in
 * the stand-in with a visible Chromium, and without a display plays the tour instead. It says which of these it does.
 * Arguments are the app's (`npm start -- --user-data-dir=DIR`); `--stand-in` skips real Electron.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findChromium } from './find-chromium.mjs'
import { staleReason } from './stale-build.mjs'
import { whichElectron } from './which-electron.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const standInAsked = process.argv.includes('--stand-in')
const appArguments = process.argv.slice(2).filter((argument) => argument !== '--stand-in')
const fetchMinutes = 5

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { onStderr?: (text: string) => void }} [options]
 * @returns {Promise<number>} the exit code; 1 after a signal or when it could not start
 */
function run(command, args, { onStderr, ...options } = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (onStderr) child.stderr?.setEncoding('utf8').on('data', onStderr)
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`)
      resolve(1)
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

const npmRun = (/** @type {string} */ script) =>
  run('npm', ['run', '--silent', script], { shell: process.platform === 'win32' })

/** A display, as far as the environment tells; Windows and macOS always have one. */
const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

async function fetchElectron() {
  console.log('Electron has no binary here yet. Fetching it once; this needs the internet.')
  let complaint = ''
  const code = await run(process.execPath, ['node_modules/electron/install.js'], {
    timeout: fetchMinutes * 60_000,
    stdio: ['ignore', 'inherit', 'pipe'],
    onStderr: (text) => (complaint += text),
  })
  const [reason = ''] = complaint.trim().split('\n')
  if (code !== 0) console.log(`It could not be fetched (${reason || 'no answer'}), so the app runs in the stand-in.`)
}

async function tour(/** @type {string} */ because) {
  console.log(`${because} Playing the tour instead (npm run tour); its pictures appear in out/tour/.`)
  return npmRun('tour')
}

async function start() {
  const stale = staleReason(root)
  if (stale) {
    console.log(`Building: ${stale}.`)
    const code = await npmRun('build')
    if (code !== 0) return code
  }
  const driven = await chooseElectron()
  console.log(driven.label)
  if (!hasDisplay()) return tour('There is no display.')
  if (driven.kind === 'electron') {
    // Chromium refuses its sandbox to root on Linux.
    const rootFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    return run(driven.executable, ['.', ...rootFlags, ...appArguments])
  }
  if (process.platform === 'win32') {
    console.error('The stand-in runs on Linux and macOS only. Fetch Electron with: npx install-electron --no')
    return 1
  }
  if (!(await findChromium({ visible: true }))) return tour('No Chromium that can open windows was found.')
  return run(driven.executable, ['.', ...appArguments], { env: { ...process.env, STANDIN_VISIBLE: '1' } })
}

async function chooseElectron() {
  const visible = hasDisplay()
  if (standInAsked) return whichElectron({ visible, standIn: true })
  const found = await whichElectron({ visible })
  const settled = found.kind === 'electron' || !visible || process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (settled) return found
  await fetchElectron()
  return whichElectron({ visible })
}

process.exitCode = await start()
