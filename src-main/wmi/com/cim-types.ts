/** CIMTYPE numbers (wbemcli.h, CIMTYPE_ENUMERATION). */
export const cimTypes = {
  sint16: 2,
  sint32: 3,
  real32: 4,
  real64: 5,
  string: 8,
  boolean: 11,
  object: 13,
  sint8: 16,
  uint8: 17,
  uint16: 18,
  uint32: 19,
  sint64: 20,
  uint64: 21,
  datetime: 101,
  reference: 102,
  char16: 103,
} as const

/** Set in a CIMTYPE, and in the vt of a VARIANT, where the value is an array. */
export const arrayFlag = 0x2000

/** VARIANT types that WMI uses (wtypes.h, VARENUM). */
export const variantTypes = {
  empty: 0,
  null: 1,
  i2: 2,
  i4: 3,
  r4: 4,
  r8: 5,
  bstr: 8,
  error: 10,
  bool: 11,
  unknown: 13,
  i1: 16,
  ui1: 17,
  ui2: 18,
  ui4: 19,
  i8: 20,
  ui8: 21,
} as const

/** The VARIANT type that WMI wants for a CIM type (WMI SDK, "Numbers": uint32 travels as VT_I4, 64 bits as VT_BSTR). */
export const variantTypeFor = (cimType: number): number => {
  switch (cimType & ~arrayFlag) {
    case cimTypes.sint8:
    case cimTypes.sint16:
    case cimTypes.char16:
      return variantTypes.i2
    case cimTypes.uint8:
      return variantTypes.ui1
    case cimTypes.uint16:
    case cimTypes.sint32:
    case cimTypes.uint32:
      return variantTypes.i4
    case cimTypes.real32:
      return variantTypes.r4
    case cimTypes.real64:
      return variantTypes.r8
    case cimTypes.boolean:
      return variantTypes.bool
    default:
      return variantTypes.bstr
  }
}

/**
 * The VARIANT type of the same size without a sign. Some providers insist on it (Wine's uint32 does); undefined where
 * there is none.
 */
export const unsignedVariantTypeFor = (cimType: number): number | undefined => {
  switch (cimType) {
    case cimTypes.uint16:
      return variantTypes.ui2
    case cimTypes.uint32:
      return variantTypes.ui4
    default:
      return undefined
  }
}
