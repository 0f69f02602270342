import { keyDigits } from './product-key-alphabet.ts'
import { compactKey, type ProductKey } from './product-key.ts'

const checksumShift = 103n
const checksumMask = 0x3ffn
const byteCount = 16

/** CRC-32, polynomial 0x04C11DB7, most significant bit first, start value all ones, result inverted. */
const crc32 = (bytes: readonly number[]): number => {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte << 24
    for (let bit = 0; bit < 8; bit += 1) crc = crc < 0 || crc > 0x7fffffff ? (crc << 1) ^ 0x04c11db7 : crc << 1
    crc >>>= 0
  }
  return ~crc >>> 0
}

/** The number that a key of Windows 8 or later stands for: the index of its N first, then the other 24 in base 24. */
const keyNumber = (compact: string): bigint => {
  const others = [...compact.replace('N', '')].map((character) => BigInt(keyDigits.indexOf(character)))
  return others.reduce((sum, digit) => sum * 24n + digit, BigInt(compact.indexOf('N')))
}

/**
 * Whether the checksum inside a key for Windows 8 / Server 2012 and later is right; null for older keys, which carry
 * none that could be checked. It catches typing errors and says nothing about who may use the key.
 *
 * Bits 0-19 group, 20-49 serial, 50-102 security, 103-112 checksum, 113 upgrade; the checksum is the low 10 bits of the
 * CRC over the 16 little-endian bytes with the checksum bits cleared. Observed in all published setup keys since 6.2,
 * not documented by Microsoft: a mismatch is a warning that people can overrule.
 */
export const hasValidChecksum = (key: ProductKey): boolean | null => {
  if (key.generation !== 'windows-8') return null
  const number = keyNumber(compactKey(key))
  const cleared = number & ~(checksumMask << checksumShift)
  const bytes = Array.from({ length: byteCount }, (_, index) => Number((cleared >> BigInt(8 * index)) & 0xffn))
  return BigInt(crc32(bytes)) % 1024n === ((number >> checksumShift) & checksumMask)
}
