import { readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { preparePrefix, stopPrefix } from '../../wine/running/prefix.mjs'
import { missingWine, windowsNode } from '../../wine/running/prerequisites.mjs'
import { runInWine } from '../../wine/running/wine.mjs'
import { packageFolder, workFolder } from '../places.mjs'

const probe = fileURLToPath(new URL('../native-probe.cjs', import.meta.url))
/** A first start of node.exe under Wine takes seconds on a busy machine; this is a limit, not a measure. */
const WINE_PATIENCE_MS = 120_000
const unpackedFolder = join(packageFolder, 'resources', 'app.asar.unpacked')

/** Checks that the packed natives work on Windows, with Wine in its place. Needs the folder `extracted`. */
export function checkNatives(report, extracted) {
  const problem = missingWine()
  report.expect('Wine is here to load the natives', problem === undefined, problem)
  if (problem !== undefined) return
  pointAtUnpacked(extracted)
  const { code, output } = probeUnderWine(extracted)
  const found = parse(output)
  const loaded = code === 0 && found !== undefined
  report.expect('the unpacked natives load under Wine', loaded, `exit code ${code}, ${output.trim()}`)
  report.expect('better-sqlite3 opens a database, writes and reads', found?.entry === 'Grüße', found?.entry)
  report.expect('koffi calls a function of Windows', found?.pidMatches === true)
}

function probeUnderWine(extracted) {
  const node = windowsNode()
  preparePrefix()
  try {
    const file = join(workFolder, 'wine-output.txt')
    const { status } = runInWine([node, probe, extracted], file, WINE_PATIENCE_MS)
    return { code: status, output: readFileSync(file, 'utf8') }
  } finally {
    stopPrefix()
  }
}

/**
 * A plain Node does not look beside the asar as Electron does. So the copies of the binaries among the asar's files give
 * way to links to the unpacked ones: what loads is what ships.
 */
function pointAtUnpacked(extracted) {
  for (const entry of readdirSync(extracted, { recursive: true })) {
    if (!entry.endsWith('.node')) continue
    rmSync(join(extracted, entry))
    symlinkSync(join(unpackedFolder, entry), join(extracted, entry))
  }
}

function parse(output) {
  try {
    return JSON.parse(output)
  } catch {
    return undefined
  }
}
