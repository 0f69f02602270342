import type { Generation } from '../schema/generations.ts'
import type { OsFacts } from '../world/state.ts'

interface Release {
  readonly generation: Generation
  readonly version: string
  readonly build: number
}

const facts = ({ generation, version, build }: Release) => ({
  generation,
  version,
  build,
  architecture: '64-bit',
  language: 'en-US',
  // assumed: the update of each build; the licensing service has the version of Windows itself (slmgr.md 7.1).
  serviceVersion: `${version}.1`,
})

const client = (release: Release, caption: string, sku: number, editionId: string): OsFacts => ({
  ...facts(release),
  caption: `Microsoft ${caption}`,
  sku,
  editionId,
  productType: 1,
})

const server = (release: Release, caption: string, sku: number, editionId: string): OsFacts => ({
  ...client(release, caption, sku, editionId),
  productType: 3,
})

/** Generations of the schema by release: slmgr.md 7. assumed: Windows 10 22H2 still has the schema of 2019. */
const release = {
  server2012: { generation: '8.0', version: '6.2.9200', build: 9200 },
  server2012R2: { generation: '8.1', version: '6.3.9600', build: 9600 },
  server2019: { generation: '2019', version: '10.0.17763', build: 17_763 },
  windows10: { generation: '2019', version: '10.0.19045', build: 19_045 },
  server2022: { generation: '23H2', version: '10.0.20348', build: 20_348 },
  annual: { generation: '23H2', version: '10.0.25398', build: 25_398 },
  windows11: { generation: '23H2', version: '10.0.22631', build: 22_631 },
  windows11New: { generation: '23H2', version: '10.0.26100', build: 26_100 },
  server2025: { generation: '23H2', version: '10.0.26100', build: 26_100 },
} as const satisfies Readonly<Record<string, Release>>

/** Captions as Win32_OperatingSystem gives them; osSku values as gvlk.json has them, 79 and 101 from winnt.h. */
export const server2012Standard = server(release.server2012, 'Windows Server 2012 Standard', 7, 'ServerStandard')
export const server2012R2Standard = server(release.server2012R2, 'Windows Server 2012 R2 Standard', 7, 'ServerStandard')
export const server2019Standard = server(release.server2019, 'Windows Server 2019 Standard', 7, 'ServerStandard')
export const server2022Standard = server(release.server2022, 'Windows Server 2022 Standard', 7, 'ServerStandard')
export const server2022Datacenter = server(release.server2022, 'Windows Server 2022 Datacenter', 8, 'ServerDatacenter')
export const server2022Evaluation = server(
  release.server2022,
  'Windows Server 2022 Standard Evaluation',
  79,
  'ServerStandardEval',
)
export const server2025Standard = server(release.server2025, 'Windows Server 2025 Standard', 7, 'ServerStandard')
export const server2025Datacenter = server(release.server2025, 'Windows Server 2025 Datacenter', 8, 'ServerDatacenter')
/** Server 23H2, Annual Channel: no setup key is published for it (gvlk-notes.md). */
export const serverAnnual = server(release.annual, 'Windows Server Datacenter', 145, 'ServerDatacenterACor')
export const windows10Pro = client(release.windows10, 'Windows 10 Pro', 48, 'Professional')
export const windows11Pro = client(release.windows11, 'Windows 11 Pro', 48, 'Professional')
export const windows11NewPro = client(release.windows11New, 'Windows 11 Pro', 48, 'Professional')
export const windows11Enterprise = client(release.windows11, 'Windows 11 Enterprise', 4, 'Enterprise')
export const windows11Home = client(release.windows11, 'Windows 11 Home', 101, 'Core')
