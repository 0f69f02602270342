import { readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

const outputs = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html']
const sources = ['src-main', 'src-renderer', 'assets', 'electron.vite.config.ts', 'vite.lab.config.ts', 'package.json']

/** @param {string} path @returns {number} when it changed last, in milliseconds; undefined when there is no such file */
const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs

/** @param {string} path @returns {string[]} the file itself, or all files below the folder */
function filesIn(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)))
}

/**
 * Why the build in `out/` cannot be used, or undefined when it is newer than everything it is made from.
 * @param {string} root the repository
 * @returns {string | undefined}
 */
export function staleReason(root) {
  const built = outputs.map((path) => ({ path, time: changed(join(root, path)) }))
  const missing = built.find(({ time }) => time === undefined)
  if (missing) return `${missing.path} is missing`
  const oldest = Math.min(...built.map(({ time = 0 }) => time))
  const newer = sources.flatMap((path) => filesIn(join(root, path))).find((path) => (changed(path) ?? 0) > oldest)
  return newer === undefined ? undefined : `${relative(root, newer)} is newer than the last build`
}
