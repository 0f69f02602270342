import { EventEmitter } from 'node:events'

/**
 * What the parts of the stand-in share within one process. Filled by boot.mjs before the app's main module runs.
 * `switches` begins as the command line; app.commandLine adds to it. `records` notes what would have reached the
 * desktop (menus, shell, dialogs), for tests to read as `require('electron').__standin.records`.
 */
export const runtime = {
  /** @type {Map<string, string>} */
  switches: new Map(),
  /** @type {readonly string[]} */
  arguments: [],
  appPath: '',
  /** @type {{ name?: string, productName?: string, version?: string, main?: string }} */
  manifest: {},
  /** @type {Promise<import('./browser/chromium.mjs').Browser>} */
  browser: new Promise(() => {}),
  /** @type {import('./browser/chromium.mjs').Browser | undefined} */
  openBrowser: undefined,
  visible: false,
  ready: false,
  /** @type {Array<{ api: string, args: unknown[] }>} */
  records: [],
  /** Carries 'theme-changed' (nativeTheme to windows) and 'exit' (app to everything that owns a process). */
  signals: new EventEmitter().setMaxListeners(0),
}

/**
 * @param {string} api
 * @param {unknown[]} args
 */
export const record = (api, ...args) => void runtime.records.push({ api, args })

/**
 * A function that only notes its call.
 * @template [T=undefined]
 * @param {string} api
 * @param {T} [result]
 */
export const recorded =
  (api, result) =>
  (/** @type {unknown[]} */ ...args) => {
    record(api, ...args)
    return result
  }
