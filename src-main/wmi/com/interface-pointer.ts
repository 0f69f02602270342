import type { ComLibrary } from './com-library.ts'
import type { Address, KoffiFunction } from './koffi-types.ts'
import { readPointer } from './native-memory.ts'

/** A method of an interface: its place in the vtable and the types of its arguments after `this`. */
export interface Slot {
  readonly index: number
  readonly parameters: readonly string[]
}

const releaseSlot: Slot = { index: 2, parameters: [] }
const pointerBytes = 8

/** Functions already decoded, by address and signature: vtables are few, calls are many. */
const decoded = new WeakMap<ComLibrary, Map<string, KoffiFunction>>()

const functionAt = (library: ComLibrary, address: Address, parameters: readonly string[]): KoffiFunction => {
  let known = decoded.get(library)
  if (!known) decoded.set(library, (known = new Map()))
  const key = `${address}(${parameters.join()})`
  let found = known.get(key)
  if (!found) {
    const prototype = library.koffi.proto('__stdcall', 'int32', ['void *', ...parameters])
    known.set(key, (found = library.koffi.decode(address, prototype) as KoffiFunction))
  }
  return found
}

/** Runs a native function on a worker thread and returns its HRESULT as an unsigned number. */
export const onWorker = (library: ComLibrary, native: KoffiFunction, ...parameters: unknown[]): Promise<number> =>
  new Promise((resolve, reject) => {
    library.ledger.callsOnWorkers += 1
    native.async(...parameters, (error: unknown, result: unknown) => {
      library.ledger.callsOnWorkers -= 1
      if (error) reject(error instanceof Error ? error : new Error(String(error)))
      else resolve((result as number) >>> 0)
    })
  })

/**
 * An interface pointer that is released exactly once. HRESULTs come back as unsigned numbers; judging them is the
 * caller's business.
 */
export class InterfacePointer {
  readonly library: ComLibrary
  #address: Address

  constructor(library: ComLibrary, address: Address) {
    if (address === 0n) throw new TypeError('COM reported success and gave no object.')
    this.library = library
    this.#address = address
    library.ledger.interfacePointers += 1
    library.ledger.pointersReceived += 1
  }

  /** The raw pointer, to pass as an argument. Throws once released. */
  get address(): Address {
    if (this.#address === 0n) throw new TypeError('This COM object has been released.')
    return this.#address
  }

  /** Calls a method on a worker thread; for whatever may leave the process. */
  call(slot: Slot, ...parameters: unknown[]): Promise<number> {
    return onWorker(this.library, this.#method(slot), this.address, ...parameters)
  }

  /** Calls a method at once; only for objects that live in this process, such as IWbemClassObject. */
  callNow(slot: Slot, ...parameters: unknown[]): number {
    return (this.#method(slot)(this.address, ...parameters) as number) >>> 0
  }

  /** Releases an object that lives in this process. Safe to repeat. */
  releaseNow(): void {
    if (this.#address === 0n) return
    const release = this.#method(releaseSlot)
    const address = this.#forget()
    release(address)
  }

  /** Releases a proxy on a worker thread, because the last Release talks to the other computer. Safe to repeat. */
  async release(): Promise<void> {
    if (this.#address === 0n) return
    const release = this.#method(releaseSlot)
    await onWorker(this.library, release, this.#forget())
  }

  #forget(): Address {
    const address = this.#address
    this.#address = 0n
    this.library.ledger.interfacePointers -= 1
    return address
  }

  #method(slot: Slot): KoffiFunction {
    const vtable = readPointer(this.library, this.address)
    return functionAt(this.library, readPointer(this.library, vtable, slot.index * pointerBytes), slot.parameters)
  }
}
