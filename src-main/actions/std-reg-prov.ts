import { hresultFromWin32 } from '../licensing/result-code.ts'
import { flag, property, text, uint } from '../wmi/cim-values.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import type { WmiSession } from '../wmi/wmi-session.ts'

/** HKEY_LOCAL_MACHINE as StdRegProv takes it. All paths here are below it. */
const localMachine = 0x80000002

/** KEY_SET_VALUE (StdRegProv.CheckAccess, uRequired). */
const keySetValue = 2

/** Win32 codes that StdRegProv answers with (slmgr.md 4: the return value is what matters). */
export const registryCodes = { done: 0, notFound: 2, accessDenied: 5 } as const

/** What a value holds; null data where this app does not read the type. */
export interface RegistryData {
  readonly type: 'REG_SZ' | 'REG_DWORD' | 'REG_MULTI_SZ' | 'other'
  readonly data: string | number | readonly string[] | null
}

/** The registry of the session's computer (namespace root\default), below HKEY_LOCAL_MACHINE. */
export interface Registry {
  /** Names and types of a key's values; null where there is no such key. Throws WmiError where it cannot be read. */
  valueNames(path: string): Promise<readonly { readonly name: string; readonly type: RegistryData['type'] }[] | null>
  /** A text; null where it is missing or no text. */
  string(path: string, name: string): Promise<string | null>
  /** A value with its type; null where it is missing. */
  value(path: string, name: string): Promise<RegistryData | null>
  /** Whether a key exists, as slmgr tests it: anything but "not found" counts (slmgr.md 4). */
  keyExists(path: string): Promise<boolean>
  /** Whether the account may set values of a key; false also where there is no such key. */
  mayWrite(path: string): Promise<boolean>
  /** Makes a key with all keys above it. Throws WmiError. */
  createKey(path: string): Promise<void>
  /** Writes REG_SZ for a text, REG_DWORD for a number, REG_MULTI_SZ for a list. Throws WmiError. */
  set(path: string, name: string, data: string | number | readonly string[]): Promise<void>
  /** Deletes a value and returns the Win32 code. */
  remove(path: string, name: string): Promise<number>
}

const types: ReadonlyMap<unknown, RegistryData['type']> = new Map([
  [1, 'REG_SZ'],
  [4, 'REG_DWORD'],
  [7, 'REG_MULTI_SZ'],
])
const typeOf = (type: unknown): RegistryData['type'] => types.get(type) ?? 'other'

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const setCall = (name: string, data: string | number | readonly string[]) => {
  if (typeof data === 'string') return ['SetStringValue', { sValueName: name, sValue: data }] as const
  if (typeof data === 'number') return ['SetDWORDValue', { sValueName: name, uValue: data }] as const
  return ['SetMultiStringValue', { sValueName: name, sValue: data }] as const
}

/** Opens the registry over a session of root\default. */
export const openRegistry = (session: WmiSession, signal: AbortSignal): Registry => {
  const call = (method: string, path: string, input: Record<string, string | number | readonly string[]> = {}) =>
    session.call('StdRegProv', method, { hDefKey: localMachine, sSubKeyName: path, ...input }, signal)
  const orThrow = (method: string, path: string, code: number): void => {
    if (code !== registryCodes.done)
      throw new WmiError('call', hresultFromWin32(code), `${method} failed for HKLM\\${path} with code ${code}.`)
  }
  const valueNames: Registry['valueNames'] = async (path) => {
    const answer = await call('EnumValues', path)
    const code = uint(answer, 'ReturnValue')
    if (code === registryCodes.notFound) return null
    orThrow('EnumValues', path, code)
    const types = list(property(answer, 'Types'))
    return list(property(answer, 'sNames')).map((name, index) => ({ name: String(name), type: typeOf(types[index]) }))
  }
  const string: Registry['string'] = async (path, name) => {
    const answer = await call('GetStringValue', path, { sValueName: name })
    const value = property(answer, 'sValue')
    return uint(answer, 'ReturnValue') === registryCodes.done && typeof value === 'string' ? value : null
  }
  return {
    valueNames,
    string,
    value: async (path, name) => {
      const found = (await valueNames(path))?.find((one) => one.name.toLowerCase() === name.toLowerCase())
      if (!found) return null
      switch (found.type) {
        case 'REG_SZ':
          return { type: found.type, data: await string(path, name) }
        case 'REG_DWORD': {
          const answer = await call('GetDWORDValue', path, { sValueName: name })
          const done = uint(answer, 'ReturnValue') === registryCodes.done
          return { type: found.type, data: done && text(answer, 'uValue') !== '' ? uint(answer, 'uValue') : null }
        }
        case 'REG_MULTI_SZ': {
          const answer = await call('GetMultiStringValue', path, { sValueName: name })
          const done = uint(answer, 'ReturnValue') === registryCodes.done
          return { type: found.type, data: done ? list(property(answer, 'sValue')).map(String) : null }
        }
        case 'other':
          return { type: found.type, data: null }
      }
    },
    keyExists: async (path) =>
      uint(await call('CheckAccess', path, { uRequired: 1 }), 'ReturnValue') !== registryCodes.notFound,
    mayWrite: async (path) => flag(await call('CheckAccess', path, { uRequired: keySetValue }), 'bGranted'),
    createKey: async (path) => orThrow('CreateKey', path, uint(await call('CreateKey', path), 'ReturnValue')),
    set: async (path, name, data) => {
      const [method, input] = setCall(name, data)
      orThrow(method, path, uint(await call(method, path, input), 'ReturnValue'))
    },
    remove: async (path, name) => uint(await call('DeleteValue', path, { sValueName: name }), 'ReturnValue'),
  }
}
