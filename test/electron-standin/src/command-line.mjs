/** @typedef {{ preloads: string[], inspect: string | undefined, switches: Map<string, string>, app: string, rest: string[] }} CommandLine */

/**
 * Splits Electron's command line: `electron [-r module] [--switch[=value]]… [app] [arguments]…`.
 * Switches after the app's path count too (Electron reads `--user-data-dir` wherever it stands).
 * @param {readonly string[]} args everything after the executable
 * @returns {CommandLine}
 */
export function parseCommandLine(args) {
  /** @type {string[]} */
  const preloads = []
  /** @type {Map<string, string>} */
  const switches = new Map()
  /** @type {string | undefined} */
  let inspect
  /** @type {string | undefined} */
  let app
  /** @type {string[]} */
  const rest = []
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    if (app === undefined && (arg === '-r' || arg === '--require')) {
      at += 1
      preloads.push(args[at] ?? '')
      continue
    }
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(arg)
    if (match) {
      const [, name = '', value = ''] = match
      if (name === 'inspect' || name === 'inspect-brk') inspect = value || '9229'
      else switches.set(name, value)
      if (app !== undefined) rest.push(arg)
    } else if (app === undefined) app = arg
    else rest.push(arg)
  }
  return { preloads, inspect, switches, app: app ?? '.', rest }
}
