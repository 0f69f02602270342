import type { CimValue } from '../cim-values.ts'
import { freeBstr } from './bstr.ts'
import { arrayFlag, variantTypes } from './cim-types.ts'
import type { ComLibrary } from './com-library.ts'
import type { Address } from './koffi-types.ts'
import { readInt32, readPointer, withMemorySync } from './native-memory.ts'
import { variantBytes } from './variant-reading.ts'
import { writeVariant } from './variant-writing.ts'

/** Gives `body` an empty VARIANT for COM to fill, and clears what COM has put into it. */
export const withVariant = <T>(library: ComLibrary, body: (variant: Address) => T): T =>
  withMemorySync(library, variantBytes, (variant) => {
    library.ledger.variants += 1
    try {
      return body(variant)
    } finally {
      library.variantClear(variant)
      library.ledger.variants -= 1
    }
  })

/** Frees the BSTRs that this client has put into a VARIANT, wiped, since VariantClear would leave their text behind. */
const freeOwnTexts = (library: ComLibrary, variant: Address): void => {
  const variantType = library.koffi.decode(variant, 'uint16') as number
  if (variantType === variantTypes.bstr) {
    freeBstr(library, readPointer(library, variant, 8))
    library.koffi.encode(variant, 'uint16', variantTypes.empty)
  }
  if (variantType !== (arrayFlag | variantTypes.bstr)) return
  const array = readPointer(library, variant, 8)
  const data = readPointer(library, array, 16)
  for (let index = 0; index < readInt32(library, array, 24); index += 1) {
    const at = data + BigInt(index * 8)
    freeBstr(library, readPointer(library, at))
    library.koffi.encode(at, 'uint64', 0n)
  }
}

/** Gives `body` a VARIANT that holds the value in the form of the CIM type. Throws CimTypeMismatch where it does not fit. */
export const withVariantOf = <T>(
  library: ComLibrary,
  value: CimValue,
  cimType: number,
  body: (variant: Address) => T,
): T =>
  withVariant(library, (variant) => {
    try {
      writeVariant(library, variant, value, cimType)
      return body(variant)
    } finally {
      freeOwnTexts(library, variant)
    }
  })
