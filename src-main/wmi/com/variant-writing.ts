import type { CimScalar, CimValue } from '../cim-values.ts'
import { allocateBstr } from './bstr.ts'
import { arrayFlag, cimTypes, variantTypeFor, variantTypes } from './cim-types.ts'
import type { ComLibrary } from './com-library.ts'
import { formatDmtf } from './dmtf-datetime.ts'
import type { Address } from './koffi-types.ts'
import { readInt32, readPointer } from './native-memory.ts'

/** A value that does not fit the CIM type that the schema declares for it. */
export class CimTypeMismatch extends Error {}

const ranges: Readonly<Record<number, readonly [number, number]>> = {
  [cimTypes.sint8]: [-0x80, 0x7f],
  [cimTypes.uint8]: [0, 0xff],
  [cimTypes.sint16]: [-0x8000, 0x7fff],
  [cimTypes.uint16]: [0, 0xffff],
  [cimTypes.char16]: [0, 0xffff],
  // Wine's StdRegProv declares the unsigned hDefKey as sint32; both are the same 32 bits.
  [cimTypes.sint32]: [-0x80000000, 0xffffffff],
  [cimTypes.uint32]: [0, 0xffffffff],
}

const asNumber = (value: CimScalar, cimType: number): number => {
  const range = ranges[cimType]
  if (typeof value !== 'number' || Number.isNaN(value)) throw new CimTypeMismatch('a number is expected')
  if (range && (!Number.isInteger(value) || value < range[0] || value > range[1])) {
    throw new CimTypeMismatch(`a whole number from ${range[0]} to ${range[1]} is expected`)
  }
  return value
}

const asText = (value: CimScalar, cimType: number): string => {
  if (value instanceof Date) return formatDmtf(value)
  if (cimType === cimTypes.sint64 || cimType === cimTypes.uint64) {
    if (/^-?\d+$/.test(String(value))) return String(value)
    throw new CimTypeMismatch('a whole number is expected')
  }
  if (typeof value !== 'string') throw new CimTypeMismatch('a text is expected')
  return value
}

const writeScalar = (library: ComLibrary, at: Address, value: CimScalar, cimType: number): void => {
  const { koffi } = library
  switch (variantTypeFor(cimType)) {
    case variantTypes.i2:
      return koffi.encode(at, 'int16', (asNumber(value, cimType) << 16) >> 16)
    case variantTypes.ui1:
      return koffi.encode(at, 'uint8', asNumber(value, cimType))
    case variantTypes.i4:
      return koffi.encode(at, 'int32', asNumber(value, cimType) | 0)
    case variantTypes.r4:
      return koffi.encode(at, 'float', asNumber(value, cimType))
    case variantTypes.r8:
      return koffi.encode(at, 'double', asNumber(value, cimType))
    case variantTypes.bool:
      if (typeof value !== 'boolean') throw new CimTypeMismatch('true or false is expected')
      return koffi.encode(at, 'int16', value ? -1 : 0)
    default:
      koffi.encode(at, 'uint64', allocateBstr(library, asText(value, cimType)))
  }
}

const writeArray = (library: ComLibrary, variant: Address, values: readonly CimScalar[], cimType: number): void => {
  const elementType = variantTypeFor(cimType)
  const array = library.safeArrayCreateVector(elementType, 0, values.length) as Address | null
  if (!array) throw new RangeError('Windows has no memory for an array.')
  // The VARIANT owns the array from here on, so that VariantClear frees it also when an element does not fit.
  library.koffi.encode(variant, 'uint16', arrayFlag | elementType)
  library.koffi.encode(variant, 8, 'uint64', array)
  const data = readPointer(library, array, 16)
  const elementBytes = readInt32(library, array, 4)
  values.forEach((value, index) => writeScalar(library, data + BigInt(index * elementBytes), value, cimType))
}

/**
 * Fills a zeroed VARIANT with a value in the form that WMI wants for the CIM type. Throws CimTypeMismatch where the
 * value does not fit; the message never holds the value. The caller clears the VARIANT in either case.
 */
export const writeVariant = (library: ComLibrary, variant: Address, value: CimValue, cimType: number): void => {
  if (value === null) return library.koffi.encode(variant, 'uint16', variantTypes.null)
  const scalarType = cimType & ~arrayFlag
  if (Array.isArray(value) !== ((cimType & arrayFlag) !== 0)) {
    throw new CimTypeMismatch(Array.isArray(value) ? 'a single value is expected' : 'a list is expected')
  }
  if (Array.isArray(value)) return writeArray(library, variant, value, scalarType)
  writeScalar(library, variant + 8n, value as CimScalar, scalarType)
  library.koffi.encode(variant, 'uint16', variantTypeFor(scalarType))
}
