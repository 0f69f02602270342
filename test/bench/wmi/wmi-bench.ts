import { spawnSync } from 'node:child_process'
import { text } from '../../../src-main/wmi/cim-values.ts'
import { comSite } from '../../wine/com/site.ts'
import { network, openWinePool } from '../../wine/engine/wine-pool.ts'
import { type Figure, lineOf, median } from '../figure.ts'
import { openBareCalls } from './bare-calls.ts'
import { tenProperties, tenPropertiesQuery } from './ten-properties.ts'

/**
 * Runs under Windows' Node (Wine here) and prints one line of JSON for each figure. Argument: the path of the script for
 * cscript. Reads take turns with their anchor, so that a busy machine slows both.
 */
const rounds = 200
const cscriptStarts = 5
const scriptPath = process.argv[2] ?? ''

const timed = async (work: () => unknown): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const startCscript = (): void => {
  const { status, error } = spawnSync('cscript', ['//nologo', scriptPath], { stdio: 'ignore', timeout: 60_000 })
  if (error !== undefined || status !== 0)
    throw new Error(`cscript ended with ${status ?? error?.message ?? 'nothing'}.`)
}

const cscriptTimes = async (): Promise<readonly number[]> => {
  const times: number[] = []
  for (let started = 0; started < cscriptStarts; started += 1) times.push(await timed(startCscript))
  return times
}

const figures: Figure[] = []
const pool = openWinePool()
const coldStart = performance.now()
const session = await pool.site(network).connect({ host: null }, 'root\\cimv2')
const [first = {}] = await session.query(tenPropertiesQuery)
const cold = performance.now() - coldStart
if (text(first, 'Caption') === '' || tenProperties.some((name) => first[name] === undefined))
  throw new Error(`Win32_OperatingSystem answered ${JSON.stringify(first)}.`)
const throughEngine: number[] = []
for (let done = 0; done < rounds; done += 1) throughEngine.push(await timed(() => session.query(tenPropertiesQuery)))
await session.close()
await pool.close()
const cscripts = await cscriptTimes()
const anchor = median(cscripts)
const warm = median(throughEngine)
figures.push({ name: 'wmi.read', value: warm, unit: 'ms', anchor, ratio: anchor / warm })
figures.push({ name: 'wmi.read.cold', value: cold, unit: 'ms', anchor: cscripts[0] ?? anchor, ratio: null })

const site = comSite()
const local = await site.connect({ host: null }, 'root\\cimv2')
const bare = await openBareCalls()
if ((await bare())[0] !== text(first, 'Caption')) throw new Error('The bare calls read something else.')
await local.query(tenPropertiesQuery)
const own: number[] = []
const least: number[] = []
for (let done = 0; done < rounds; done += 1) {
  own.push(await timed(() => local.query(tenPropertiesQuery)))
  least.push(await timed(bare))
}
await local.close()
figures.push({
  name: 'wmi.overhead',
  value: median(own),
  unit: 'ms',
  anchor: median(least),
  ratio: median(own) / median(least),
})
for (const figure of figures) console.log(lineOf(figure))
process.exit(0)
