import { versionNumber, type WindowsVersion } from './windows-names.ts'

/** The Windows releases that tables about KMS host keys speak of (kms.md 5). */
export type WindowsSystem =
  | 'windows-vista'
  | 'windows-7'
  | 'windows-8'
  | 'windows-8.1'
  | 'windows-10'
  | 'windows-11'
  | 'server-2003'
  | 'server-2008'
  | 'server-2008-r2'
  | 'server-2012'
  | 'server-2012-r2'
  | 'server-2016'
  | 'server-sac'
  | 'server-2019'
  | 'server-2022'
  | 'server-2025'

interface SystemFacts {
  readonly name: string
  readonly server: boolean
  /** Order of appearance: a client release and the server release of its time have one number. */
  readonly age: number
}

const client = (name: string, age: number): SystemFacts => ({ name, server: false, age })
const server = (name: string, age: number): SystemFacts => ({ name, server: true, age })

const facts: Readonly<Record<WindowsSystem, SystemFacts>> = {
  'windows-vista': client('Windows Vista', 2),
  'windows-7': client('Windows 7', 3),
  'windows-8': client('Windows 8', 4),
  'windows-8.1': client('Windows 8.1', 5),
  'windows-10': client('Windows 10', 6),
  'windows-11': client('Windows 11', 9),
  'server-2003': server('Windows Server 2003', 1),
  'server-2008': server('Windows Server 2008', 2),
  'server-2008-r2': server('Windows Server 2008 R2', 3),
  'server-2012': server('Windows Server 2012', 4),
  'server-2012-r2': server('Windows Server 2012 R2', 5),
  'server-2016': server('Windows Server 2016', 7),
  'server-sac': server('a semi-annual release of Windows Server', 8),
  'server-2019': server('Windows Server 2019', 8),
  'server-2022': server('Windows Server 2022', 9),
  'server-2025': server('Windows Server 2025', 10),
}

/** The name of a release: "Windows Server 2008 R2". */
export const systemName = (system: WindowsSystem): string => facts[system].name

/** Whether a release is a Windows Server. */
export const isServerSystem = (system: WindowsSystem): boolean => facts[system].server

/** Whether a release appeared after another. Releases of the same build are not newer than one another. */
export const isNewerThan = (system: WindowsSystem, other: WindowsSystem): boolean =>
  facts[system].age > facts[other].age

const beforeTen: Readonly<Record<number, readonly [client: WindowsSystem | null, server: WindowsSystem | null]>> = {
  502: [null, 'server-2003'],
  600: ['windows-vista', 'server-2008'],
  601: ['windows-7', 'server-2008-r2'],
  602: ['windows-8', 'server-2012'],
  603: ['windows-8.1', 'server-2012-r2'],
}

/** Builds of long-lived servers, and of the semi-annual releases 1709 to 20H2 (gvlk.json; Windows Server release information). */
const serverBuilds: Readonly<Record<number, WindowsSystem>> = {
  14393: 'server-2016',
  16299: 'server-sac',
  17134: 'server-sac',
  17763: 'server-2019',
  18362: 'server-sac',
  18363: 'server-sac',
  19041: 'server-sac',
  19042: 'server-sac',
  20348: 'server-2022',
  26100: 'server-2025',
}

/** The release that a computer runs; null for one that the tables do not name (kms.md 5), such as a preview. */
export const systemOf = ({ osVersion, osBuild, isServer }: WindowsVersion): WindowsSystem | null => {
  const version = versionNumber(osVersion)
  if (version === 1000) {
    if (isServer) return serverBuilds[osBuild] ?? null
    return osBuild >= 22_000 ? 'windows-11' : 'windows-10'
  }
  return beforeTen[version]?.[isServer ? 1 : 0] ?? null
}
