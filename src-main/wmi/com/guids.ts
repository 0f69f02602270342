import type { ComLibrary } from './com-library.ts'
import type { Address } from './koffi-types.ts'
import { withMemory, writeBytes } from './native-memory.ts'

/** CLSID_WbemLocator and the interface ids that this client asks for (wbemcli.h, unknwn.h). */
export const guids = {
  wbemLocatorClass: '4590f811-1d3a-11d0-891f-00aa004b2e24',
  wbemLocator: 'dc12a687-737f-11cf-884d-00aa004b2e24',
  unknown: '00000000-0000-0000-c000-000000000046',
} as const

/** A GUID as it lies in memory: the first three groups are numbers and therefore little-endian. */
export const guidBytes = (text: string): Uint8Array => {
  const bytes = Buffer.from(text.replaceAll('-', ''), 'hex')
  bytes.subarray(0, 4).reverse()
  bytes.subarray(4, 6).reverse()
  bytes.subarray(6, 8).reverse()
  return Uint8Array.from(bytes)
}

/** Gives `body` the address of a GUID. */
export const withGuid = <T>(library: ComLibrary, text: string, body: (id: Address) => Promise<T>): Promise<T> =>
  withMemory(library, 16, (address) => {
    writeBytes(library, address, guidBytes(text))
    return body(address)
  })
