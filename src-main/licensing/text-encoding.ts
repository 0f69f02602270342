/** The encodings that a text file of Windows can have, as far as its bytes tell. `eight-bit` is ANSI, ASCII or UTF-8 without a mark. */
export type TextEncoding =
  'utf-16le' | 'utf-16be' | 'utf-16le-without-mark' | 'utf-16be-without-mark' | 'utf-32' | 'utf-8' | 'eight-bit'

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

/** Share of zero bytes at even or odd places: text in western letters has them at every second place in UTF-16. */
const zeros = (bytes: Uint8Array, odd: 0 | 1): number => {
  const places = bytes.filter((_, index) => index % 2 === odd)
  return places.length === 0 ? 0 : places.filter((byte) => byte === 0).length / places.length
}

/** Tells an encoding by the byte order mark and, without one, by where zero bytes stand. */
export const sniffEncoding = (bytes: Uint8Array): TextEncoding => {
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff)) return 'utf-32'
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (zeros(bytes, 1) > 0.5) return 'utf-16le-without-mark'
  return zeros(bytes, 0) > 0.5 ? 'utf-16be-without-mark' : 'eight-bit'
}

/** How people call an encoding. */
export const encodingName: Readonly<Record<TextEncoding, string>> = {
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 with the bytes in the other order (big-endian)',
  'utf-16le-without-mark': 'UTF-16 without a byte order mark',
  'utf-16be-without-mark': 'UTF-16 big-endian without a byte order mark',
  'utf-32': 'UTF-32',
  'utf-8': 'UTF-8',
  'eight-bit': 'an 8-bit encoding (ANSI or UTF-8)',
}

const decoderNames: Readonly<Record<TextEncoding, string | null>> = {
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'utf-16le-without-mark': 'utf-16le',
  'utf-16be-without-mark': 'utf-16be',
  'utf-32': null,
  'utf-8': 'utf-8',
  'eight-bit': 'utf-8',
}

/**
 * The text of a file whose encoding is told by its bytes, without the mark. Bytes that are no UTF-8 are read as Windows-1252.
 * Null for UTF-32, which Windows does not write.
 */
export const decodeText = (bytes: Uint8Array): string | null => {
  const name = decoderNames[sniffEncoding(bytes)]
  if (name === null) return null
  if (name !== 'utf-8') return new TextDecoder(name).decode(bytes)
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Text as UTF-16, little-endian, with its byte order mark, as Registry Editor writes it. */
export const encodeUtf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(2 + 2 * text.length)
  bytes.set([0xff, 0xfe])
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    bytes.set([unit & 0xff, unit >> 8], 2 + 2 * index)
  }
  return bytes
}
