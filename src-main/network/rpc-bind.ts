/**
 * The first two messages of DCE/RPC over TCP (C706, chapter 12.6; [MS-RPCE] 2.2.2): asking for an interface, and the answer.
 */

/** A DCE/RPC interface or transfer syntax with its version. */
export interface RpcSyntax {
  readonly uuid: string
  readonly major: number
  readonly minor: number
}

/** The interface by which KMS clients reach a KMS host (kms.md 3). */
export const kmsInterface: RpcSyntax = { uuid: '51c82175-844e-4750-b0d8-ec255555bc06', major: 1, minor: 0 }
const ndr: RpcSyntax = { uuid: '8a885d04-1ceb-11c9-9fe8-08002b104860', major: 2, minor: 0 }

const pduType = { fault: 3, bind: 11, bindAck: 12, bindNak: 13 } as const
const headerLength = 16
const fragment = 5840
/** PFC_FIRST_FRAG and PFC_LAST_FRAG. */
const wholeMessage = 0x03

/** The first three fields of a UUID go low byte first, the rest as written. */
const uuidBytes = (uuid: string): Buffer => {
  const [first = '', second = '', third = '', ...rest] = uuid.split('-')
  const turned = [first, second, third].map((part) => Buffer.from(part, 'hex').toReversed())
  return Buffer.concat([...turned.map((part) => Buffer.from(part)), Buffer.from(rest.join(''), 'hex')])
}

const syntaxBytes = ({ uuid, major, minor }: RpcSyntax): Buffer => {
  const version = Buffer.alloc(4)
  version.writeUInt16LE(major, 0)
  version.writeUInt16LE(minor, 2)
  return Buffer.concat([uuidBytes(uuid), version])
}

/** A bind message that asks for one interface with NDR as transfer syntax, without authentication. */
export const bindMessage = (wanted: RpcSyntax, callId: number): Buffer => {
  const body = Buffer.alloc(16)
  body.writeUInt16LE(fragment, 0)
  body.writeUInt16LE(fragment, 2)
  body.writeUInt8(1, 8)
  body.writeUInt8(1, 14)
  const context = Buffer.concat([body, syntaxBytes(wanted), syntaxBytes(ndr)])
  const header = Buffer.alloc(headerLength)
  header.set([5, 0, pduType.bind, wholeMessage, 0x10, 0, 0, 0])
  header.writeUInt16LE(headerLength + context.length, 8)
  header.writeUInt32LE(callId, 12)
  return Buffer.concat([header, context])
}

/** What the answer to a bind message says. */
export type BindAnswer =
  /** More bytes must come before it can be read. */
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'not-rpc' }
  | { readonly kind: 'accepted' }
  /** The service speaks RPC and has no such interface. */
  | { readonly kind: 'interface-unknown' }
  /** The service speaks RPC and turned the question away for another reason. */
  | { readonly kind: 'turned-away'; readonly reason: string }

const nakReasons = [
  'no reason given',
  'too busy at the moment',
  'the limit of connections is reached',
  'the address is unknown',
  'the version of the protocol is not supported',
  'the user data cannot be read',
  'no password is available',
]

interface Reader {
  readonly u16: (at: number) => number
  readonly u32: (at: number) => number
}

const reader = (message: Buffer, littleEndian: boolean): Reader => ({
  u16: (at) => (littleEndian ? message.readUInt16LE(at) : message.readUInt16BE(at)),
  u32: (at) => (littleEndian ? message.readUInt32LE(at) : message.readUInt32BE(at)),
})

const readAck = ({ u16 }: Reader): BindAnswer => {
  const addressLength = u16(headerLength + 8)
  const unaligned = headerLength + 10 + addressLength
  const results = Math.ceil(unaligned / 4) * 4
  const [result, reason] = [u16(results + 4), u16(results + 6)]
  if (result === 0) return { kind: 'accepted' }
  // Result 2 is "provider rejection"; its reason 1 "abstract syntax not supported".
  if (result === 2 && reason === 1) return { kind: 'interface-unknown' }
  return { kind: 'turned-away', reason: `bind result ${result}, reason ${reason}` }
}

const read = (message: Buffer, callId: number): BindAnswer => {
  const { u16, u32 } = reader(message, (message.readUInt8(4) & 0xf0) === 0x10)
  const length = u16(8)
  if (length < headerLength) return { kind: 'not-rpc' }
  if (message.length < length) return { kind: 'incomplete' }
  const within = reader(message.subarray(0, length), (message.readUInt8(4) & 0xf0) === 0x10)
  if (u32(12) !== callId) return { kind: 'not-rpc' }
  switch (message.readUInt8(2)) {
    case pduType.bindAck:
      return readAck(within)
    case pduType.bindNak: {
      const reason = within.u16(headerLength)
      return { kind: 'turned-away', reason: nakReasons[reason] ?? `reason ${reason}` }
    }
    case pduType.fault: {
      const status = within
        .u32(headerLength + 8)
        .toString(16)
        .padStart(8, '0')
        .toUpperCase()
      return { kind: 'turned-away', reason: `fault 0x${status}` }
    }
    default:
      return { kind: 'not-rpc' }
  }
}

/** Reads what has come so far as an answer to bindMessage with that call id. Never throws. */
export const readBindAnswer = (received: Buffer, callId: number): BindAnswer => {
  if (received.length > 0 && received[0] !== 5) return { kind: 'not-rpc' }
  if (received.length < headerLength) return { kind: 'incomplete' }
  try {
    return read(received, callId)
  } catch {
    return { kind: 'not-rpc' }
  }
}
