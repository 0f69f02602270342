/** The entry of an engine process: a utility process of Electron that owns WMI sessions and can be killed alone. */
import { callsInFlightOf } from './engine-environment.ts'
import type { EnginePort } from './engine-port.ts'
import { openEngineSite } from './engine-sites.ts'
import { runEngine } from './run-engine.ts'

// Electron's declaration knows no 'close'; its ports emit it.
const { parentPort } = process as unknown as { readonly parentPort?: EnginePort }

if (parentPort) {
  runEngine(parentPort, openEngineSite(callsInFlightOf(process.env)), process.pid, () => process.exit(0))
} else {
  console.error('The engine is started by the app and not by hand.')
  process.exit(64)
}
