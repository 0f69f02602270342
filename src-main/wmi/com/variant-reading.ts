import type { CimScalar, CimValue } from '../cim-values.ts'
import { readBstr } from './bstr.ts'
import { arrayFlag, cimTypes, variantTypes } from './cim-types.ts'
import type { ComLibrary } from './com-library.ts'
import { parseDmtf } from './dmtf-datetime.ts'
import type { Address } from './koffi-types.ts'
import { readInt32, readPointer } from './native-memory.ts'

/** Size of a VARIANT in a 64-bit process; its type is at 0, its value at 8 (oaidl.h). */
export const variantBytes = 24
const valueOffset = 8

/** Where a one-dimensional SAFEARRAY has its fields in a 64-bit process (oaidl.h). */
const safeArray = { dimensions: 0, elementBytes: 4, data: 16, count: 24 } as const

/** A CIM value, or undefined for an embedded object, which is left out. */
export type ReadValue = CimValue | undefined

const unsigned = (value: number, cimType: number): number => {
  switch (cimType) {
    case cimTypes.uint8:
      return value & 0xff
    case cimTypes.uint16:
    case cimTypes.char16:
      return value & 0xffff
    case cimTypes.uint32:
      return value >>> 0
    default:
      return value
  }
}

const readText = (text: string, cimType: number): CimScalar => (cimType === cimTypes.datetime ? parseDmtf(text) : text)

const numberFormat = (variantType: number): string | undefined => {
  switch (variantType) {
    case variantTypes.i1:
      return 'int8'
    case variantTypes.ui1:
      return 'uint8'
    case variantTypes.i2:
      return 'int16'
    case variantTypes.ui2:
      return 'uint16'
    case variantTypes.i4:
    case variantTypes.error:
      return 'int32'
    case variantTypes.ui4:
      return 'uint32'
    case variantTypes.r4:
      return 'float'
    case variantTypes.r8:
      return 'double'
    default:
      return undefined
  }
}

const readScalar = (library: ComLibrary, at: Address, variantType: number, cimType: number): CimScalar | undefined => {
  const format = numberFormat(variantType)
  if (format) return unsigned(library.koffi.decode(at, format) as number, cimType)
  switch (variantType) {
    case variantTypes.empty:
    case variantTypes.null:
      return null
    case variantTypes.bool:
      return library.koffi.decode(at, 'int16') !== 0
    case variantTypes.bstr:
      return readText(readBstr(library, readPointer(library, at)), cimType)
    case variantTypes.i8:
      return String(library.koffi.decode(at, 'int64'))
    case variantTypes.ui8:
      return String(library.koffi.decode(at, 'uint64'))
    default:
      return undefined
  }
}

const readArray = (library: ComLibrary, array: Address, variantType: number, cimType: number): ReadValue => {
  if (array === 0n) return null
  if ((library.koffi.decode(array, safeArray.dimensions, 'uint16') as number) !== 1) return undefined
  const count = library.koffi.decode(array, safeArray.count, 'uint32') as number
  const elementBytes = readInt32(library, array, safeArray.elementBytes)
  const data = readPointer(library, array, safeArray.data)
  const values: CimScalar[] = []
  for (let index = 0; index < count; index += 1) {
    const value = readScalar(library, data + BigInt(index * elementBytes), variantType, cimType)
    if (value === undefined) return undefined
    values.push(value)
  }
  return values
}

/** Reads a VARIANT as the CIM type says: uint32 unsigned, datetime a Date, 64-bit integers decimal strings. */
export const readVariant = (library: ComLibrary, variant: Address, cimType: number): ReadValue => {
  const variantType = library.koffi.decode(variant, 'uint16') as number
  const scalarType = cimType & ~arrayFlag
  return (variantType & arrayFlag) !== 0
    ? readArray(library, readPointer(library, variant, valueOffset), variantType & ~arrayFlag, scalarType)
    : readScalar(library, variant + BigInt(valueOffset), variantType, scalarType)
}
