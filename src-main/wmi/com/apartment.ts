import { WmiError } from '../wmi-error.ts'
import type { ComLibrary } from './com-library.ts'
import { readInt32, withMemorySync } from './native-memory.ts'
import { failed } from './wbem-interfaces.ts'

/** APTTYPE (objidl.h): a single-threaded apartment, and the main one of a process. */
const singleThreaded = [0, 3]
const changedMode = 0x80010106

/**
 * Joins the multithreaded apartment for the whole process, so that libuv's workers, which nobody initialises for COM,
 * may make COM calls and share the pointers. Throws WmiError on a thread that is in a single-threaded apartment
 * already: there, every call of a worker would wait for a message loop that nobody runs.
 */
export const joinMultithreadedApartment = (library: ComLibrary): void =>
  withMemorySync(library, 16, (memory) => {
    const hresult = library.coGetApartmentType(memory, memory + 8n) as number
    if (!failed(hresult) && singleThreaded.includes(readInt32(library, memory))) {
      throw new WmiError('connect', changedMode, 'The engine started on a thread that cannot be used for WMI.')
    }
    // The cookie is never given back: the apartment lasts as long as the engine process.
    const joined = library.coIncrementMTAUsage(memory) as number
    if (failed(joined)) throw new WmiError('connect', joined, 'Windows did not let the engine use COM.')
  })
