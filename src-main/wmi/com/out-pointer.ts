import { hresults } from '../wmi-error.ts'
import type { ComLibrary } from './com-library.ts'
import { InterfacePointer } from './interface-pointer.ts'
import type { Address } from './koffi-types.ts'
import { readPointer, withMemory, withMemorySync } from './native-memory.ts'
import { failed } from './wbem-interfaces.ts'

/** What a COM call left in its out-argument for an interface pointer. */
export type Received =
  | { readonly kind: 'object'; readonly pointer: InterfacePointer }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly hresult: number }

const received = (library: ComLibrary, hresult: number, slot: Address): Received => {
  if (failed(hresult)) return { kind: 'failed', hresult }
  const address = readPointer(library, slot)
  return address === 0n ? { kind: 'nothing' } : { kind: 'object', pointer: new InterfacePointer(library, address) }
}

/** Makes a call with one out-argument for an interface pointer. */
export const receive = (library: ComLibrary, call: (slot: Address) => Promise<number>): Promise<Received> =>
  withMemory(library, 8, async (slot) => received(library, await call(slot), slot))

/** As receive, for methods of objects that live in this process. */
export const receiveNow = (library: ComLibrary, call: (slot: Address) => number): Received =>
  withMemorySync(library, 8, (slot) => received(library, call(slot), slot))

/** Makes the error for an HRESULT. */
export type Failure = (hresult: number) => Error

/** The object, or undefined where success came without one. Throws what `failure` makes of a failure. */
export const optional = (result: Received, failure: Failure): InterfacePointer | undefined => {
  if (result.kind === 'failed') throw failure(result.hresult)
  return result.kind === 'object' ? result.pointer : undefined
}

/** The object; a success without one is "not found", never a crash later. */
export const required = (result: Received, failure: Failure): InterfacePointer => {
  const pointer = optional(result, failure)
  if (!pointer) throw failure(hresults.wbemNotFound)
  return pointer
}

/** Uses an object that lives in this process and releases it. */
export const using = async <T>(
  object: InterfacePointer,
  body: (object: InterfacePointer) => T | Promise<T>,
): Promise<T> => {
  try {
    return await body(object)
  } finally {
    object.releaseNow()
  }
}
