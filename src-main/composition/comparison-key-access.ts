import { randomBytes } from 'node:crypto'
import { toAppError } from '../contract/app-error.ts'
import { loadComparisonKey } from '../store/comparison-key.ts'
import type { StoreNotice } from '../store/journal-file.ts'

/**
 * The key with which product keys are compared across restarts. Where its file cannot be written, one for this life of
 * the app alone is made and a notice says what that means.
 */
export const comparisonKeyOrExplain = (
  path: string,
  load: (path: string) => Buffer = loadComparisonKey,
): { readonly key: Buffer; readonly notices: readonly StoreNotice[] } => {
  try {
    return { key: load(path), notices: [] }
  } catch (thrown) {
    const { message, remedy } = toAppError(thrown)
    const notice: StoreNotice = { level: 'warning', message, ...(remedy === undefined ? {} : { remedy }) }
    return { key: randomBytes(32), notices: [notice] }
  }
}
