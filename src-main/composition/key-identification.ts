import type { KeyIdentification } from '../handlers/service-interfaces.ts'
import type { EnginePool } from '../engine/engine-pool.ts'
import { parseProductKey } from '../licensing/product-key.ts'

/**
 * Asks the Windows that the app runs on what kind a product key is. Elsewhere, and where the question fails in whatever
 * way, the answer is that nobody could be asked.
 */
export const createKeyIdentification = (
  pool: Pick<EnginePool, 'identifyKey'>,
  platform: NodeJS.Platform,
): KeyIdentification => ({
  identify: async (typed, signal) => {
    const parsed = parseProductKey(typed)
    if (parsed.outcome === 'malformed') return { outcome: 'not-available', reason: 'This is no product key.' }
    if (platform !== 'win32') return { outcome: 'not-available', reason: 'The app does not run on Windows.' }
    try {
      return await pool.identifyKey(parsed.key.text, signal)
    } catch {
      return { outcome: 'not-available', reason: 'Windows did not answer in time.' }
    }
  },
})
