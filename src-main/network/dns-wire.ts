/** Numbers of the DNS wire format that dns-packet does not encode (RFC 1035, 3.2; RFC 2136, 1.3; RFC 8945, 4.2). */
export const dnsType = { SOA: 6, SRV: 33, TSIG: 250, ANY: 255 } as const
export const dnsClass = { IN: 1, NONE: 254, ANY: 255 } as const

/** One resource record with its data as bytes. */
export interface WireRecord {
  readonly name: string
  readonly type: number
  readonly class: number
  readonly ttl: number
  readonly data: Buffer
}

/** A number in `bytes` bytes, high byte first. */
export const uint = (value: number, bytes: 1 | 2 | 4 | 6): Buffer => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntBE(value, 0, bytes)
  return buffer
}

/** A name as bytes, not compressed. The caller has checked its labels (isDnsName). */
export const nameBytes = (name: string): Buffer => {
  const labels = name.split('.').filter((label) => label !== '')
  return Buffer.concat([
    ...labels.flatMap((label) => [uint(label.length, 1), Buffer.from(label, 'latin1')]),
    uint(0, 1),
  ])
}

/** The data of an SRV record: priority, weight, port, target not compressed (RFC 2782). */
export const srvBytes = (record: {
  readonly priority: number
  readonly weight: number
  readonly port: number
  readonly target: string
}): Buffer =>
  Buffer.concat([uint(record.priority, 2), uint(record.weight, 2), uint(record.port, 2), nameBytes(record.target)])

/** A whole resource record as bytes. */
export const recordBytes = ({ name, type, class: klass, ttl, data }: WireRecord): Buffer =>
  Buffer.concat([nameBytes(name), uint(type, 2), uint(klass, 2), uint(ttl, 4), uint(data.length, 2), data])

/** A name read from a message, and where what comes after it begins. */
export const readName = (message: Buffer, start: number): { readonly name: string; readonly end: number } => {
  const labels: string[] = []
  let end: number | null = null
  let at = start
  // Each jump must go back, so that no message can keep this going round.
  let limit = start
  for (;;) {
    const length = message.readUInt8(at)
    if (length >= 0xc0) {
      const to = message.readUInt16BE(at) - 0xc000
      if (to >= limit) throw new RangeError('A compressed name points forward.')
      end ??= at + 2
      limit = to
      at = to
      continue
    }
    if (length > 63) throw new RangeError('A label has an unknown form.')
    if (length === 0) return { name: labels.join('.'), end: end ?? at + 1 }
    if (at + 1 + length > message.length) throw new RangeError('A name goes past the end of the message.')
    labels.push(message.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
}

const readRecord = (message: Buffer, start: number): { readonly record: WireRecord; readonly end: number } => {
  const { name, end: at } = readName(message, start)
  const length = message.readUInt16BE(at + 8)
  const end = at + 10 + length
  if (end > message.length) throw new RangeError('A record goes past the end of the message.')
  const record: WireRecord = {
    name,
    type: message.readUInt16BE(at),
    class: message.readUInt16BE(at + 2),
    ttl: message.readUInt32BE(at + 4),
    data: message.subarray(at + 10, end),
  }
  return { record, end }
}

/** The last record of a message and where it begins; null where the message has none. Throws RangeError on a torn message. */
export const lastRecord = (message: Buffer): { readonly record: WireRecord; readonly start: number } | null => {
  let at = 12
  for (let questions = message.readUInt16BE(4); questions > 0; questions -= 1) at = readName(message, at).end + 4
  let last: { readonly record: WireRecord; readonly start: number } | null = null
  const records = message.readUInt16BE(6) + message.readUInt16BE(8) + message.readUInt16BE(10)
  for (let count = records; count > 0; count -= 1) {
    const { record, end } = readRecord(message, at)
    last = { record, start: at }
    at = end
  }
  if (at !== message.length) throw new RangeError('The message goes on after its last record.')
  return last
}
