import type * as Koffi from 'koffi'
import type { KoffiFunction } from './koffi-types.ts'
import type { Ledger } from './ledger.ts'
import { emptyLedger } from './ledger.ts'

type KoffiModule = typeof Koffi

/** The functions of ole32 and oleaut32 that the COM client needs, and where it keeps count of what they hand out. */
export interface ComLibrary {
  readonly koffi: KoffiModule
  readonly ledger: Ledger
  readonly coIncrementMTAUsage: KoffiFunction
  readonly coGetApartmentType: KoffiFunction
  readonly coInitializeSecurity: KoffiFunction
  readonly coSetProxyBlanket: KoffiFunction
  readonly coCreateInstance: KoffiFunction
  readonly sysAllocStringLen: KoffiFunction
  readonly sysStringLen: KoffiFunction
  readonly sysFreeString: KoffiFunction
  readonly variantClear: KoffiFunction
  readonly safeArrayCreateVector: KoffiFunction
}

/**
 * COM's proxies and the RPC runtime run on the stack of the calling thread, and koffi gives each asynchronous call a
 * stack of its own; its default of 128 KiB is less than a Windows thread ever has (1 MiB).
 */
const asyncStackBytes = 1024 * 1024

const load = async (): Promise<ComLibrary> => {
  const koffi = await import('koffi')
  koffi.config({ ...koffi.config(), async_stack_size: asyncStackBytes })
  const ole = koffi.load('ole32.dll')
  const automation = koffi.load('oleaut32.dll')
  const hresult = 'int32'
  const pointer = 'void *'
  return {
    koffi,
    ledger: emptyLedger(),
    coIncrementMTAUsage: ole.func('__stdcall', 'CoIncrementMTAUsage', hresult, [pointer]),
    coGetApartmentType: ole.func('__stdcall', 'CoGetApartmentType', hresult, [pointer, pointer]),
    coInitializeSecurity: ole.func('__stdcall', 'CoInitializeSecurity', hresult, [
      pointer,
      'int32',
      pointer,
      pointer,
      'uint32',
      'uint32',
      pointer,
      'uint32',
      pointer,
    ]),
    coSetProxyBlanket: ole.func('__stdcall', 'CoSetProxyBlanket', hresult, [
      pointer,
      'uint32',
      'uint32',
      'intptr',
      'uint32',
      'uint32',
      pointer,
      'uint32',
    ]),
    coCreateInstance: ole.func('__stdcall', 'CoCreateInstance', hresult, [
      pointer,
      pointer,
      'uint32',
      pointer,
      pointer,
    ]),
    sysAllocStringLen: automation.func('__stdcall', 'SysAllocStringLen', pointer, ['str16', 'uint32']),
    sysStringLen: automation.func('__stdcall', 'SysStringLen', 'uint32', [pointer]),
    sysFreeString: automation.func('__stdcall', 'SysFreeString', 'void', [pointer]),
    variantClear: automation.func('__stdcall', 'VariantClear', hresult, [pointer]),
    safeArrayCreateVector: automation.func('__stdcall', 'SafeArrayCreateVector', pointer, [
      'uint16',
      'int32',
      'uint32',
    ]),
  }
}

let loading: Promise<ComLibrary> | undefined

/**
 * Loads koffi and the two DLLs, once per process and only when first asked, so that importing this module is harmless
 * off Windows. Rejects with koffi's own error where the DLLs are missing.
 */
export const comLibrary = (): Promise<ComLibrary> => {
  loading ??= load()
  return loading
}
