import type { CimObject, CimValue } from '../cim-values.ts'
import { takeBstr } from './bstr.ts'
import { unsignedVariantTypeFor } from './cim-types.ts'
import type { ComLibrary } from './com-library.ts'
import type { InterfacePointer } from './interface-pointer.ts'
import type { Address } from './koffi-types.ts'
import { readInt32, readPointer, withMemorySync } from './native-memory.ts'
import { withVariant, withVariantOf } from './variant-memory.ts'
import type { ReadValue } from './variant-reading.ts'
import { readVariant } from './variant-reading.ts'
import { failed, wbemClassObject, wbemFlags, wbemSuccess } from './wbem-interfaces.ts'

/** System properties that come along with every object (wmi/cim-values.ts). */
const systemProperties = ['__CLASS', '__RELPATH', '__PATH'] as const

/** One property: its value and its CIM type; undefined where the object lacks it. */
const readProperty = (
  object: InterfacePointer,
  name: string,
): { readonly value: ReadValue; readonly cimType: number } | undefined =>
  withMemorySync(object.library, 8, (type) =>
    withVariant(object.library, (variant) => {
      const hresult = object.callNow(wbemClassObject.get, name, 0, variant, type, 0n)
      if (failed(hresult)) return undefined
      const cimType = readInt32(object.library, type)
      return { value: readVariant(object.library, variant, cimType), cimType }
    }),
  )

/** The CIM type that an object declares for a property; undefined where it has no such property. */
export const declaredType = (object: InterfacePointer, name: string): number | undefined =>
  readProperty(object, name)?.cimType

const readNext = (
  library: ComLibrary,
  object: InterfacePointer,
  slots: Address,
): { readonly hresult: number; readonly name: string; readonly value: ReadValue } =>
  withVariant(library, (variant) => {
    library.koffi.encode(slots, 'uint64', 0n)
    const hresult = object.callNow(wbemClassObject.next, 0, slots, variant, slots + 8n, 0n)
    if (failed(hresult) || hresult === wbemSuccess.endOfEnumeration) return { hresult, name: '', value: undefined }
    const name = takeBstr(library, readPointer(library, slots))
    return { hresult, name, value: readVariant(library, variant, readInt32(library, slots, 8)) }
  })

/** An object, or the HRESULT of the step that failed. */
export type ReadResult =
  { readonly ok: true; readonly object: CimObject } | { readonly ok: false; readonly hresult: number }

/**
 * Reads all properties of an object that lives in this process. Embedded objects are left out.
 */
export const readObject = (object: InterfacePointer): ReadResult => {
  const { library } = object
  const begun = object.callNow(wbemClassObject.beginEnumeration, wbemFlags.nonSystemOnly)
  if (failed(begun)) return { ok: false, hresult: begun }
  const properties: Record<string, CimValue> = {}
  for (const name of systemProperties) {
    const value = readProperty(object, name)?.value
    if (typeof value === 'string') properties[name] = value
  }
  const hresult = withMemorySync(library, 16, (slots) => {
    for (;;) {
      const next = readNext(library, object, slots)
      if (next.name === '') return next.hresult
      if (next.value !== undefined) properties[next.name] = next.value
    }
  })
  object.callNow(wbemClassObject.endEnumeration)
  return failed(hresult) ? { ok: false, hresult } : { ok: true, object: properties }
}

const typeMismatch = 0x80041005

/** Sets a property in the form of its declared CIM type. Returns the HRESULT; throws CimTypeMismatch. */
export const putProperty = (object: InterfacePointer, name: string, value: CimValue, cimType: number): number =>
  withVariantOf(object.library, value, cimType, (variant) => {
    const hresult = object.callNow(wbemClassObject.put, name, 0, variant, 0)
    const unsigned = unsignedVariantTypeFor(cimType)
    if (hresult !== typeMismatch || unsigned === undefined || value === null) return hresult
    object.library.koffi.encode(variant, 'uint16', unsigned)
    return object.callNow(wbemClassObject.put, name, 0, variant, 0)
  })
