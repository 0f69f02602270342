import { describe, expect, it } from 'vitest'
import { parseDnsServer } from '../../../src-main/network/dns-server-address.ts'

describe('reading a DNS server', () => {
  it.each([
    ['dns01.contoso.com', { host: 'dns01.contoso.com', port: 53 }],
    [' 192.0.2.1 ', { host: '192.0.2.1', port: 53 }],
    ['192.0.2.1:5353', { host: '192.0.2.1', port: 5353 }],
    ['2001:db8::1', { host: '2001:db8::1', port: 53 }],
    ['[2001:db8::1]', { host: '2001:db8::1', port: 53 }],
    ['[2001:db8::1]:5353', { host: '2001:db8::1', port: 5353 }],
  ])('%s', (text, address) => {
    expect(parseDnsServer(text)).toEqual(address)
  })
  it.each(['', ':53', 'dns:', 'dns:x', 'dns:0', 'dns:65536', '[dns]:53', 'a b'])('refuses %j', (text) => {
    expect(parseDnsServer(text)).toBeNull()
  })
})
