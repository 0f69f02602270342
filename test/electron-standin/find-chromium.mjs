import { access, constants } from 'node:fs/promises'

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

/** @returns {Promise<string | undefined>} */
async function unpackedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const packaged = await import('@sparticuz/chromium').catch(() => undefined)
  return packaged?.default.executablePath()
}
