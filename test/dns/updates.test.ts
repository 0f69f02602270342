import { afterEach, describe, expect, it } from 'vitest'
import { TsigAlgorithm } from '../../src-main/contract/models/dns.ts'
import { updateSrvRecords } from '../../src-main/network/dns-update.ts'
import { keyFor, published, record, secretOf, server, signedName, signedUpdate } from './bind-server.ts'

const kms01 = record('kms01.signed.test')
const kms02 = record('kms02.signed.test', { priority: 10, weight: 5 })

afterEach(async () => {
  for (const left of await published(signedName)) {
    await updateSrvRecords(await signedUpdate({ kind: 'remove', record: left }))
  }
})

describe.each(['udp-first', 'tcp'] as const)('changing a zone with a TSIG key (%s)', (transport) => {
  const over = transport === 'tcp' ? 'tcp' : 'udp'

  it('adds, changes and removes records', async () => {
    const added = await updateSrvRecords(await signedUpdate({ kind: 'add', record: kms01 }), { transport })
    expect(added).toEqual({ ok: true, value: { server, over, signed: true } })
    const second = await updateSrvRecords(await signedUpdate({ kind: 'add', record: kms02 }), { transport })
    expect(second.ok).toBe(true)
    expect(await published(signedName)).toEqual([kms01, kms02])

    const moved = { ...kms02, port: 1700, priority: 0, weight: 60 }
    const changed = await updateSrvRecords(await signedUpdate({ kind: 'change', from: kms02, to: moved }), {
      transport,
    })
    expect(changed.ok).toBe(true)
    expect(await published(signedName)).toEqual([moved, kms01])

    const removed = await updateSrvRecords(await signedUpdate({ kind: 'remove', record: moved }), { transport })
    expect(removed.ok).toBe(true)
    expect(await published(signedName)).toEqual([kms01])
  })

  it('changes a TTL alone', async () => {
    await updateSrvRecords(await signedUpdate({ kind: 'add', record: kms01 }), { transport })
    const change = { kind: 'change', from: kms01, to: { ...kms01, ttl: 300 } } as const
    expect((await updateSrvRecords(await signedUpdate(change), { transport })).ok).toBe(true)
    expect(await published(signedName)).toEqual([{ ...kms01, ttl: 300 }])
  })

  it('refuses to add where records have come up since the look', async () => {
    await updateSrvRecords(await signedUpdate({ kind: 'add', record: kms01 }), { transport })
    const late = await signedUpdate({ kind: 'add', record: kms02 }, { seen: [] })
    expect(await updateSrvRecords(late, { transport })).toMatchObject({
      ok: false,
      error: { code: 'already-used', hresult: 0x8007232f, message: expect.stringContaining('already') },
    })
    expect(await published(signedName)).toEqual([kms01])
  })

  it('refuses to change or remove where somebody changed the records since the look', async () => {
    await updateSrvRecords(await signedUpdate({ kind: 'add', record: kms01 }), { transport })
    const seen = [{ ...kms01, port: 1700 }]
    const late = await signedUpdate({ kind: 'remove', record: { ...kms01, port: 1700 } }, { seen })
    expect(await updateSrvRecords(late, { transport })).toMatchObject({
      ok: false,
      error: { code: 'digest-mismatch', hresult: 0x80072330, message: expect.stringContaining('Somebody has changed') },
    })
    expect(await published(signedName)).toEqual([kms01])
  })

  it('is told when the clocks differ, with both times', async () => {
    const behind = Date.now() - 3_600_000
    const result = await updateSrvRecords(await signedUpdate({ kind: 'add', record: kms01 }), {
      transport,
      now: () => behind,
    })
    expect(result).toMatchObject({ ok: false, error: { hresult: 0x8007233a, detail: 'tsig error BADTIME' } })
    const message = result.ok ? '' : result.error.message
    expect(message).toContain(new Date(behind).toISOString().slice(0, 16))
    expect(message).toMatch(/Its clock says \d{4}-/)
    expect(await published(signedName)).toEqual([])
  })

  it('is told when the secret is wrong, without showing it', async () => {
    const secret = Buffer.from('not the secret of this key, really').toString('base64')
    const key = keyFor('hmac-sha256', { secret })
    const result = await updateSrvRecords(await signedUpdate({ kind: 'add', record: kms01 }, { key }), { transport })
    expect(result).toMatchObject({ ok: false, error: { code: 'wrong-password', hresult: 0x80072338 } })
    expect(JSON.stringify(result)).not.toContain(secret)
    expect(JSON.stringify(result)).not.toContain(secretOf('hmac-sha256'))
  })

  it('is told when the key is not known', async () => {
    const key = keyFor('hmac-sha256', { name: 'no-such-key' })
    const result = await updateSrvRecords(await signedUpdate({ kind: 'add', record: kms01 }, { key }), { transport })
    expect(result).toMatchObject({
      ok: false,
      error: { hresult: 0x80072339, message: expect.stringContaining('no-such-key') },
    })
  })

  it('is told when the server has the key with another algorithm', async () => {
    const key = { ...keyFor('hmac-sha256'), algorithm: 'hmac-sha384' } as const
    const result = await updateSrvRecords(await signedUpdate({ kind: 'add', record: kms01 }, { key }), { transport })
    expect(result).toMatchObject({ ok: false, error: { detail: 'tsig error BADKEY' } })
  })

  it('is refused without a key, and with a key for another name', async () => {
    const unsigned = await signedUpdate({ kind: 'add', record: kms01 }, { key: null })
    expect(await updateSrvRecords(unsigned, { transport })).toMatchObject({
      ok: false,
      error: { code: 'access-denied', hresult: 0x8007232d, message: expect.stringContaining('not signed') },
    })
    const owner = '_vlmcs._tcp.branch.signed.test'
    const elsewhere = await signedUpdate({ kind: 'add', record: kms01 }, { owner, seen: [] })
    expect(await updateSrvRecords(elsewhere, { transport })).toMatchObject({
      ok: false,
      error: { code: 'access-denied', hresult: 0x8007232d, remedy: expect.stringContaining('update-policy') },
    })
  })

  it('tells a zone that takes no changes, and one that the server does not serve', async () => {
    const closed = { zone: 'closed.test', owner: '_vlmcs._tcp.closed.test', seen: [] }
    const add = { kind: 'add', record: kms01 } as const
    expect(await updateSrvRecords(await signedUpdate(add, closed), { transport })).toMatchObject({
      ok: false,
      error: { code: 'access-denied', hresult: 0x8007232d },
    })
    const missing = { zone: 'missing.test', owner: '_vlmcs._tcp.missing.test', seen: [] }
    expect(await updateSrvRecords(await signedUpdate(add, missing), { transport })).toMatchObject({
      ok: false,
      error: { hresult: 0x80072331, message: expect.stringContaining('missing.test') },
    })
  })
})

