import { method, type ClassSchema } from './class-schema.ts'

const key = 'hDefKey?:uint32 sSubKeyName:string'
const value = `${key} sValueName?:string`
const isStatic = { static: true } as const

/** documented: system registry provider, StdRegProv (WMI SDK). hDefKey left out means HKEY_LOCAL_MACHINE there. */
export const registryProviderSchema: ClassSchema = {
  name: 'StdRegProv',
  keys: [],
  properties: [],
  methods: [
    method('CreateKey', key, isStatic),
    method('DeleteKey', key, isStatic),
    method('EnumKey', key, isStatic),
    method('EnumValues', key, isStatic),
    method('DeleteValue', value, isStatic),
    method('GetStringValue', value, isStatic),
    method('GetExpandedStringValue', value, isStatic),
    method('GetDWORDValue', value, isStatic),
    method('GetMultiStringValue', value, isStatic),
    method('GetBinaryValue', value, isStatic),
    method('SetStringValue', `${value} sValue?:string`, isStatic),
    method('SetExpandedStringValue', `${value} sValue?:string`, isStatic),
    method('SetDWORDValue', `${value} uValue?:uint32`, isStatic),
    method('SetMultiStringValue', `${value} sValue?:string[]`, isStatic),
    method('SetBinaryValue', `${value} uValue?:uint8[]`, isStatic),
    method('CheckAccess', `${key} uRequired?:uint32`, isStatic),
  ],
}
