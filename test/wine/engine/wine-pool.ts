import { fileURLToPath } from 'node:url'
import { EnginePool } from '../../../src-main/engine/engine-pool.ts'
import { forkEngine } from '../../support/fork-engine.ts'

/** The app's pool over real engine processes under Wine; one WMI call in flight in each. */
export const openWinePool = (): EnginePool =>
  new EnginePool({ fork: () => forkEngine(fileURLToPath(new URL('./engine.mjs', import.meta.url)), 1) })

/** This computer, which is the Wine prefix. */
export const network = { place: 'network' } as const
