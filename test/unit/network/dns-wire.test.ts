import { describe, expect, it } from 'vitest'
import { lastRecord, nameBytes, readName } from '../../../src-main/network/dns-wire.ts'

const header = (records: number): Buffer => {
  const buffer = Buffer.alloc(12)
  buffer.writeUInt16BE(records, 10)
  return buffer
}

describe('names in DNS messages', () => {
  it('are read as they were written, and where they end', () => {
    const message = Buffer.concat([Buffer.from([9, 9]), nameBytes('_vlmcs._tcp.contoso.com'), Buffer.from([7])])
    expect(readName(message, 2)).toEqual({ name: '_vlmcs._tcp.contoso.com', end: message.length - 1 })
    expect(nameBytes('.')).toEqual(Buffer.from([0]))
  })

  it('are followed where they are compressed', () => {
    const message = Buffer.concat([nameBytes('contoso.com'), Buffer.from([3, 100, 99, 49, 0xc0, 0])])
    expect(readName(message, 13)).toEqual({ name: 'dc1.contoso.com', end: message.length })
  })

  it.each([
    ['a pointer to itself', Buffer.from([0xc0, 0])],
    ['a pointer forward', Buffer.from([0xc0, 4, 0, 0, 0])],
    ['a label past the end', Buffer.from([5, 97])],
    ['an unknown form of label', Buffer.from([0x80, 0])],
    ['no end', Buffer.from([1, 97])],
  ])('are refused with %s', (_, message) => {
    expect(() => readName(message, 0)).toThrow(RangeError)
  })
})

describe('the last record of a message', () => {
  it('is none in a message without records', () => {
    expect(lastRecord(header(0))).toBeNull()
  })
  it('is not read from a torn message, or one that goes on', () => {
    expect(() => lastRecord(header(1))).toThrow(RangeError)
    expect(() => lastRecord(Buffer.concat([header(0), Buffer.from([0])]))).toThrow(RangeError)
  })
})
