/** `npm run -s actions -- [--json]`: what the app can do to a computer, and the options of slmgr that do the same. */
import { parseArgs } from 'node:util'
import { catalogue } from '../actions/catalogue.ts'
import { actionsJson, actionsTable } from './actions-table.ts'

const run = (): number => {
  try {
    const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
    console.log(values.json ? actionsJson(catalogue) : actionsTable(catalogue))
    return 0
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : String(thrown))
    console.error('Usage: npm run -s actions -- [--json]')
    return 2
  }
}

process.exitCode = run()
