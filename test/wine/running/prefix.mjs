import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { outFolder, prefixFolder } from './places.mjs'
import { runInWine, wineEnvironment } from './wine.mjs'

const must = (command) => {
  const { status } = runInWine(command, `${outFolder}/prefix.txt`, 120_000)
  if (status !== 0) throw new Error(`Wine failed: ${command.join(' ')} ended with ${status}. See out/wine/prefix.txt.`)
}

/** Lets Wine come to rest, the registry written: a services.exe of an earlier command may not know of later changes. */
const rest = () => {
  const options = { env: wineEnvironment(), stdio: 'ignore', timeout: 60_000 }
  if (spawnSync('wineserver', ['-w'], options).status !== 0) stopPrefix()
}

/** Makes the prefix where there is none: Windows 10, and a service named sppsvc that can be started and stopped. */
export const preparePrefix = () => {
  if (!existsSync(`${prefixFolder}/system.reg`)) {
    mkdirSync(prefixFolder, { recursive: true })
    must(['wineboot', '-i'])
    rest()
    must(['winecfg', '-v', 'win10'])
    rest()
  }
  // Wine's spooler is a real service program that does nothing of its own; as sppsvc it starts and stops.
  const known = runInWine(['sc', 'query', 'sppsvc'], `${outFolder}/prefix.txt`, 60_000).status === 0
  if (known) return
  must(['sc', 'create', 'sppsvc', 'binPath=', 'C:\\windows\\system32\\spoolsv.exe'])
  rest()
}

/** Ends what still runs in this prefix, and in no other. */
export const stopPrefix = () => {
  const options = { env: wineEnvironment(), stdio: 'ignore', timeout: 60_000 }
  spawnSync('wineserver', ['-k'], options)
  spawnSync('wineserver', ['-w'], options)
}
