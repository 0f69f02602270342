import { copyFileSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildBundles } from '../../wine/running/bundles.mjs'
import { outFolder } from '../../wine/running/places.mjs'
import { preparePrefix, stopPrefix } from '../../wine/running/prefix.mjs'
import { missingWine, windowsNode } from '../../wine/running/prerequisites.mjs'
import { runInWine } from '../../wine/running/wine.mjs'

const here = (name: string): string => fileURLToPath(new URL(`../wmi/${name}`, import.meta.url))

/**
 * Figures of the COM layer under Wine, as lines of JSON: `wmi.read` (ten properties through a warm engine, against
 * starting cscript for the same), its cold twin, and `wmi.overhead` (the COM layer against the bare COM calls). Throws an
 * Error that says why where Wine is missing or a run fails.
 */
export const measureWmi = async (): Promise<readonly string[]> => {
  const missing = missingWine()
  if (missing !== undefined) throw new Error(missing)
  const node = windowsNode()
  preparePrefix()
  try {
    const script = await buildBundles('wmi-bench', here('wmi-bench.ts'))
    copyFileSync(here('ten-properties.vbs'), `${outFolder}/ten-properties.vbs`)
    const output = `${outFolder}/wmi-bench.txt`
    const { status, timedOut } = runInWine([node, script, 'ten-properties.vbs'], output, 180_000)
    const text = readFileSync(output, 'utf8')
    if (status !== 0 || timedOut) throw new Error(`The run under Wine ended with ${status}: ${text.trim()}`)
    return text.split(/\r?\n/).filter((line) => line.startsWith('{'))
  } finally {
    stopPrefix()
  }
}
