import { z } from 'zod'
import { flag } from '../wmi/cim-values.ts'
import { ExistingHost, hostSettingAction } from './host-setting-action.ts'

const Params = z.object({ enabled: z.boolean(), existing: ExistingHost }).strict()

/**
 * Switches the publishing of a KMS host in DNS on or off by the service's own method, whose parameter is the other way
 * round (slmgr.md 1.5). Records that are published already stay until somebody removes them.
 */
export const setDnsPublishing = hostSettingAction<z.infer<typeof Params>>({
  kind: 'kms-host.set-dns-publishing',
  params: Params,
  title: ({ enabled }) =>
    enabled ? 'Let the KMS host publish itself in DNS' : 'Stop the KMS host from publishing itself in DNS',
  change: ({ enabled }) => ({ setting: 'dnsPublishing', value: enabled }),
  read: (row) => flag(row, 'KeyManagementServiceDnsPublishing'),
  wanted: ({ enabled }) => enabled,
  input: ({ enabled }) => ({ DisablePublishing: !enabled }),
  paramOf: (value) => ({ enabled: value }),
  words: (enabled) => (enabled ? 'on' : 'off'),
})
