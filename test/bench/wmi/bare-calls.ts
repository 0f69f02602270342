import { allocateBstr } from '../../../src-main/wmi/com/bstr.ts'
import { connectServices } from '../../../src-main/wmi/com/connect.ts'
import { comLibrary, type ComLibrary } from '../../../src-main/wmi/com/com-library.ts'
import type { Slot } from '../../../src-main/wmi/com/interface-pointer.ts'
import type { Address, KoffiFunction } from '../../../src-main/wmi/com/koffi-types.ts'
import { allocate, readPointer } from '../../../src-main/wmi/com/native-memory.ts'
import {
  enumWbemClassObject,
  wbemClassObject,
  wbemFlags,
  wbemServices,
} from '../../../src-main/wmi/com/wbem-interfaces.ts'
import { tenProperties, tenPropertiesQuery } from './ten-properties.ts'

const pointerBytes = 8
const variantBytes = 24
const releaseSlot: Slot = { index: 2, parameters: [] }
const bstrVariant = 8

/** The method of an object, decoded once: all objects of a class share their vtable. */
const methodOf = (library: ComLibrary, object: Address, { index, parameters }: Slot): KoffiFunction => {
  const vtable = readPointer(library, object)
  const prototype = library.koffi.proto('__stdcall', 'int32', ['void *', ...parameters])
  return library.koffi.decode(readPointer(library, vtable, index * pointerBytes), prototype) as KoffiFunction
}

const onWorker = (native: KoffiFunction, ...parameters: unknown[]): Promise<void> =>
  new Promise((resolve, reject) => {
    native.async(...parameters, (error: unknown) => (error ? reject(new Error('A bare call failed.')) : resolve()))
  })

/**
 * The least that COM asks for: ExecQuery, Next and the last Release on a worker thread, because these may leave the
 * computer and must not hold up the process; ten times Get with its text read, and the row's Release, at once. Memory is
 * kept, nothing is checked. Returns what reads once.
 */
export const openBareCalls = async (): Promise<() => Promise<readonly string[]>> => {
  const library = await comLibrary()
  const services = await connectServices(library, { host: null }, 'root\\cimv2', 'this computer')
  const { address } = services.pointer
  const [language, query] = [allocateBstr(library, 'WQL'), allocateBstr(library, tenPropertiesQuery)]
  const slot = allocate(library, pointerBytes)
  const counted = allocate(library, pointerBytes)
  const variant = allocate(library, variantBytes)
  const execQuery = methodOf(library, address, wbemServices.execQuery)
  const known: { next?: KoffiFunction; get?: KoffiFunction; drop?: KoffiFunction; end?: KoffiFunction } = {}
  return async () => {
    await onWorker(execQuery, address, language, query, wbemFlags.returnImmediately | wbemFlags.forwardOnly, 0n, slot)
    const rows = readPointer(library, slot)
    known.next ??= methodOf(library, rows, enumWbemClassObject.next)
    known.end ??= methodOf(library, rows, releaseSlot)
    await onWorker(known.next, rows, 500, 1, slot, counted)
    const row = readPointer(library, slot)
    known.get ??= methodOf(library, row, wbemClassObject.get)
    known.drop ??= methodOf(library, row, releaseSlot)
    const values: string[] = []
    for (const name of tenProperties) {
      known.get(row, name, 0, variant, 0n, 0n)
      const type = library.koffi.decode(variant, 'uint16') as number
      if (type === bstrVariant) {
        const text = readPointer(library, variant, 8)
        values.push(library.koffi.decode.string16(text, library.sysStringLen(text) as number))
        library.variantClear(variant)
      } else values.push(String(library.koffi.decode(variant, 8, 'int32')))
    }
    known.drop(row)
    await onWorker(known.end, rows)
    return values
  }
}