describe('TSIG algorithms', () => {
  it.each(TsigAlgorithm.options)('%s is taken by BIND, and its answer is verified', async (algorithm) => {
    const key = keyFor(algorithm)
    const result = await updateSrvRecords(await signedUpdate({ kind: 'add', record: kms01 }, { key }))
    expect(result).toEqual({ ok: true, value: { server, over: 'udp', signed: true } })
    expect(await published(signedName)).toEqual([kms01])
  })
})

describe('changing many records', () => {
  it('goes over TCP where the message is too long for UDP', async () => {
    for (let number = 1; number <= 12; number += 1) {
      const host = record(`a-rather-long-name-for-kms-host-${number}.signed.test`)
      expect((await updateSrvRecords(await signedUpdate({ kind: 'add', record: host }))).ok).toBe(true)
    }
    const result = await updateSrvRecords(await signedUpdate({ kind: 'add', record: kms01 }))
    expect(result).toEqual({ ok: true, value: { server, over: 'tcp', signed: true } })
  })
})

describe('changing a zone that is open to everybody, as in the guide', () => {
  it('needs no key, and says that nothing proves the answer', async () => {
    const owner = '_vlmcs._tcp.open.test'
    const open = { zone: 'open.test', owner, key: null, seen: await published(owner) }
    const result = await updateSrvRecords(await signedUpdate({ kind: 'add', record: kms01 }, open))
    expect(result).toEqual({ ok: true, value: { server, over: 'udp', signed: false } })
    expect(await published(owner)).toEqual([kms01])
  })
})
