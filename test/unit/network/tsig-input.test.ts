import { describe, expect, it } from 'vitest'
import { checkTsigKey, readTsigSecret } from '../../../src-main/network/tsig-input.ts'

const secret = 'c2VjcmV0IHNlY3JldCBzZWNyZXQ='
const key = { name: 'kms-key', algorithm: 'hmac-sha256', secret }

describe('checking a TSIG key as typed', () => {
  it('reads name, algorithm and secret', () => {
    expect(checkTsigKey({ name: ' kms-key. ', algorithm: 'HMAC-SHA256.', secret })).toEqual({
      ok: true,
      value: { name: 'kms-key', algorithm: 'hmac-sha256', secret: Buffer.from('secret secret secret') },
    })
  })

  it('takes MD5 under both of its names, because it is asked for', () => {
    for (const algorithm of ['hmac-md5', 'HMAC-MD5.SIG-ALG.REG.INT']) {
      expect(checkTsigKey({ ...key, algorithm })).toMatchObject({ ok: true, value: { algorithm: 'hmac-md5' } })
    }
  })

  it('takes a secret with line breaks, or as it stands in the key file', () => {
    const value = Buffer.from('secret secret secret')
    expect(readTsigSecret(`${secret.slice(0, 10)}\r\n ${secret.slice(10)}`)).toEqual({ ok: true, value })
    expect(readTsigSecret(`"${secret}";`)).toEqual({ ok: true, value })
  })

  it.each([
    ['name', '', 'tsigName'],
    ['name', 'two words', 'tsigName'],
    ['algorithm', 'hmac-sha3', 'tsigAlgorithm'],
    ['algorithm', '', 'tsigAlgorithm'],
    ['secret', '', 'tsigSecret'],
    ['secret', 'c2VjcmV0!', 'tsigSecret'],
    ['secret', 'c2VjcmV0I', 'tsigSecret'],
    ['secret', '=c2VjcmV0', 'tsigSecret'],
  ])('refuses the %s %j', (part, value, field) => {
    expect(checkTsigKey({ ...key, [part]: value })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', field, remedy: expect.any(String) },
    })
  })

  it('shows the name or algorithm that is wrong', () => {
    expect(checkTsigKey({ ...key, name: 'two words' })).toMatchObject({
      error: { message: expect.stringContaining('two words') },
    })
    expect(checkTsigKey({ ...key, algorithm: 'hmac-sha3' })).toMatchObject({
      error: { message: expect.stringContaining('hmac-sha3') },
    })
  })

  it('never shows the secret', () => {
    expect(JSON.stringify(checkTsigKey({ ...key, secret: 'THIS-IS-SECRET' }))).not.toContain('SECRET')
  })
})
