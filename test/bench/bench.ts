/**
 * `npm run bench`: measures and prints one line of JSON for each figure: {name, value, unit, anchor, ratio}, the anchor
 * measured in the same run. What drove it and what was missed goes to standard error. `npm run bench -- NAME…` measures
 * some groups alone. Exits with 1 where a figure could not be measured or a ratio misses its limit.
 */
import { whichElectron } from '../electron-standin/which-electron.mjs'
import { ensureBuilt } from '../tour/ensure-built.ts'
import { type Figure, keeps, lineOf } from './figure.ts'
import { measureBundle } from './figures/bundle.ts'
import { measureFleet } from './figures/fleet.ts'
import { measureIpcRouter } from './figures/ipc-router.ts'
import { measurePlan } from './figures/plan.ts'
import { measureStart } from './figures/start.ts'
import { measureTable } from './figures/table.ts'
import { measureWmi } from './figures/wmi.ts'
import { buildHelloApp } from './hello-app.ts'
import { limits } from './limits.ts'

const lines = async (figures: Promise<readonly Figure[]> | readonly Figure[]): Promise<readonly string[]> =>
  (await figures).map(lineOf)

const groups: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  wmi: measureWmi,
  fleet: () => lines(measureFleet()),
  plan: () => lines(measurePlan()),
  ipc: () => lines(measureIpcRouter()),
  table: () => lines(measureTable()),
  start: async () => {
    ensureBuilt()
    const hello = await buildHelloApp()
    console.error((await whichElectron()).label)
    return [...(await lines(measureStart(hello))), ...(await lines(measureBundle(hello)))]
  },
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in groups))
if (unknown.length > 0) {
  console.error(`There is no group ${unknown.join(', ')}. Groups: ${Object.keys(groups).join(', ')}.`)
  process.exit(1)
}

let missed = 0
for (const [name, measure] of Object.entries(groups)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  try {
    for (const line of await measure()) {
      console.log(line)
      const figure = JSON.parse(line) as Figure
      const limit = limits.find((one) => one.name === figure.name)
      if (limit === undefined || (figure.ratio !== null && keeps(figure.ratio, limit))) continue
      missed += 1
      console.error(`${figure.name} misses its limit: ${limit.bound} ${limit.ratio}.`)
    }
  } catch (thrown) {
    missed += 1
    console.error(`${name} could not be measured: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
  }
}
process.exitCode = missed === 0 ? 0 : 1
