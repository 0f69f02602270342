import { createHmac, timingSafeEqual } from 'node:crypto'
import type { TsigAlgorithm } from '../contract/models/dns.ts'
import { sameName } from './dns-names.ts'
import { dnsClass, dnsType, lastRecord, nameBytes, readName, recordBytes, uint } from './dns-wire.ts'
import type { TsigKey } from './tsig-input.ts'

/** Seconds by which two clocks may differ (RFC 8945, 10, recommends 300). */
export const tsigFudge = 300

/** Errors inside a TSIG record (RFC 8945, 3; BADTRUNC 5.2.4). */
export const tsigError = { BADSIG: 16, BADKEY: 17, BADTIME: 18, BADTRUNC: 22 } as const

const hashOf: Readonly<Record<TsigAlgorithm, string>> = {
  'hmac-md5': 'md5',
  'hmac-sha1': 'sha1',
  'hmac-sha224': 'sha224',
  'hmac-sha256': 'sha256',
  'hmac-sha384': 'sha384',
  'hmac-sha512': 'sha512',
}

const wireAlgorithm = (algorithm: TsigAlgorithm): string =>
  algorithm === 'hmac-md5' ? 'hmac-md5.sig-alg.reg.int' : algorithm

interface TsigData {
  readonly algorithm: string
  /** Seconds since 1970. */
  readonly time: number
  readonly fudge: number
  readonly mac: Buffer
  readonly originalId: number
  readonly error: number
  readonly other: Buffer
}

const dataBytes = ({ algorithm, time, fudge, mac, originalId, error, other }: TsigData): Buffer =>
  Buffer.concat([
    nameBytes(algorithm),
    uint(time, 6),
    uint(fudge, 2),
    uint(mac.length, 2),
    mac,
    uint(originalId, 2),
    uint(error, 2),
    uint(other.length, 2),
    other,
  ])

const readData = (data: Buffer): TsigData => {
  const { name, end } = readName(data, 0)
  const macEnd = end + 10 + data.readUInt16BE(end + 8)
  const otherStart = macEnd + 6
  const otherEnd = otherStart + data.readUInt16BE(macEnd + 4)
  if (otherEnd !== data.length) throw new RangeError('The signature record has the wrong length.')
  return {
    algorithm: name,
    time: data.readUIntBE(end, 6),
    fudge: data.readUInt16BE(end + 6),
    mac: data.subarray(end + 10, macEnd),
    originalId: data.readUInt16BE(macEnd),
    error: data.readUInt16BE(macEnd + 2),
    other: data.subarray(otherStart, otherEnd),
  }
}

/** The fields that are signed along with the message (RFC 8945, 4.3.3), names in small letters. */
const variables = (key: TsigKey, { time, fudge, error, other }: TsigData): Buffer =>
  Buffer.concat([
    nameBytes(key.name.toLowerCase()),
    uint(dnsClass.ANY, 2),
    uint(0, 4),
    nameBytes(wireAlgorithm(key.algorithm)),
    uint(time, 6),
    uint(fudge, 2),
    uint(error, 2),
    uint(other.length, 2),
    other,
  ])

const digest = (key: TsigKey, parts: readonly Buffer[]): Buffer => {
  const hmac = createHmac(hashOf[key.algorithm], key.secret)
  for (const part of parts) hmac.update(part)
  return hmac.digest()
}

/** A signed message, and its MAC: the answer's signature covers it. */
export interface SignedMessage {
  readonly message: Buffer
  readonly mac: Buffer
}

/** Signs a DNS message by appending a TSIG record (RFC 8945, 5.1). `now` in milliseconds since 1970. */
export const signMessage = (message: Buffer, key: TsigKey, now: number): SignedMessage => {
  const unsigned: TsigData = {
    algorithm: wireAlgorithm(key.algorithm),
    time: Math.floor(now / 1000),
    fudge: tsigFudge,
    mac: Buffer.alloc(0),
    originalId: message.readUInt16BE(0),
    error: 0,
    other: Buffer.alloc(0),
  }
  const mac = digest(key, [message, variables(key, unsigned)])
  const data = dataBytes({ ...unsigned, mac })
  const record = recordBytes({ name: key.name, type: dnsType.TSIG, class: dnsClass.ANY, ttl: 0, data })
  const signed = Buffer.concat([message, record])
  signed.writeUInt16BE(message.readUInt16BE(10) + 1, 10)
  return { message: signed, mac }
}

/** What the signature of an answer is worth. `error` is the TSIG error that the server reports, 0 for none. */
export type SignatureCheck =
  | { readonly outcome: 'unsigned' }
  /** The server reports an error that it cannot sign, because it does not know the key or found the MAC wrong. */
  | { readonly outcome: 'error-unsigned'; readonly error: number }
  | { readonly outcome: 'forged'; readonly reason: string }
  /** `time` in seconds since 1970; `serverTime` is the server's own clock where it reports BADTIME. */
  | {
      readonly outcome: 'genuine'
      readonly error: number
      readonly time: number
      readonly fudge: number
      readonly serverTime: number | null
    }

/** The message as it was before its signature was appended (RFC 8945, 4.3.2). */
const withoutSignature = (message: Buffer, start: number, originalId: number): Buffer => {
  const bare = Buffer.from(message.subarray(0, start))
  bare.writeUInt16BE(originalId, 0)
  bare.writeUInt16BE(bare.readUInt16BE(10) - 1, 10)
  return bare
}

const check = (message: Buffer, key: TsigKey, requestMac: Buffer): SignatureCheck => {
  const last = lastRecord(message)
  if (last === null || last.record.type !== dnsType.TSIG) return { outcome: 'unsigned' }
  const data = readData(last.record.data)
  if (!sameName(last.record.name, key.name)) return { outcome: 'forged', reason: 'signed with another key' }
  if (!sameName(data.algorithm, wireAlgorithm(key.algorithm))) {
    return { outcome: 'forged', reason: 'signed with another algorithm' }
  }
  if (data.mac.length === 0 && data.error !== 0) return { outcome: 'error-unsigned', error: data.error }
  const bare = withoutSignature(message, last.start, data.originalId)
  const expected = digest(key, [uint(requestMac.length, 2), requestMac, bare, variables(key, data)])
  if (data.mac.length !== expected.length || !timingSafeEqual(data.mac, expected)) {
    return { outcome: 'forged', reason: 'the signature does not fit the answer' }
  }
  const serverTime = data.other.length === 6 ? data.other.readUIntBE(0, 6) : null
  return { outcome: 'genuine', error: data.error, time: data.time, fudge: data.fudge, serverTime }
}

/**
 * Checks the signature of an answer to a signed message (RFC 8945, 5.3): key, algorithm and MAC, over the answer and the
 * request's own MAC. Whether its time and its error are acceptable is for the caller to judge. Never throws.
 */
export const checkSignature = (message: Buffer, key: TsigKey, requestMac: Buffer): SignatureCheck => {
  try {
    return check(message, key, requestMac)
  } catch {
    return { outcome: 'forged', reason: 'the signature record is damaged' }
  }
}
