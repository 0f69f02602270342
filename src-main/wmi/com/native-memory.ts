import type { ComLibrary } from './com-library.ts'
import type { Address } from './koffi-types.ts'

/**
 * Memory outside the JavaScript heap, zeroed (koffi uses calloc). What a COM call on a worker thread writes to must not be moved or
 * collected, also when nobody waits for the call any more; so it is native and freed by the code that awaits the call.
 */
export const allocate = (library: ComLibrary, bytes: number): Address => library.koffi.alloc('uint8', bytes) as Address

/**
 * Writes bytes one by one: koffi keeps a type for every array length that it is given, for ever, and single values
 * cost nothing lasting.
 */
export const writeBytes = (library: ComLibrary, address: Address, bytes: Uint8Array): void =>
  bytes.forEach((byte, index) => library.koffi.encode(address, index, 'uint8', byte))

/** Overwrites memory with zeros. */
export const wipe = (library: ComLibrary, address: Address, bytes: number): void =>
  writeBytes(library, address, new Uint8Array(bytes))

/** Gives `body` zeroed memory and frees it when `body` has settled. */
export const withMemory = async <T>(
  library: ComLibrary,
  bytes: number,
  body: (address: Address) => Promise<T>,
): Promise<T> => {
  const address = allocate(library, bytes)
  try {
    return await body(address)
  } finally {
    library.koffi.free(address)
  }
}

/** As withMemory, for code that does not wait. */
export const withMemorySync = <T>(library: ComLibrary, bytes: number, body: (address: Address) => T): T => {
  const address = allocate(library, bytes)
  try {
    return body(address)
  } finally {
    library.koffi.free(address)
  }
}

/** Reads a pointer at an address plus an offset in bytes; 0n where it is null. */
export const readPointer = (library: ComLibrary, address: Address, offset = 0): Address =>
  (library.koffi.decode(address, offset, 'void *') as Address | null) ?? 0n

/** Reads a signed 32-bit number. */
export const readInt32 = (library: ComLibrary, address: Address, offset = 0): number =>
  library.koffi.decode(address, offset, 'int32') as number
