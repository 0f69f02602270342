import type { CimObject } from '../../wmi/cim-values.ts'
import {
  createRegistryKey,
  deleteRegistryKey,
  deleteRegistryValue,
  keyExists,
  registryCodes,
  registryPath,
  registryValue,
  setRegistryValue,
  subKeysOf,
} from '../machine/registry.ts'
import { registryProviderSchema } from '../schema/registry-provider.ts'
import type { RegistryType, RegistryValue } from '../world/state.ts'
import { cimv2, rootDefault, textInput, type ClassProvider, type MethodCall } from './class-provider.ts'

const localMachine = 0x80000002

const answer = (code: number, more: CimObject = {}): CimObject => ({ ReturnValue: code, ...more })

const pathOf = ({ input }: MethodCall): string | null => {
  const handle = input['hDefKey']
  return registryPath(typeof handle === 'number' ? handle : localMachine, String(input['sSubKeyName'] ?? ''))
}

type Handler = (call: MethodCall, path: string) => CimObject

/** documented: Get… return 2 for a missing key or value and fail for a value of another type (StdRegProv, WMI SDK). */
const get =
  (type: RegistryType, out: string, read: (data: RegistryValue['data']) => CimObject[string]): Handler =>
  (call, path) => {
    const value = registryValue(call.scene.computer(), path, textInput(call, 'sValueName'))
    if (!value) return answer(registryCodes.notFound, { [out]: null })
    if (value.type !== type) return answer(registryCodes.wrongType, { [out]: null })
    return answer(registryCodes.done, { [out]: read(value.data) })
  }

/** documented: Set… return 2 where the key is missing; they do not create it (StdRegProv, WMI SDK). */
const set =
  (type: RegistryType, parameter: string, blank: RegistryValue['data']): Handler =>
  (call, path) => {
    if (!keyExists(call.scene.computer(), path)) return answer(registryCodes.notFound)
    const data = (call.input[parameter] ?? blank) as RegistryValue['data']
    setRegistryValue(call.scene.change(), path, textInput(call, 'sValueName'), type, data)
    return answer(registryCodes.done)
  }

const typeNumbers: Readonly<Record<RegistryType, number>> = {
  REG_SZ: 1,
  REG_EXPAND_SZ: 2,
  REG_BINARY: 3,
  REG_DWORD: 4,
  REG_MULTI_SZ: 7,
}

const scalar = (data: RegistryValue['data']): CimObject[string] =>
  Array.isArray(data) ? null : (data as string | number)
const list = (data: RegistryValue['data']): CimObject[string] => (Array.isArray(data) ? [...(data as string[])] : null)

const handlers: Readonly<Record<string, Handler>> = {
  GetStringValue: get('REG_SZ', 'sValue', scalar),
  GetExpandedStringValue: get('REG_EXPAND_SZ', 'sValue', scalar),
  GetDWORDValue: get('REG_DWORD', 'uValue', scalar),
  GetMultiStringValue: get('REG_MULTI_SZ', 'sValue', list),
  GetBinaryValue: get('REG_BINARY', 'uValue', list),
  SetStringValue: set('REG_SZ', 'sValue', ''),
  SetExpandedStringValue: set('REG_EXPAND_SZ', 'sValue', ''),
  SetDWORDValue: set('REG_DWORD', 'uValue', 0),
  SetMultiStringValue: set('REG_MULTI_SZ', 'sValue', []),
  SetBinaryValue: set('REG_BINARY', 'uValue', []),
  CreateKey: ({ scene }, path) => {
    if (!keyExists(scene.computer(), path)) createRegistryKey(scene.change(), path)
    return answer(registryCodes.done)
  },
  DeleteKey: ({ scene }, path) => answer(deleteRegistryKey(scene.change(), path)),
  DeleteValue: (call, path) => {
    const name = textInput(call, 'sValueName')
    if (!registryValue(call.scene.computer(), path, name)) return answer(registryCodes.notFound)
    deleteRegistryValue(call.scene.change(), path, name)
    return answer(registryCodes.done)
  },
  EnumKey: ({ scene }, path) => {
    if (!keyExists(scene.computer(), path)) return answer(registryCodes.notFound, { sNames: null })
    const names = subKeysOf(scene.computer(), path)
    return answer(registryCodes.done, { sNames: names.length === 0 ? null : names })
  },
  EnumValues: ({ scene }, path) => {
    if (!keyExists(scene.computer(), path)) return answer(registryCodes.notFound, { sNames: null, Types: null })
    const values = Object.values(scene.computer().registry[path.toLowerCase()]?.values ?? {})
    if (values.length === 0) return answer(registryCodes.done, { sNames: null, Types: null })
    return answer(registryCodes.done, {
      sNames: values.map(({ name }) => name),
      Types: values.map(({ type }) => typeNumbers[type]),
    })
  },
  CheckAccess: ({ scene }, path) =>
    keyExists(scene.computer(), path)
      ? answer(registryCodes.done, { bGranted: true })
      : answer(registryCodes.notFound, { bGranted: false }),
}

/** documented: StdRegProv is in root\default and, since Vista, in root\cimv2 too (WMI SDK). */
export const registryProvider: ClassProvider = {
  schema: registryProviderSchema,
  namespaces: [rootDefault, cimv2],
  rows: () => [],
  invoke: (call) => {
    const path = pathOf(call)
    const handler = handlers[call.method]
    return path === null || !handler ? answer(registryCodes.invalidParameter) : handler(call, path)
  },
}
