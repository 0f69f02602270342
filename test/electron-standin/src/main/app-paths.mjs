import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runtime } from '../runtime.mjs'

/** @type {Map<string, string>} */
const chosen = new Map()

/** @param {string} appName */
const standard = (appName) => ({
  home: () => homedir(),
  appData: () => process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config'),
  userData: () => {
    const named = runtime.switches.get('user-data-dir')
    return named ? resolve(named) : join(getPath('appData', appName), appName)
  },
  sessionData: () => getPath('userData', appName),
  assets: () => runtime.appPath,
  temp: () => tmpdir(),
  exe: () => process.argv[0] ?? '',
  module: () => process.argv[0] ?? '',
  desktop: () => join(homedir(), 'Desktop'),
  documents: () => join(homedir(), 'Documents'),
  downloads: () => join(homedir(), 'Downloads'),
  music: () => join(homedir(), 'Music'),
  pictures: () => join(homedir(), 'Pictures'),
  videos: () => join(homedir(), 'Videos'),
  logs: () => join(getPath('userData', appName), 'logs'),
  crashDumps: () => join(getPath('userData', appName), 'Crashpad'),
})

/** @param {string} name @param {string} appName @returns {string} */
export function getPath(name, appName) {
  const known = standard(appName)
  if (!Object.hasOwn(known, name)) throw new Error(`Failed to get '${name}' path`)
  return chosen.get(name) ?? known[/** @type {keyof typeof known} */ (name)]()
}

/** @param {string} name @param {string} path absolute; made when it does not exist, as Electron does for its own folders */
export function setPath(name, path) {
  if (!Object.hasOwn(standard(''), name)) throw new Error(`Failed to set path`)
  if (resolve(path) !== path) throw new Error('Path must be absolute')
  mkdirSync(path, { recursive: true })
  chosen.set(name, path)
}
