import type { SystemKeyAnswer } from '../../contract/models/product-key-check.ts'

/** Bytes of the record that PidGenX fills, and what stands before it is filled: its own size. */
export const recordSize = 0x4f8
/** Bytes of the two older records, which PidGenX fills as well and which nothing here needs. */
export const olderRecordSizes = { productId: 0x32, productId3: 0xa4 } as const

/** Zero-terminated UTF-16 texts in the record (layout as published by several open-source key checkers). */
const editionText = { offset: 0x118, characters: 260 } as const
const channelText = { offset: 0x3f8, characters: 64 } as const

type Told = Extract<SystemKeyAnswer, { readonly outcome: 'told' }>

const textAt = (record: Buffer, { offset, characters }: typeof editionText | typeof channelText): string => {
  const text = record.toString('utf16le', offset, offset + characters * 2)
  const end = text.indexOf('\0')
  return (end === -1 ? text : text.slice(0, end)).trim()
}

const kindOf = (channel: string): Told['kind'] => {
  const [family = '', detail = ''] = channel.toLowerCase().split(':')
  if (family === 'retail') return 'retail'
  if (family === 'oem') return 'oem'
  if (family !== 'volume') return 'other'
  if (detail === 'gvlk') return 'kms-client'
  if (detail === 'csvlk') return 'kms-host'
  return detail === 'mak' ? 'mak' : 'other'
}

/** Reads what PidGenX wrote; undefined where the record names no channel. */
export const readProductIdRecord = (record: Buffer): Told | undefined => {
  const channel = textAt(record, channelText)
  if (channel === '') return undefined
  return { outcome: 'told', channel, kind: kindOf(channel), edition: textAt(record, editionText) || null }
}

/** An empty record as PidGenX wants it: its size in the first four bytes, zeros after. */
export const emptyRecord = (size: number): Buffer => {
  const record = Buffer.alloc(size)
  record.writeUInt32LE(size, 0)
  return record
}
