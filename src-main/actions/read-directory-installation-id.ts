import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import { slmgrCommand } from '../licensing/command-lines.ts'
import { parseInstallationId } from '../licensing/installation-id.ts'
import { maskFromLastFive } from '../licensing/product-key.ts'
import { text, uint } from '../wmi/cim-values.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import { defineAction } from './action.ts'
import { directoryFindings, directoryKey, keyShape } from './active-directory.ts'
import { findLicensingService } from './licensing-reader.ts'

const Params = z.object(keyShape).strict()
type Params = z.infer<typeof Params>
interface Read {
  readonly lastFive: string
  /** Its digits alone. */
  readonly installationId: string
}

const method = 'GenerateActiveDirectoryOfflineActivationId'

/** Reads the installation ID with which a forest is activated by telephone (slmgr.md 1.7, /ad-activation-get-iid). */
export const readDirectoryInstallationId = defineAction<Params, null, Read>({
  kind: 'active-directory.read-installation-id',
  params: Params,
  evidence: z.null(),
  risk: 'read',
  weight: 3,
  deadline: 60_000,
  secrets: ({ key }) => [key],
  title: ({ lastFive }) => `Read the installation ID of the forest for the key ending in ${lastFive}`,
  equivalent: ({ lastFive }, target) => slmgrCommand(target, '/ad-activation-get-iid', maskFromLastFive(lastFive)),
  undo: () => null,
  check: (context) => directoryFindings(context, null),
  before: async () => null,
  run: async (context, { key, lastFive }) => {
    const ProductKey = directoryKey(context, key)
    const { path } = await findLicensingService(context)
    const session = await context.session('root\\cimv2')
    const answer = await session.call(path, method, { ProductKey }, context.signal)
    const code = uint(answer, 'ReturnValue')
    if (code !== 0) throw new WmiError('call', code, `Windows refused ${method}.`)
    const parsed = parseInstallationId(text(answer, 'InstallationID'))
    if (parsed.outcome === 'id') return { lastFive, installationId: parsed.id.digits }
    throw new AppFailure({
      code: 'licensing-refused',
      message: `Windows tells no installation ID that can be read out. ${parsed.findings[0]?.message ?? ''}`.trim(),
      remedy: 'Check the key, or activate the forest over the internet.',
      retryable: false,
    })
  },
  settle: async () => ({ state: 'not-done', outcome: 'A reading step is simply repeated.' }),
  // The digits look like a confirmation ID, so that the journal would mask them.
  outcome: ({ lastFive, installationId }) =>
    `The installation ID for the key ending in ${lastFive} was read: ${installationId.length} digits in nine blocks.`,
})
