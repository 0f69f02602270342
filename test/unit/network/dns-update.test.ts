import { createHmac } from 'node:crypto'
import { decode } from 'dns-packet'
import { afterEach, describe, expect, it } from 'vitest'
import type { AppError, Result } from '../../../src-main/contract/app-error.ts'
import { AppErrorSchema } from '../../../src-main/contract/models/app-error-schema.ts'
import { type DnsUpdate, type DnsUpdateDone, updateSrvRecords } from '../../../src-main/network/dns-update.ts'
import { dnsClass, lastRecord, nameBytes, recordBytes, uint } from '../../../src-main/network/dns-wire.ts'
import type { TsigKey } from '../../../src-main/network/tsig-input.ts'
import { type RawReply, type RawResponder, startRawResponder } from './raw-responder.ts'

const now = Date.UTC(2026, 10, 22, 12)
const key: TsigKey = { name: 'kms-key', algorithm: 'hmac-sha256', secret: Buffer.from('a secret of this test') }
const kms01 = { target: 'kms01.contoso.com', port: 1688, priority: 0, weight: 0, ttl: 3600 }
const kms02 = { ...kms01, target: 'kms02.contoso.com' }

const running: RawResponder[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((responder) => responder.close()))
})

const updateResponse = 0xa800

/** An answer with a response code, as every DNS server gives it. */
const plainAnswer = (request: Buffer, flags: number): Buffer =>
  Buffer.concat([request.subarray(0, 2), uint(updateResponse | flags, 2), Buffer.alloc(8)])

interface Signing {
  readonly time?: number
  readonly error?: number
  readonly other?: Buffer
  readonly secret?: string
  readonly keyName?: string
  readonly mac?: (mac: Buffer) => Buffer
}

/** The MAC that a request carries: after the algorithm's name (13 bytes), the time (6) and the fudge (2). */
const requestMac = (request: Buffer): Buffer => {
  const data = lastRecord(request)?.record.data ?? Buffer.alloc(0)
  return data.subarray(23, 23 + data.readUInt16BE(21))
}

/** Signs an answer by RFC 8945, 5.3.1, written out here on its own so that a fault of the product shows. */
const signedAnswer = (request: Buffer, flags: number, signing: Signing = {}): Buffer => {
  const answer = plainAnswer(request, flags)
  const {
    time = now / 1000,
    error = 0,
    other = Buffer.alloc(0),
    keyName = key.name,
    mac: bend = (mac) => mac,
  } = signing
  const algorithm = nameBytes('hmac-sha256')
  const timed = Buffer.concat([uint(time, 6), uint(300, 2)])
  const tail = Buffer.concat([uint(error, 2), uint(other.length, 2), other])
  const asked = requestMac(request)
  const mac = createHmac('sha256', signing.secret ?? key.secret)
    .update(Buffer.concat([uint(asked.length, 2), asked, answer]))
    .update(Buffer.concat([nameBytes(keyName), uint(255, 2), uint(0, 4), algorithm, timed, tail]))
    .digest()
  const bent = bend(mac)
  const data = Buffer.concat([algorithm, timed, uint(bent.length, 2), bent, request.subarray(0, 2), tail])
  const whole = Buffer.concat([answer, recordBytes({ name: keyName, type: 250, class: dnsClass.ANY, ttl: 0, data })])
  whole.writeUInt16BE(1, 10)
  return whole
}

const update = async (reply: RawReply, more: Partial<DnsUpdate> = {}, milliseconds = 10_000) => {
  const responder = await startRawResponder(reply)
  running.push(responder)
  const request: DnsUpdate = {
    zone: 'contoso.com',
    owner: '_vlmcs._tcp.contoso.com',
    seen: [],
    change: { kind: 'add', record: kms01 },
    server: responder.server,
    key,
    ...more,
  }
  return updateSrvRecords(request, { now: () => now, milliseconds })
}

const errorOf = (result: Result<DnsUpdateDone>): AppError => {
  if (result.ok) throw new Error('The update should have failed.')
  expect(JSON.stringify(result.error)).not.toContain(key.secret.toString('base64'))
  return AppErrorSchema.parse(result.error) as AppError
}

