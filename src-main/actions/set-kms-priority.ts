import { z } from 'zod'
import { flag } from '../wmi/cim-values.ts'
import { ExistingHost, hostSettingAction } from './host-setting-action.ts'

const Params = z.object({ low: z.boolean(), existing: ExistingHost }).strict()

/**
 * Sets the process priority of the licensing service on a KMS host. It acts on the service whichever product sorts
 * first; slmgr /cpri looks at the first product with a key alone and can do nothing (slmgr.md 1.5).
 */
export const setKmsPriority = hostSettingAction<z.infer<typeof Params>>({
  kind: 'kms-host.set-priority',
  params: Params,
  title: ({ low }) => `Run the licensing service with ${low ? 'low' : 'normal'} priority`,
  change: ({ low }) => ({ setting: 'lowPriority', value: low }),
  read: (row) => flag(row, 'KeyManagementServiceLowPriority'),
  wanted: ({ low }) => low,
  input: ({ low }) => ({ EnableLowPriority: low }),
  paramOf: (value) => ({ low: value }),
  words: (low) => (low ? 'low priority' : 'normal priority'),
})
