import type { WindowsEdition } from './windows-editions.ts'

const release61 = { version: '6.1', builds: [7600, 7601], release: 2009 } as const
const client = { ...release61, family: 'Windows Operating System - Windows(R) 7', server: false } as const
const server = { ...release61, family: 'Windows Operating System - Windows Server(R)', server: true } as const

/** observed: retail and OEM channels (slmgr.md 2.4). documented: Windows 7 Enterprise comes by volume licence alone. */
const sold = ['RETAIL', 'OEM_SLP', 'OEM_COA_NSLP'] as const

/**
 * observed: names and descriptions as slmgr /dlv shows them, and the activation IDs of the KMS client products, which
 * events 12288 and 12290 of real computers carry (events.json has that of Server 2008 R2 Standard). The IDs of other
 * products are made up. assumed: VOLUME_KMS_C is the channel of host keys for clients.
 */
export const editions61: readonly WindowsEdition[] = [
  {
    ...client,
    editionId: 'Enterprise',
    name: 'Windows(R) 7, Enterprise edition',
    clientId: 'ae2ee509-1b34-41c0-acb7-6d4650168915',
    channels: ['VOLUME_MAK', 'VOLUME_KMS_C'],
  },
  {
    ...client,
    editionId: 'Professional',
    name: 'Windows(R) 7, Professional edition',
    clientId: 'b92e9980-b9d5-4821-9c94-140f632f6312',
    channels: ['VOLUME_MAK', 'VOLUME_KMS_C', ...sold],
  },
  {
    ...server,
    editionId: 'ServerStandard',
    name: 'Windows Server(R), ServerStandard edition',
    clientId: '68531fb9-5511-4989-97be-d11a0f55633f',
    channels: ['VOLUME_MAK', 'VOLUME_KMS_R2_B', ...sold],
  },
  {
    ...server,
    editionId: 'ServerEnterprise',
    name: 'Windows Server(R), ServerEnterprise edition',
    clientId: '620e2b3d-09e7-42fd-802a-17a13652fe7a',
    channels: ['VOLUME_MAK', 'VOLUME_KMS_R2_B', ...sold],
  },
  {
    ...server,
    editionId: 'ServerDatacenter',
    name: 'Windows Server(R), ServerDatacenter edition',
    clientId: '7482e61b-c589-4b7f-8ecc-46d455ac3b87',
    channels: ['VOLUME_MAK', 'VOLUME_KMS_R2_C', ...sold],
  },
]
