import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { staleReason } from '../electron-standin/stale-build.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Builds the bundles where they are missing or older than the sources; throws where the build fails. */
export const ensureBuilt = (): void => {
  const stale = staleReason(root)
  if (!stale) return
  console.log(`Building: ${stale}.`)
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('The build failed.')
}
