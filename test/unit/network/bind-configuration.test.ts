import { describe, expect, it } from 'vitest'
import { BindWay } from '../../../src-main/contract/models/dns.ts'
import {
  bindConfiguration,
  type BindSubject,
  nsupdateScript,
  secretPlaceholder,
  zoneFileLine,
} from '../../../src-main/network/bind-configuration.ts'

const kms01 = { target: 'kms01.contoso.com', port: 1688, priority: 0, weight: 0, ttl: 3600 }
const subject: BindSubject = {
  domain: 'corp.contoso.com',
  zone: 'contoso.com',
  records: [kms01, { ...kms01, target: 'kms02.contoso.com', priority: 10, weight: 5 }],
  addresses: ['192.0.2.10', '2001:db8::10'],
  keyName: 'kms-key',
  algorithm: 'hmac-sha256',
}

const ways = (): readonly BindWay[] => {
  const result = bindConfiguration(subject)
  if (!result.ok) throw new Error(result.error.message)
  return result.value.map((way) => BindWay.parse(way))
}
const textOf = (id: BindWay['id']): string =>
  ways()
    .filter((way) => way.id === id)
    .flatMap(({ blocks }) => blocks.map(({ text }) => text))
    .join('')

describe('configuration of BIND to paste', () => {
  it('goes from weak to strong, the way of the guide first and with its danger', () => {
    expect(ways().map(({ id }) => id)).toEqual(['any', 'address-list', 'static', 'gss-tsig', 'tsig'])
    expect(textOf('any')).toContain('allow-update { any; };')
    expect(ways()[0]?.danger).toContain('rewrite the whole zone')
    expect(ways()[1]?.danger).toContain('forged')
  })

  it('says which ways a KMS host can go by itself', () => {
    expect(
      ways()
        .filter(({ automatic }) => automatic)
        .map(({ id }) => id),
    ).toEqual(['any', 'address-list', 'gss-tsig'])
    expect(textOf('static')).toContain('slmgr.vbs /cdns')
  })

  it('lists the addresses, and grants the key the KMS record alone', () => {
    expect(textOf('address-list')).toContain('allow-update { 192.0.2.10; 2001:db8::10; };')
    expect(textOf('tsig')).toContain('update-policy { grant kms-key name _vlmcs._tcp.corp.contoso.com. SRV; };')
    expect(textOf('gss-tsig')).toContain('tkey-gssapi-keytab')
  })

  it('leaves the place of the secret free', () => {
    expect(textOf('tsig').match(/secret "([^"]*)"/)?.[1]).toBe(secretPlaceholder)
  })

  it('writes records with full names', () => {
    expect(zoneFileLine('corp.contoso.com', kms01)).toBe(
      '_vlmcs._tcp.corp.contoso.com. 3600 IN SRV 0 0 1688 kms01.contoso.com.',
    )
    expect(nsupdateScript(subject, '192.0.2.1 5353')).toBe(`server 192.0.2.1 5353
zone contoso.com.
update add _vlmcs._tcp.corp.contoso.com. 3600 SRV 0 0 1688 kms01.contoso.com.
update add _vlmcs._tcp.corp.contoso.com. 3600 SRV 10 5 1688 kms02.contoso.com.
send
`)
  })

  it.each([
    [['192.0.2.300'], '192.0.2.300'],
    [['192.0.2.10', 'any; }; //'], 'any; }; //'],
    [[], 'missing'],
  ])('refuses the addresses %j', (addresses, shown) => {
    expect(bindConfiguration({ ...subject, addresses })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', field: 'addresses', message: expect.stringContaining(shown) },
    })
  })
})
