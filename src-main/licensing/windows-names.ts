/** Version facts of one computer, from Win32_OperatingSystem. */
export interface WindowsVersion {
  /** "6.1.7601" */
  readonly osVersion: string
  readonly osBuild: number
  /** Win32_OperatingSystem.ProductType other than 1. */
  readonly isServer: boolean
}

/** Major and minor version as one comparable number: "6.1.7601" is 601, "10.0.20348" is 1000; 0 where unreadable. */
export const versionNumber = (osVersion: string): number => {
  const [major = '', minor = ''] = osVersion.split('.')
  const number = Number.parseInt(major, 10) * 100 + Number.parseInt(minor || '0', 10)
  return Number.isNaN(number) ? 0 : number
}

const beforeTen: Readonly<Record<number, readonly [client: string, server: string]>> = {
  500: ['Windows 2000', 'Windows 2000 Server'],
  501: ['Windows XP', 'Windows XP'],
  502: ['Windows XP x64', 'Windows Server 2003'],
  600: ['Windows Vista', 'Windows Server 2008'],
  601: ['Windows 7', 'Windows Server 2008 R2'],
  602: ['Windows 8', 'Windows Server 2012'],
  603: ['Windows 8.1', 'Windows Server 2012 R2'],
}

/** Servers since 10.0 keep one build for life (gvlk.json, minBuild). */
const serverBuilds: Readonly<Record<number, string>> = {
  14393: 'Windows Server 2016',
  17763: 'Windows Server 2019',
  20348: 'Windows Server 2022',
  25398: 'Windows Server, version 23H2',
  26100: 'Windows Server 2025',
}

/** The name of a Windows without its edition: "Windows Server 2008 R2". An unknown one is named by its version. */
export const windowsName = ({ osVersion, osBuild, isServer }: WindowsVersion): string => {
  const version = versionNumber(osVersion)
  const names = beforeTen[version]
  if (names) return isServer ? names[1] : names[0]
  if (version !== 1000) return `Windows version ${osVersion}`
  if (isServer) return serverBuilds[osBuild] ?? `Windows Server, build ${osBuild}`
  return osBuild >= 22000 ? 'Windows 11' : 'Windows 10'
}
