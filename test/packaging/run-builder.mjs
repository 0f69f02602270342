import { rmSync } from 'node:fs'
import { runCommand } from '../running/run-command.mjs'
import { builderCli } from './builder-toolbox.mjs'
import { electronFolder, releaseFolder, stagingFolder } from './places.mjs'

/**
 * Packs the staged project for Windows as a folder. The installers' own compiler is not needed for that and is not
 * fetched: what would go into each of them is this folder.
 *
 * @returns {Promise<string | undefined>} what went wrong
 */
export async function packForWindows() {
  rmSync(releaseFolder, { recursive: true, force: true })
  const { code, timedOut } = await runCommand(
    process.execPath,
    [
      builderCli,
      '--win',
      '--x64',
      '--dir',
      '--publish=never',
      `--projectDir=${stagingFolder}`,
      `-c.electronDist=${electronFolder}`,
      `-c.directories.output=${releaseFolder}`,
    ],
    { cwd: stagingFolder, timeoutMinutes: 5, env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' } },
  )
  if (timedOut) return 'electron-builder ran out of time'
  return code === 0 ? undefined : `electron-builder ended with exit code ${code}`
}
