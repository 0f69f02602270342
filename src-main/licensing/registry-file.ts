import { encodeUtf16 } from './text-encoding.ts'

/** The subkey that holds the settings of a KMS host since Windows 7 / Server 2008 R2 (kms.md 2). */
export const hostRegistryKey =
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SoftwareProtectionPlatform'

/** First line of a file of Registry Editor since Windows 2000. */
export const registryFileHeader = 'Windows Registry Editor Version 5.00'

/** The values of a KMS host by the type that Windows gives them (kms.md 2; the port is text). */
export const hostRegistryTypes = {
  DnsDomainPublishList: 'REG_MULTI_SZ',
  DisableDnsPublishing: 'REG_DWORD',
  EnableKmsLowPriority: 'REG_DWORD',
  KeyManagementServiceListeningPort: 'REG_SZ',
  VLActivationInterval: 'REG_DWORD',
  VLRenewalInterval: 'REG_DWORD',
} as const

export type HostRegistryName = keyof typeof hostRegistryTypes
type NamesOf<Type extends string> = {
  [Name in HostRegistryName]: (typeof hostRegistryTypes)[Name] extends Type ? Name : never
}[HostRegistryName]

/** One value of a KMS host as it stands in the registry. */
export type HostRegistryValue =
  | { readonly name: NamesOf<'REG_MULTI_SZ'>; readonly type: 'REG_MULTI_SZ'; readonly data: readonly string[] }
  | { readonly name: NamesOf<'REG_DWORD'>; readonly type: 'REG_DWORD'; readonly data: number }
  | { readonly name: NamesOf<'REG_SZ'>; readonly type: 'REG_SZ'; readonly data: string }

/** Registry Editor breaks lines of hexadecimal bytes so that none is longer, and indents what follows by two blanks. */
const lineLimit = 80
const indent = '  '

const multiText = (lines: readonly string[]): string =>
  lines.length === 0 ? '\0' : `${lines.map((line) => `${line}\0`).join('')}\0`

const hexLines = (start: string, bytes: Uint8Array): string => {
  const parts = [...bytes].map((byte, index) => {
    const hex = byte.toString(16).padStart(2, '0')
    return index === bytes.length - 1 ? hex : `${hex},`
  })
  const lines: string[] = []
  let line = start
  for (const part of parts) {
    // One place stays free for the backslash.
    if (line.length + part.length > lineLimit - 1) {
      lines.push(`${line}\\`)
      line = indent
    }
    line += part
  }
  return [...lines, line].join('\r\n')
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')

const entry = (value: HostRegistryValue): string => {
  const start = `"${value.name}"=`
  switch (value.type) {
    case 'REG_MULTI_SZ':
      return hexLines(`${start}hex(7):`, encodeUtf16(multiText(value.data)).subarray(2))
    case 'REG_DWORD':
      return `${start}dword:${(value.data >>> 0).toString(16).padStart(8, '0')}`
    case 'REG_SZ':
      return `${start}"${escaped(value.data)}"`
  }
}

/** The text of a .reg file with these values, lines ended with CR LF. */
export const registryFileText = (values: readonly HostRegistryValue[]): string =>
  [registryFileHeader, '', `[${hostRegistryKey}]`, ...values.map(entry), '', ''].join('\r\n')

/**
 * A .reg file as Registry Editor writes it (UTF-16 with byte order mark), to set up further KMS hosts like this one
 * (deploying-kms-activation.txt, "Publishing to Multiple DNS Domains"). Values that are absent stay as they are on the
 * other host.
 */
export const writeRegistryFile = (values: readonly HostRegistryValue[]): Uint8Array =>
  encodeUtf16(registryFileText(values))