describe('the message of an update', () => {
  it('carries zone, what was seen, the deletion before the addition, and a signature', async () => {
    const sent: Buffer[] = []
    const moved = { ...kms01, port: 1700 }
    const result = await update(
      (message) => {
        sent.push(message)
        return [signedAnswer(message, 0)]
      },
      { seen: [kms01, kms02], change: { kind: 'change', from: kms01, to: moved } },
    )
    expect(result).toMatchObject({ ok: true, value: { over: 'udp', signed: true } })
    const packet = decode(sent[0] ?? Buffer.alloc(0))
    expect((packet.flags ?? 0) >> 11).toBe(5)
    expect(packet.questions).toEqual([{ name: 'contoso.com', type: 'SOA', class: 'IN' }])
    const name = '_vlmcs._tcp.contoso.com'
    const data = { priority: 0, weight: 0 }
    expect(packet.answers).toMatchObject([
      { name, class: 'IN', ttl: 0, data: { ...data, port: 1688, target: 'kms01.contoso.com' } },
      { name, class: 'IN', ttl: 0, data: { ...data, port: 1688, target: 'kms02.contoso.com' } },
    ])
    expect(packet.authorities).toMatchObject([
      { name, class: 'UNKNOWN_254', ttl: 0, data: { ...data, port: 1688, target: 'kms01.contoso.com' } },
      { name, class: 'IN', ttl: 3600, data: { ...data, port: 1700, target: 'kms01.contoso.com' } },
    ])
    expect(packet.additionals).toMatchObject([{ name: 'kms-key', type: 'TSIG', class: 'ANY' }])
  })
})

describe('what a server says to an update', () => {
  it.each([
    [1, 'FORMERR', 'host-unreachable', 0x80072329],
    [2, 'SERVFAIL', 'host-unreachable', 0x8007232a],
    [4, 'NOTIMP', 'access-denied', 0x8007232c],
    [5, 'REFUSED', 'access-denied', 0x8007232d],
    [7, 'YXRRSET', 'already-used', 0x8007232f],
    [8, 'NXRRSET', 'digest-mismatch', 0x80072330],
    [9, 'NOTAUTH', 'not-found', 0x80072331],
    [10, 'NOTZONE', 'invalid-input', 0x80072332],
  ])('explains the response code %i (%s), signed or not', async (rcode, word, code, hresult) => {
    for (const answer of [plainAnswer, signedAnswer]) {
      const error = errorOf(await update((message) => [answer(message, rcode)]))
      expect(error).toMatchObject({ code, hresult, detail: `rcode ${word}`, remedy: expect.any(String) })
      expect(error.message).toContain(word)
    }
  })

  it.each([
    [16, 'BADSIG', 'wrong-password', 0x80072338],
    [17, 'BADKEY', 'wrong-password', 0x80072339],
    [22, 'BADTRUNC', 'access-denied', undefined],
  ])('explains the TSIG error %i (%s)', async (error, word, code, hresult) => {
    const answer = await update((message) => [signedAnswer(message, 9, { error, mac: () => Buffer.alloc(0) })])
    const shown = errorOf(answer)
    expect(shown.code).toBe(code)
    expect(shown.hresult).toBe(hresult)
    expect(shown.message).toContain(word)
    expect(shown.message).toContain('kms-key')
  })

  it('explains BADTIME with both clocks', async () => {
    const other = uint(now / 1000 - 7200, 6)
    const error = errorOf(await update((message) => [signedAnswer(message, 9, { error: 18, other })]))
    expect(error).toMatchObject({ code: 'access-denied', hresult: 0x8007233a })
    expect(error.message).toContain('2026-11-22T10:00:00Z')
    expect(error.message).toContain('2026-11-22T12:00:00Z')
  })

  it.each<[string, (message: Buffer) => Buffer]>([
    ['is not signed', (message) => plainAnswer(message, 0)],
    ['is signed with another secret', (message) => signedAnswer(message, 0, { secret: 'another' })],
    ['is signed with another key', (message) => signedAnswer(message, 0, { keyName: 'other-key' })],
    ['has a shortened signature', (message) => signedAnswer(message, 0, { mac: (mac) => mac.subarray(0, 16) })],
    ['has no signature in its signature record', (message) => signedAnswer(message, 0, { mac: () => Buffer.alloc(0) })],
    [
      'was changed on the way',
      (message) => signedAnswer(message, 5).map((byte, at) => (at === 3 ? 0 : byte)) as Buffer,
    ],
    ['is of another time', (message) => signedAnswer(message, 0, { time: now / 1000 - 301 })],
  ])('does not believe a success that %s', async (_, answer) => {
    const error = errorOf(await update((message) => [Buffer.from(answer(message))]))
    expect(error).toMatchObject({ code: 'access-denied', message: expect.stringContaining('cannot be trusted') })
  })

  it('waits past answers that are not to its message', async () => {
    const result = await update((message) => {
      const foreign = signedAnswer(message, 5)
      foreign.writeUInt16BE((message.readUInt16BE(0) + 1) % 65_536, 0)
      const question = plainAnswer(message, 5)
      question.writeUInt16BE(0x8005, 2)
      return [Buffer.from('garbage'), foreign, question, signedAnswer(message, 0)]
    })
    expect(result.ok).toBe(true)
  })

  it('asks over TCP where the answer was cut off', async () => {
    const over: string[] = []
    const result = await update((message, transport) => {
      over.push(transport)
      return [transport === 'udp' ? plainAnswer(message, 0x0200) : signedAnswer(message, 0)]
    })
    expect(result).toMatchObject({ ok: true, value: { over: 'tcp' } })
    expect(over).toEqual(['udp', 'tcp'])
  })

  it('needs no signature without a key, and says so', async () => {
    const result = await update((message) => [plainAnswer(message, 0)], { key: null })
    expect(result).toMatchObject({ ok: true, value: { signed: false } })
  })
})

