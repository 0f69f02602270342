import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { outFolder, prefixFolder } from './places.mjs'
import { runInWine, wineEnvironment } from './wine.mjs'

const must = (command) => {
  const { status } = runInWine(command, `${outFolder}/prefix.txt`, 120_000)
  if (status !== 0) throw new Error(`Wine failed: ${command.join(' ')} ended with ${status}. See out/wine/prefix.txt.`)
}

/** Makes the prefix where there is none: Windows 10, and a service named sppsvc that can be started and stopped. */
export const preparePrefix = () => {
  if (!existsSync(`${prefixFolder}/system.reg`)) {
    mkdirSync(prefixFolder, { recursive: true })
    must(['wineboot', '-i'])
    must(['winecfg', '-v', 'win10'])
    // The service manager that was started while the prefix was made does not list services that are created later.
    stopPrefix()
  }
  // Wine's spooler is a real service program that does nothing of its own; as sppsvc it starts and stops.
  const known = runInWine(['sc', 'query', 'sppsvc'], `${outFolder}/prefix.txt`, 60_000).status === 0
  if (!known) must(['sc', 'create', 'sppsvc', 'binPath=', 'C:\\windows\\system32\\spoolsv.exe'])
}

/** Ends what still runs in this prefix, and in no other. */
export const stopPrefix = () => {
  spawnSync('wineserver', ['-k'], { env: wineEnvironment(), stdio: 'ignore' })
}
