import type { Draft } from 'immer'
import type { Computer, RegistryKey, RegistryType, RegistryValue } from '../world/state.ts'

/** Result codes of StdRegProv, which are Win32's (winerror.h). */
export const registryCodes = { done: 0, notFound: 2, accessDenied: 5, wrongType: 13, invalidParameter: 87 } as const

/** Base of the licensing settings (slmgr.md 6). */
export const licensingPath = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SoftwareProtectionPlatform'

/** Where the rules of Windows Firewall are kept. */
export const firewallRulesPath =
  'HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules'

const roots: Readonly<Record<number, string>> = {
  0x80000000: 'HKCR',
  0x80000001: 'HKCU',
  0x80000002: 'HKLM',
  0x80000003: 'HKU',
  0x80000005: 'HKCC',
}

/** The whole path of a sub key under a predefined handle; null for a handle that does not exist. */
export const registryPath = (handle: number, subKey: string): string | null => {
  const root = roots[handle]
  if (root === undefined) return null
  const trimmed = subKey.replace(/^\\+|\\+$/g, '')
  return trimmed === '' ? root : `${root}\\${trimmed}`
}

const keptKeys = 512
const keys = new Map<string, string>()

/** Keys are compared without regard to case. The same few are asked for again and again, so their spelling is kept. */
const keyOf = (path: string): string => {
  const known = keys.get(path)
  if (known !== undefined) return known
  if (keys.size >= keptKeys) keys.clear()
  const key = path.toLowerCase()
  keys.set(path, key)
  return key
}

/** Whether a key exists. The predefined ones always do. */
export const keyExists = ({ registry }: Computer, path: string): boolean => {
  const wanted = keyOf(path)
  return !wanted.includes('\\') || Object.hasOwn(registry, wanted)
}

/** A path with all paths above it, the predefined key left out: HKLM\A and HKLM\A\B for HKLM\A\B. */
const withParents = (path: string): readonly string[] => {
  const [root = '', ...names] = path.split('\\')
  return names.map((_name, index) => [root, ...names.slice(0, index + 1)].join('\\'))
}

export const registryValue = ({ registry }: Computer, path: string, name: string): RegistryValue | undefined =>
  registry[keyOf(path)]?.values[name.toLowerCase()]

export const registryText = (computer: Computer, path: string, name: string): string | null => {
  const data = registryValue(computer, path, name)?.data
  return typeof data === 'string' ? data : null
}

export const registryNumber = (computer: Computer, path: string, name: string): number | null => {
  const data = registryValue(computer, path, name)?.data
  return typeof data === 'number' ? data : null
}

/** Creates a key with all keys above it. */
export const createRegistryKey = (computer: Draft<Computer>, path: string): void => {
  for (const each of withParents(path)) computer.registry[keyOf(each)] ??= { path: each, values: {} }
}

/** Writes a value; the key is created where it is missing. */
export const setRegistryValue = (
  computer: Draft<Computer>,
  path: string,
  name: string,
  type: RegistryType,
  data: RegistryValue['data'],
): void => {
  createRegistryKey(computer, path)
  const key = computer.registry[keyOf(path)]
  if (!key) return
  const copy = Array.isArray(data) ? ([...data] as string[] | number[]) : (data as string | number)
  key.values[name.toLowerCase()] = { name, type, data: copy }
}

/** Deletes a value; tells whether it was there. */
export const deleteRegistryValue = (computer: Draft<Computer>, path: string, name: string): boolean => {
  const values = computer.registry[keyOf(path)]?.values
  const wanted = name.toLowerCase()
  if (!values || !Object.hasOwn(values, wanted)) return false
  delete values[wanted]
  return true
}

/** Names of the keys right beneath a key, in order. */
export const subKeysOf = ({ registry }: Computer, path: string): readonly string[] => {
  const prefix = `${keyOf(path)}\\`
  const names = new Map<string, string>()
  for (const key of Object.values(registry)) {
    if (!keyOf(key.path).startsWith(prefix)) continue
    const name = key.path.slice(prefix.length).split('\\')[0] ?? ''
    names.set(name.toLowerCase(), name)
  }
  return [...names.values()].toSorted((left, right) => left.localeCompare(right))
}

/** Deletes a key; a code of StdRegProv. A key with keys beneath it cannot be deleted (documented: StdRegProv.DeleteKey). */
export const deleteRegistryKey = (computer: Draft<Computer>, path: string): number => {
  if (!keyExists(computer as Computer, path)) return registryCodes.notFound
  if (subKeysOf(computer as Computer, path).length > 0) return registryCodes.accessDenied
  delete computer.registry[keyOf(path)]
  return registryCodes.done
}

/** Builds the registry of a new computer from paths and their values. */
export const buildRegistry = (
  content: Readonly<Record<string, readonly RegistryValue[]>>,
): Readonly<Record<string, RegistryKey>> => {
  const registry: Record<string, RegistryKey> = {}
  for (const [path, values] of Object.entries(content)) {
    for (const each of withParents(path)) registry[keyOf(each)] ??= { path: each, values: {} }
    registry[keyOf(path)] = {
      path,
      values: Object.fromEntries(values.map((value) => [value.name.toLowerCase(), value])),
    }
  }
  return registry
}
