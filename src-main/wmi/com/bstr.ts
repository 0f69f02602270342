import type { ComLibrary } from './com-library.ts'
import type { Address } from './koffi-types.ts'
import { wipe } from './native-memory.ts'

/** Allocates a BSTR. COM reads the length in front of the text, so a plain wide string will not do. */
export const allocateBstr = (library: ComLibrary, text: string): Address => {
  const address = library.sysAllocStringLen(text, text.length) as Address | null
  if (!address) throw new RangeError('Windows has no memory for a string.')
  library.ledger.bstrs += 1
  library.ledger.bstrsAllocated += 1
  return address
}

/** Frees a BSTR, its text overwritten first: it may have been a password or a product key. 0n is allowed. */
export const freeBstr = (library: ComLibrary, address: Address): void => {
  if (address === 0n) return
  const length = library.sysStringLen(address) as number
  if (length > 0) wipe(library, address, length * 2)
  library.sysFreeString(address)
  library.ledger.bstrs -= 1
}

/** Reads a BSTR; a null one is the empty string, as COM has it. */
export const readBstr = (library: ComLibrary, address: Address): string => {
  if (address === 0n) return ''
  const length = library.sysStringLen(address) as number
  return length === 0 ? '' : library.koffi.decode.string16(address, length)
}

/** Takes over a BSTR that COM handed out: reads it and frees it. */
export const takeBstr = (library: ComLibrary, address: Address): string => {
  if (address === 0n) return ''
  library.ledger.bstrs += 1
  library.ledger.bstrsAllocated += 1
  const text = readBstr(library, address)
  freeBstr(library, address)
  return text
}

/** Gives `body` BSTRs of the texts (0n for undefined) and frees them when `body` has settled. */
export const withBstrs = async <T>(
  library: ComLibrary,
  texts: readonly (string | undefined)[],
  body: (addresses: readonly Address[]) => Promise<T>,
): Promise<T> => {
  const addresses: Address[] = []
  try {
    for (const text of texts) addresses.push(text === undefined ? 0n : allocateBstr(library, text))
    return await body(addresses)
  } finally {
    for (const address of addresses) freeBstr(library, address)
  }
}
