import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => process.platform === 'linux' && existsSync(path))

/**
 * Starts a child that the kernel kills when this process dies, even by `kill -9` and even if the child hangs.
 * `setpriv` replaces itself by the command, so the child's pid is the command's own. Where it is missing, the child
 * must notice the closed pipe itself.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {import('node:child_process').ChildProcess}
 */
export function spawnBound(command, args, options) {
  return setpriv
    ? spawn(setpriv, ['--pdeathsig', 'KILL', command, ...args], options)
    : spawn(command, [...args], options)
}
