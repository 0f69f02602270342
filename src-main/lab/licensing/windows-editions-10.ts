import type { WindowsEdition } from './windows-editions.ts'

const newest = 99_999
const family = 'Windows(R) Operating System'
const sold = ['RETAIL', 'OEM_DM', 'OEM_COA_NSLP'] as const

/** documented: one setup key and one licence for an edition of Windows 10 and 11 alike (gvlk-notes.md). */
const client = (
  editionId: string,
  clientId: string | null,
  channels: readonly string[],
  builds: readonly [number, number] = [10_240, newest],
): WindowsEdition => ({
  version: '10.0',
  builds,
  release: 2016,
  editionId,
  name: `Windows(R), ${editionId} edition`,
  family,
  server: false,
  clientId,
  channels,
})

/** assumed: VOLUME_KMS_W10 is the channel of host keys for Windows 10 clients. */
const volume = ['VOLUME_MAK', 'VOLUME_KMS_W10'] as const

/**
 * Editions of Windows 10 and 11. observed: the shape of Name and Description (slmgr.md 2.4). assumed, from general
 * knowledge: the activation IDs of the KMS client products. The IDs of the other products are made up. assumed: an edition
 * for which no setup key is published has no KMS client product.
 */
export const clientEditions10: readonly WindowsEdition[] = [
  client('Professional', '2de67392-b7a7-462a-b1ca-108dd189f588', [...volume, ...sold]),
  client('ProfessionalWorkstation', '82bbc092-bc50-4e16-8e18-b74fc486aec3', [...volume, ...sold]),
  client('ProfessionalEducation', '3f1afc82-f8ac-4f6c-8005-1d233e606eee', [...volume, ...sold]),
  client('Education', 'e0c42288-980c-4788-a014-c080d2e1926e', [...volume, 'RETAIL']),
  client('Enterprise', '73111121-5638-40f6-bc11-f1d7b0d64300', [...volume, 'TIMEBASED_SUB']),
  client('EnterpriseS', '32d2fab3-e4a8-42c2-923b-4bf4fd13e6ee', ['VOLUME_MAK'], [17_763, newest]),
  client('EnterpriseEval', null, ['TIMEBASED_EVAL']),
  client('Core', null, [...sold]),
]

interface ServerRelease {
  readonly version: string
  readonly build: number
  readonly release: number
  readonly family: string
  readonly name: string
  /** documented: which host keys a release takes (kms.md 5). assumed: their channels, after VOLUME_KMS_2012-R2_WIN10 (slmgr.md 2.4). */
  readonly hostChannels: readonly string[]
  /** Activation IDs of the KMS client products of Standard and Datacenter. assumed, from general knowledge. */
  readonly clientIds: readonly [string, string]
}

const releases: readonly ServerRelease[] = [
  {
    version: '6.2',
    build: 9200,
    release: 2012,
    family: 'Windows(R) Operating System',
    name: 'Windows Server(R) 2012',
    hostChannels: ['VOLUME_KMS_2012'],
    clientIds: ['f0f5ec41-0d55-4732-af02-440a44a3cf0f', 'd3643d60-0c42-412d-a7d6-52e6635327f6'],
  },
  {
    version: '6.3',
    build: 9600,
    release: 2013,
    family: 'Windows(R) Operating System',
    name: 'Windows Server(R) 2012 R2',
    hostChannels: ['VOLUME_KMS_2012-R2', 'VOLUME_KMS_2012-R2_WIN10'],
    clientIds: ['b3ca044e-a358-4d68-9883-aaa2941aca99', '00091344-1ea4-4f37-b789-01750ba6988c'],
  },
  {
    version: '10.0',
    build: 14_393,
    release: 2016,
    family,
    name: 'Windows(R)',
    hostChannels: ['VOLUME_KMS_WS16', 'VOLUME_KMS_WS19', 'VOLUME_KMS_WS22'],
    clientIds: ['8c1c5410-9f39-4805-8c9d-63a07706358f', '21c56779-b449-4d20-adfc-eece0e1ad74b'],
  },
  {
    version: '10.0',
    build: 17_763,
    release: 2019,
    family,
    name: 'Windows(R)',
    hostChannels: ['VOLUME_KMS_WS19', 'VOLUME_KMS_WS22', 'VOLUME_KMS_WS25'],
    clientIds: ['de32eafd-aaee-4662-9444-c1befb41bde2', '34e1ae55-27f8-4950-8877-7a03be5fb181'],
  },
  {
    version: '10.0',
    build: 20_348,
    release: 2022,
    family,
    name: 'Windows(R)',
    hostChannels: ['VOLUME_KMS_WS22', 'VOLUME_KMS_WS25'],
    clientIds: ['9bd77860-9b31-4b7b-96ad-2564017315bf', 'ef6cfc9f-8c5d-44ac-9aad-de6a2ea0ae03'],
  },
  {
    version: '10.0',
    build: 26_100,
    release: 2025,
    family,
    name: 'Windows(R)',
    hostChannels: ['VOLUME_KMS_WS25'],
    clientIds: ['7dc26449-db21-4e09-ba37-28f2958506a6', 'c052f164-cdf6-409a-a0cb-853ba0f0f55a'],
  },
]

/** documented: AVMA from Server 2012 R2 on (slmgr.md 1.10). */
const guestChannels = ({ release }: ServerRelease): readonly string[] =>
  release < 2013 ? [] : ['VIRTUAL_MACHINE_ACTIVATION']

const editionsOf = (release: ServerRelease): readonly WindowsEdition[] => {
  const edition = (editionId: string, clientId: string | null, channels: readonly string[]): WindowsEdition => ({
    version: release.version,
    builds: [release.build, release.build],
    release: release.release,
    editionId,
    name: `${release.name}, ${editionId} edition`,
    family: release.family,
    server: true,
    clientId,
    channels,
  })
  const [standard, datacenter] = release.clientIds
  const channels = ['VOLUME_MAK', ...release.hostChannels, 'RETAIL', 'OEM_SLP', ...guestChannels(release)]
  return [
    edition('ServerStandard', standard, channels),
    edition('ServerDatacenter', datacenter, channels),
    edition('ServerStandardEval', null, ['TIMEBASED_EVAL']),
    edition('ServerDatacenterEval', null, ['TIMEBASED_EVAL']),
  ]
}

/**
 * Editions of Windows Server from 2012 to 2025, and the Annual Channel of 2023, for which no setup key is published
 * (gvlk-notes.md).
 */
export const serverEditions: readonly WindowsEdition[] = [
  ...releases.flatMap(editionsOf),
  {
    version: '10.0',
    builds: [25_398, 25_398],
    release: 2022,
    editionId: 'ServerDatacenterACor',
    name: 'Windows(R), ServerDatacenterACor edition',
    family,
    server: true,
    clientId: null,
    channels: ['VOLUME_MAK', 'RETAIL'],
  },
]