describe('an update that nobody answers', () => {
  it('is sent once, and what became of it is left open', async () => {
    const sent: Buffer[] = []
    const result = await update(
      (message) => {
        sent.push(message)
        return []
      },
      {},
      100,
    )
    expect(errorOf(result)).toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('not known'),
      remedy: expect.stringContaining('Read the records again'),
    })
    expect(sent).toHaveLength(1)
  })

  it('tells a closed port, a name that is none, and a cancelled update', async () => {
    const gone = await startRawResponder(() => [])
    await gone.close()
    expect(errorOf(await update(() => [], { server: gone.server }))).toMatchObject({ code: 'port-closed' })
    expect(errorOf(await update(() => [], { server: 'dns:0' }))).toMatchObject({
      code: 'invalid-input',
      field: 'server',
    })
    const cancelled = new AbortController()
    const responder = await startRawResponder(() => {
      cancelled.abort()
      return []
    })
    running.push(responder)
    const owner = '_vlmcs._tcp.contoso.com'
    const change = { kind: 'add', record: kms01 } as const
    const request: DnsUpdate = { zone: 'contoso.com', owner, seen: [], change, server: responder.server, key }
    expect(errorOf(await updateSrvRecords(request, { signal: cancelled.signal }))).toMatchObject({ code: 'cancelled' })
  })
})

describe('an update that cannot be right', () => {
  const never: RawReply = () => {
    throw new Error('Nothing should have been sent.')
  }
  const upper = { ...kms01, target: 'KMS01.contoso.com.' }

  it.each<[string, Partial<DnsUpdate>, Partial<AppError>]>([
    ['a record that is there', { seen: [upper] }, { code: 'already-used', field: 'record' }],
    ['the removal of no record', { change: { kind: 'remove', record: kms01 } }, { code: 'not-found', field: 'record' }],
    [
      'a change of another record',
      { seen: [kms02], change: { kind: 'change', from: kms01, to: kms02 } },
      { code: 'not-found', field: 'record' },
    ],
    [
      'a change into a record that is there',
      { seen: [kms01, kms02], change: { kind: 'change', from: kms01, to: kms02 } },
      { code: 'already-used', field: 'record' },
    ],
    [
      'a change of nothing',
      { seen: [kms01], change: { kind: 'change', from: kms01, to: kms01 } },
      { code: 'invalid-input', field: 'record' },
    ],
    ['another zone', { zone: 'fabrikam.com' }, { code: 'invalid-input', hresult: 0x80072332 }],
    ['a zone that is no name', { zone: 'a..b' }, { code: 'invalid-input', field: 'zone' }],
    ['an owner that is no name', { owner: '' }, { code: 'invalid-input', field: 'domain' }],
    [
      'a target that is no name',
      { change: { kind: 'add', record: { ...kms01, target: 'a b' } } },
      { code: 'invalid-input', field: 'target' },
    ],
  ])('is not sent: %s', async (_, more, expected) => {
    expect(errorOf(await update(never, more))).toMatchObject({ ...expected, message: expect.any(String) })
  })
})
