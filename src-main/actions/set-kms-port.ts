import { z } from 'zod'
import { defaultKmsPort } from '../licensing/kms-facts.ts'
import { uint } from '../wmi/cim-values.ts'
import { ExistingHost, hostSettingAction } from './host-setting-action.ts'

const Params = z.object({ port: z.number().int().min(1).max(65_535), existing: ExistingHost }).strict()

/** Sets the TCP port on which a KMS host listens; it takes effect with the restart of the licensing service. */
export const setKmsPort = hostSettingAction<z.infer<typeof Params>>({
  kind: 'kms-host.set-port',
  params: Params,
  title: ({ port }) => `Let the KMS host listen on TCP port ${port}`,
  change: ({ port }) => ({ setting: 'port', value: port }),
  // 0 stands for the default (slmgr.md 3.4b).
  read: (row) => uint(row, 'KeyManagementServiceListeningPort') || defaultKmsPort,
  wanted: ({ port }) => port,
  input: ({ port }) => ({ PortNumber: port }),
  paramOf: (value) => ({ port: value }),
  words: (port) => `TCP port ${port}`,
})
