import { assertNever } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import { valueFaults } from './host-registry-checks.ts'
import {
  type HostRegistryName,
  hostRegistryKey,
  hostRegistryTypes,
  type HostRegistryValue,
  registryFileHeader,
} from './registry-file.ts'
import { logicalLines, parseStatement, type RegistryData } from './registry-file-lines.ts'
import { encodingName, sniffEncoding } from './text-encoding.ts'

/** The values of a .reg file, or everything for which it was refused. No finding quotes the data of a value. */
export type ReadRegistryFile =
  | { readonly outcome: 'values'; readonly values: readonly HostRegistryValue[] }
  | { readonly outcome: 'refused'; readonly findings: readonly Finding[] }

const exportAgain =
  'Export the settings of the other KMS host with this app again, or correct the line in a text editor.'

const problem = (check: string, message: string, remedy: string = exportAgain): Finding => ({
  check,
  level: 'problem',
  field: 'registryFile',
  message,
  remedy,
})
const refused = (...findings: readonly Finding[]): ReadRegistryFile => ({ outcome: 'refused', findings })

const oldKey = String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SL`
const sameKey = (key: string, other: string): boolean => key.toLowerCase() === other.toLowerCase()
const shorten = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text)

const keyFinding = (line: number, key: string, remove: boolean): Finding | null => {
  if (remove) {
    return problem(
      'registry-deletion',
      `Line ${line}: the file deletes the key ${shorten(key)}. Nothing is deleted here.`,
    )
  }
  if (sameKey(key, hostRegistryKey)) return null
  if (sameKey(key, oldKey)) {
    const message = `Line ${line}: ${oldKey} is where Windows Vista and Server 2008 keep these settings; later Windows does not read it.`
    return problem('registry-key', message, 'Export the settings from a host with Windows 7, Server 2008 R2 or later.')
  }
  return problem(
    'registry-key',
    `Line ${line}: the file has the key ${shorten(key)}; only ${hostRegistryKey} is taken.`,
  )
}

const knownNames: ReadonlyMap<string, HostRegistryName> = new Map(
  (Object.keys(hostRegistryTypes) as HostRegistryName[]).map((name) => [name.toLowerCase(), name]),
)

const typed = (name: HostRegistryName, data: RegistryData): HostRegistryValue | null => {
  switch (name) {
    case 'DnsDomainPublishList':
      return data.kind === 'multi' ? { name, type: 'REG_MULTI_SZ', data: data.lines } : null
    case 'KeyManagementServiceListeningPort':
      return data.kind === 'text' ? { name, type: 'REG_SZ', data: data.text } : null
    case 'DisableDnsPublishing':
    case 'EnableKmsLowPriority':
    case 'VLActivationInterval':
    case 'VLRenewalInterval':
      return data.kind === 'dword' ? { name, type: 'REG_DWORD', data: data.number } : null
    default:
      return assertNever(name)
  }
}

type ReadValue = HostRegistryValue | readonly Finding[]

const readValue = (line: number, name: string | null, data: RegistryData): ReadValue => {
  const known = name === null ? undefined : knownNames.get(name.toLowerCase())
  if (known === undefined) {
    const shown = name === null ? "the key's default value" : `the value ${shorten(name)}`
    const names = Object.keys(hostRegistryTypes).join(', ')
    return [problem('registry-value', `Line ${line}: the file sets ${shown}; only ${names} are taken.`)]
  }
  if (data.kind === 'delete') {
    return [problem('registry-deletion', `Line ${line}: the file deletes the value ${known}. Nothing is deleted here.`)]
  }
  if (data.kind === 'broken')
    return [problem('registry-data', `Line ${line}: ${known} cannot be read: ${data.reason}.`)]
  const value = typed(known, data)
  if (value === null) {
    return [problem('registry-type', `Line ${line}: ${known} must have the type ${hostRegistryTypes[known]}.`)]
  }
  const faults = valueFaults(value)
  return faults.length === 0
    ? value
    : faults.map((fault) => ({
        ...fault,
        field: 'registryFile',
        message: `Line ${line}: ${known}: ${fault.message}`,
      }))
}

const readStatements = (text: string): ReadRegistryFile => {
  const findings: Finding[] = []
  const values = new Map<HostRegistryName, { readonly line: number; readonly value: HostRegistryValue }>()
  let inKey: 'none' | 'ours' | 'other' = 'none'
  for (const { line, text: content } of logicalLines(text).slice(1)) {
    const statement = parseStatement(content)
    if (statement.kind === 'unreadable') {
      findings.push(problem('registry-line', `Line ${line} is neither a key nor a value.`))
    } else if (statement.kind === 'key') {
      const finding = keyFinding(line, statement.key, statement.remove)
      inKey = finding ? 'other' : 'ours'
      if (finding) findings.push(finding)
    } else if (inKey === 'none') {
      findings.push(problem('registry-line', `Line ${line} sets a value before a key was named.`))
    } else if (inKey === 'ours') {
      const read = readValue(line, statement.name, statement.data)
      if (!('name' in read)) findings.push(...read)
      else if (values.has(read.name)) {
        const first = values.get(read.name)?.line
        findings.push(problem('registry-twice', `Line ${line}: ${read.name} was set in line ${first} already.`))
      } else values.set(read.name, { line, value: read })
    }
  }
  if (findings.length > 0) return refused(...findings)
  if (values.size === 0) return refused(problem('registry-empty', 'The file sets none of the values of a KMS host.'))
  return { outcome: 'values', values: [...values.values()].map(({ value }) => value) }
}

/**
 * Reads a .reg file with the settings of a KMS host. It must be in UTF-16 (little-endian, with byte order mark), as
 * Registry Editor writes it, and set values of the SoftwareProtectionPlatform subkey alone: other keys and values,
 * deletions, broken or out-of-range data refuse the whole file, each with its line. Nothing is written here.
 */
export const readRegistryFile = (bytes: Uint8Array): ReadRegistryFile => {
  if (bytes.length === 0) return refused(problem('registry-empty', 'The file is empty.'))
  const encoding = sniffEncoding(bytes)
  if (encoding !== 'utf-16le') {
    const message = `The file is not in UTF-16 as Registry Editor writes it; it looks like ${encodingName[encoding]}.`
    return refused(
      problem('registry-encoding', message, 'Export it again, or save it in Notepad with the encoding "UTF-16 LE".'),
    )
  }
  if (bytes.length % 2 !== 0) {
    return refused(problem('registry-encoding', 'The file ends in the middle of a character: it is not complete.'))
  }
  const text = new TextDecoder('utf-16le').decode(bytes)
  const [first] = logicalLines(text)
  if (first?.text !== registryFileHeader) {
    const message = `Line ${first?.line ?? 1}: the file does not begin with "${registryFileHeader}".`
    return refused(problem('registry-header', message))
  }
  return readStatements(text)
}
