import { z } from 'zod'
import { clearKeyCommand } from '../licensing/client-commands.ts'
import { defineAction } from './action.ts'
import { callLicensing } from './licensing-calls.ts'
import { findLicensingService } from './licensing-reader.ts'
import { elevationFindings } from './local-rights.ts'

/**
 * Removes the product key from the registry, where other programs could read it. Licence and activation stay. Windows
 * shows nowhere that it is gone, so that an interrupted step is repeated, which does no harm (slmgr.md 1.3).
 */
export const clearProductKey = defineAction<Record<string, never>, null, null>({
  kind: 'product-key.clear-from-registry',
  params: z.object({}).strict(),
  evidence: z.null(),
  risk: 'irreversible',
  weight: 2,
  deadline: 60_000,
  title: () => 'Remove the product key from the registry',
  equivalent: (_, target) => clearKeyCommand(target),
  undo: () => ({
    possible: false,
    sentence: 'The key in the registry cannot be brought back; the computer stays licensed and activated without it.',
  }),
  check: async (context) => elevationFindings(context),
  before: async () => null,
  run: async (context) => {
    const { path } = await findLicensingService(context)
    await callLicensing(context, path, 'ClearProductKeyFromRegistry')
    return null
  },
  settle: async () => ({
    state: 'not-done',
    outcome: 'Windows does not show whether the key is in the registry; removing it again does no harm.',
  }),
  outcome: () => 'Windows removed the product key from the registry. Its licence and activation stay as they are.',
})
