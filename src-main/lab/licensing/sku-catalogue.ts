import { guidFrom, randomFrom } from '../random.ts'
import type { OsFacts } from '../world/state.ts'

/** documented: ApplicationID of Windows (slmgr.md 2.1). */
export const windowsApplicationId = '55c92734-d682-4d71-983e-d6ec3f16059f'

/** Counts that a KMS client of this kind needs. documented: 25 for Windows clients, 5 for servers (kms.md 1). */
export const requiredCounts = { client: 25, server: 5 } as const

export interface Sku {
  readonly activationId: string
  readonly name: string
  readonly description: string
  readonly kind: 'kms-client' | 'kms-host' | 'mak'
  readonly channel: string
  readonly editionId: string
  /** Count that the product asks of a KMS host. */
  readonly minimum: number
}

interface Edition {
  readonly version: string
  readonly editionId: string
  readonly name: string
  /** What stands before the channel in Description. */
  readonly family: string
  readonly server: boolean
  /** Activation ID of the KMS client product. */
  readonly clientId: string
  readonly hostChannel: string
}

/**
 * observed: names and descriptions as slmgr /dlv shows them, and the activation IDs of the KMS client products, which
 * events 12288 and 12290 of real computers carry (events.json has that of Server 2008 R2 Standard). The IDs of other
 * products are made up. assumed: VOLUME_KMS_C is the channel of host keys for clients.
 */
const editions: readonly Edition[] = [
  {
    version: '6.1',
    editionId: 'Enterprise',
    name: 'Windows(R) 7, Enterprise edition',
    family: 'Windows Operating System - Windows(R) 7',
    server: false,
    clientId: 'ae2ee509-1b34-41c0-acb7-6d4650168915',
    hostChannel: 'VOLUME_KMS_C',
  },
  {
    version: '6.1',
    editionId: 'Professional',
    name: 'Windows(R) 7, Professional edition',
    family: 'Windows Operating System - Windows(R) 7',
    server: false,
    clientId: 'b92e9980-b9d5-4821-9c94-140f632f6312',
    hostChannel: 'VOLUME_KMS_C',
  },
  {
    version: '6.1',
    editionId: 'ServerStandard',
    name: 'Windows Server(R), ServerStandard edition',
    family: 'Windows Operating System - Windows Server(R)',
    server: true,
    clientId: '68531fb9-5511-4989-97be-d11a0f55633f',
    hostChannel: 'VOLUME_KMS_R2_B',
  },
  {
    version: '6.1',
    editionId: 'ServerEnterprise',
    name: 'Windows Server(R), ServerEnterprise edition',
    family: 'Windows Operating System - Windows Server(R)',
    server: true,
    clientId: '620e2b3d-09e7-42fd-802a-17a13652fe7a',
    hostChannel: 'VOLUME_KMS_R2_B',
  },
  {
    version: '6.1',
    editionId: 'ServerDatacenter',
    name: 'Windows Server(R), ServerDatacenter edition',
    family: 'Windows Operating System - Windows Server(R)',
    server: true,
    clientId: '7482e61b-c589-4b7f-8ecc-46d455ac3b87',
    hostChannel: 'VOLUME_KMS_R2_C',
  },
]

const skusOfEdition = (edition: Edition): readonly Sku[] => {
  const minimum = edition.server ? requiredCounts.server : requiredCounts.client
  const sku = (kind: Sku['kind'], channel: string, activationId?: string): Sku => ({
    activationId: activationId ?? guidFrom(randomFrom(`sku ${edition.version} ${edition.editionId} ${channel}`)),
    name: edition.name,
    description: `${edition.family}, ${channel} channel`,
    kind,
    channel,
    editionId: edition.editionId,
    minimum,
  })
  return [
    sku('kms-client', 'VOLUME_KMSCLIENT', edition.clientId),
    sku('mak', 'VOLUME_MAK'),
    sku('kms-host', edition.hostChannel),
  ]
}

const cache = new Map<string, readonly Sku[]>()

/** Windows version of a build's service as the key tables name it: "6.1". */
export const versionOf = ({ version }: OsFacts): string => version.split('.').slice(0, 2).join('.')

/** The Windows products whose licences are installed on a computer of this edition. */
export const skusOf = (os: OsFacts): readonly Sku[] => {
  const wanted = `${versionOf(os)} ${os.editionId}`
  const known = cache.get(wanted)
  if (known) return known
  const edition = editions.find(({ version, editionId }) => `${version} ${editionId}` === wanted)
  const skus = edition ? skusOfEdition(edition) : []
  cache.set(wanted, skus)
  return skus
}
