import { spawnSync } from 'node:child_process'
import { statfsSync, truncateSync, writeFileSync, appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const run = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** Puts a disk of its own, of some megabytes, under an existing empty folder. False where this user may not mount (Linux, root alone). */
export const mountSmallDisk = (folder: string, megabytes: number): boolean =>
  process.platform === 'linux' && run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)

/** Takes the disk away again, whoever still uses it. */
export const unmountSmallDisk = (folder: string): void => {
  run('umount', '--lazy', folder)
}

const ballast = (folder: string): string => join(folder, 'ballast')
const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Fills the disk to the last page. */
export const fillDisk = (folder: string): void => {
  writeFileSync(ballast(folder), '')
  for (let free = freeBytes(folder); free > 0; free = freeBytes(folder))
    appendFileSync(ballast(folder), Buffer.alloc(free))
}

/** Makes room again. */
export const freeDisk = (folder: string): void => {
  truncateSync(ballast(folder))
  rmSync(ballast(folder))
}
