import { existsSync, readFileSync, statSync } from 'node:fs'
import inspector from 'node:inspector'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { launchChromium } from './browser/chromium.mjs'
import { parseCommandLine } from './command-line.mjs'
import { app } from './main/app.mjs'
import { followPopups } from './main/window-opening.mjs'
import { installElectronModule } from './module-hook.mjs'
import { runtime } from './runtime.mjs'

const require = createRequire(import.meta.url)
const executable = fileURLToPath(new URL('../dist/electron', import.meta.url))

/** The app's folder, manifest and main module, from the path on the command line (a folder or a script). */
function locateApp(/** @type {string} */ given) {
  const path = resolve(given)
  if (!existsSync(path)) throw new Error(`Unable to find Electron app at ${path}`)
  if (!statSync(path).isDirectory()) return { appPath: dirname(path), manifest: {}, main: path }
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  return { appPath: path, manifest, main: join(path, manifest.main ?? 'index.js') }
}

async function start() {
  const args = process.argv.slice(2)
  const commandLine = parseCommandLine(args)
  process.argv.splice(0, process.argv.length, executable, ...args)
  Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: dirname(executable) })
  const { version } = require('../../../node_modules/electron/package.json')
  Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true })

  runtime.switches = commandLine.switches
  runtime.visible = process.env['STANDIN_VISIBLE'] === '1'
  const { appPath, manifest, main } = locateApp(commandLine.app)
  Object.assign(runtime, { appPath, manifest })
  installElectronModule(new URL('./electron.mjs', import.meta.url))
  makeLazyGlobals()
  if (commandLine.inspect !== undefined) openInspector(commandLine.inspect)
  for (const preload of commandLine.preloads) createRequire(join(process.cwd(), 'x'))(preload)

  // Chromium starts beside the app's own start; whichever is slower decides.
  runtime.browser = startChromium()
  runtime.browser.catch(() => {})
  await import(pathToFileURL(main).href)
  await runtime.browser
  app.becomeReady_()
}

async function startChromium() {
  const browser = await launchChromium({ visible: runtime.visible, switches: runtime.switches })
  runtime.openBrowser = browser
  Object.defineProperty(process.versions, 'chrome', { value: browser.version, enumerable: true })
  followPopups(browser)
  return browser
}

/**
 * Has Node make those globals now that it makes at their first use. What a driver evaluates runs at any moment, even in
 * the middle of that; the rest of the making then found `performance` missing, and the first page could not be answered.
 */
function makeLazyGlobals() {
  performance.now()
  return new Response(new Request('app://start').url)
}

/** @param {string} address `port` or `host:port`, as Node's own switch takes it */
function openInspector(address) {
  const [port = '0', host = '127.0.0.1'] = address.split(':').toReversed()
  inspector.open(Number(port), host)
}

start().catch((error) => {
  process.stderr.write(`${error?.stack ?? error}\n`)
  process.exit(1)
})
