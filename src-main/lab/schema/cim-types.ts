import type { CimScalar, CimValue } from '../../wmi/cim-values.ts'

/** Types of CIM that the Lab's classes use. `uint64` travels as a decimal string, as WMI itself delivers it. */
export type CimType = 'uint8' | 'uint16' | 'uint32' | 'sint16' | 'sint32' | 'uint64' | 'string' | 'boolean' | 'datetime'

const ranges: Partial<Record<CimType, readonly [number, number]>> = {
  uint8: [0, 0xff],
  uint16: [0, 0xffff],
  uint32: [0, 0xffffffff],
  sint16: [-0x8000, 0x7fff],
  sint32: [-0x80000000, 0x7fffffff],
}

const scalarFits = (type: CimType, value: CimScalar): boolean => {
  if (value === null) return true
  const range = ranges[type]
  if (range) return typeof value === 'number' && Number.isInteger(value) && value >= range[0] && value <= range[1]
  switch (type) {
    case 'string':
      return typeof value === 'string'
    case 'boolean':
      return typeof value === 'boolean'
    case 'uint64':
      return typeof value === 'string' ? /^\d+$/.test(value) : typeof value === 'number' && Number.isInteger(value)
    case 'datetime':
      return value instanceof Date || typeof value === 'string'
    default:
      return false
  }
}

/**
 * Whether a value can be put into a parameter of a type. Stricter than COM, which coerces many numbers and texts: what
 * passes here passes there. Null fits any type.
 */
export const fits = (type: CimType, array: boolean, value: CimValue): boolean => {
  if (value === null) return true
  if (Array.isArray(value)) return array && (value as readonly CimScalar[]).every((item) => scalarFits(type, item))
  return !array && scalarFits(type, value as CimScalar)
}
