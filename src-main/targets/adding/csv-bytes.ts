import { AppFailure } from '../../contract/app-error.ts'
import type { CsvReading } from '../../contract/models/estate-adding.ts'
import { sniffEncoding } from '../../licensing/text-encoding.ts'
import type { Pace } from './pace.ts'

/** The encodings of CSV files. */
export type CsvEncoding = NonNullable<CsvReading['encoding']>

/** Bytes that are decoded at a stretch. */
const piece = 512 * 1024
const sampleSize = 64 * 1024

const refused = (message: string, remedy: string): AppFailure =>
  new AppFailure({ code: 'invalid-input', field: 'file', message, remedy, retryable: false })

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

const notText = (bytes: Uint8Array): AppFailure => {
  const saveAs = 'Save it as CSV (in Excel: File, Save As, "CSV UTF-8"), then choose that file.'
  if (startsWith(bytes, 0x50, 0x4b)) return refused('This is an Excel workbook or a ZIP archive, no CSV file.', saveAs)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused('This is an old Excel workbook, no CSV file.', saveAs)
  return refused('This file is no text: it holds binary data.', 'Choose a CSV or a text file.')
}

/** Control characters other than tab, line feed, form feed and carriage return: text has none. */
const isControl = (byte: number): boolean => byte < 9 || byte === 11 || (byte > 13 && byte < 32 && byte !== 27)

const isUtf8 = async (bytes: Uint8Array, pace: Pace): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += piece) {
      decoder.decode(bytes.subarray(at, at + piece), { stream: true })
      await pace()
    }
    decoder.decode()
    return true
  } catch (thrown) {
    if (thrown instanceof TypeError) return false
    throw thrown
  }
}

const recognise = async (bytes: Uint8Array, pace: Pace): Promise<CsvEncoding> => {
  const sample = bytes.subarray(0, sampleSize)
  switch (sniffEncoding(sample)) {
    case 'utf-16le':
    case 'utf-16le-without-mark':
      return 'utf-16le'
    case 'utf-16be':
    case 'utf-16be-without-mark':
      return 'utf-16be'
    case 'utf-8':
      return 'utf-8'
    case 'utf-32':
      throw refused('The file is encoded in UTF-32, which is not read.', 'Save it as UTF-8.')
    case 'eight-bit':
      if (sample.some(isControl)) throw notText(bytes)
      return (await isUtf8(bytes, pace)) ? 'utf-8' : 'windows-1252'
  }
}

/**
 * The text of a file without its byte order mark, and how it was decoded: as told, or as its bytes tell (UTF-8 with or
 * without a mark, UTF-16 in both orders with or without one, else Windows-1252). Throws AppFailure `invalid-input` (field
 * `file`) where it is empty or no text.
 */
export const decodeCsv = async (
  bytes: Uint8Array,
  wanted: CsvEncoding | null,
  pace: Pace,
): Promise<{ readonly text: string; readonly encoding: CsvEncoding }> => {
  if (bytes.length === 0) throw refused('The file is empty.', 'Choose a file with a computer in each line.')
  const recognised = await recognise(bytes, pace)
  const encoding = wanted ?? recognised
  const decoder = new TextDecoder(encoding)
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += piece) {
    parts.push(decoder.decode(bytes.subarray(at, at + piece), { stream: true }))
    await pace()
  }
  const text = parts.join('') + decoder.decode()
  const sample = text.slice(0, sampleSize)
  if (sample.includes('\u0000')) throw notText(bytes)
  if (sample.trim() === '') throw refused('The file holds no text.', 'Choose a file with a computer in each line.')
  return { text, encoding }
}
