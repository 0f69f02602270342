import type { Slot } from './interface-pointer.ts'

/**
 * The WMI interfaces by vtable slot (wbemcli.h; slots proved under Wine, design.md "What was tried and works"). BSTR
 * arguments are `void *` because they must come from SysAllocString; plain wide strings are `str16`.
 */
const pointer = 'void *'
const slot = (index: number, ...parameters: string[]): Slot => ({ index, parameters })

export const unknown = { queryInterface: slot(0, pointer, pointer) } as const

export const wbemLocator = {
  /** Namespace, user, password, locale: BSTR; flags; authority: BSTR; context; out services. */
  connectServer: slot(3, pointer, pointer, pointer, pointer, 'int32', pointer, pointer, pointer),
} as const

export const wbemServices = {
  /** Path: BSTR; flags; context; out object; out call result. */
  getObject: slot(6, pointer, 'int32', pointer, pointer, pointer),
  /** Path: BSTR; flags; context; out call result. */
  deleteInstance: slot(16, pointer, 'int32', pointer, pointer),
  /** Language, query: BSTR; flags; context; out enumerator. */
  execQuery: slot(20, pointer, pointer, 'int32', pointer, pointer),
  /** Path, method: BSTR; flags; context; in-parameters; out out-parameters; out call result. */
  execMethod: slot(24, pointer, pointer, 'int32', pointer, pointer, pointer, pointer),
} as const

export const enumWbemClassObject = {
  /** Timeout in milliseconds; count; out objects; out how many. */
  next: slot(4, 'int32', 'uint32', pointer, pointer),
} as const

export const wbemClassObject = {
  /** Name; flags; out VARIANT; out CIM type; out flavor. */
  get: slot(4, 'str16', 'int32', pointer, pointer, pointer),
  /** Name; flags; VARIANT; CIM type (0 = as declared). */
  put: slot(5, 'str16', 'int32', pointer, 'int32'),
  beginEnumeration: slot(8, 'int32'),
  /** Flags; out name: BSTR; out VARIANT; out CIM type; out flavor. */
  next: slot(9, 'int32', pointer, pointer, pointer, pointer),
  endEnumeration: slot(10),
  /** Flags; out instance. */
  spawnInstance: slot(15, 'int32', pointer),
  /** Name; flags; out in-signature; out out-signature. */
  getMethod: slot(19, 'str16', 'int32', pointer, pointer),
} as const

/** Flags of WMI calls (wbemcli.h). */
export const wbemFlags = {
  connectUseMaxWait: 0x80,
  returnImmediately: 0x10,
  forwardOnly: 0x20,
  nonSystemOnly: 0x40,
} as const

/** Success codes that mean something (wbemcli.h). */
export const wbemSuccess = { noMoreData: 1, endOfEnumeration: 0x40005, timedOut: 0x40004 } as const

/** Whether an HRESULT is a failure. */
export const failed = (hresult: number): boolean => hresult >>> 31 === 1
