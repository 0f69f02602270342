import { describe, expect, it } from 'vitest'
import { readSubnet } from '../../../src-main/licensing/subnet-input.ts'

describe('a sender that the firewall is to let in', () => {
  it.each([
    ['10.1.0.0/16', '10.1.0.0/16'],
    [' 10.1.0.0/255.255.0.0 ', '10.1.0.0/16'],
    ['192.168.7.9', '192.168.7.9'],
    ['192.168.7.9/32', '192.168.7.9/32'],
    ['10.1.0.10 - 10.1.0.90', '10.1.0.10-10.1.0.90'],
    ['FD00:1::/32', 'fd00:1::/32'],
    ['fe80::1', 'fe80::1'],
  ])('%s is taken as %s', (typed, value) => {
    expect(readSubnet(typed)).toEqual({ outcome: 'value', value })
  })

  it.each([
    ['', 'A subnet is empty.', /remove the row/],
    ['10.1.2.3/16', '"10.1.2.3/16" does not begin where its subnet begins.', /^Write 10\.1\.0\.0\/16\.$/],
    ['10.1.0.0/33', '"10.1.0.0/33" has no subnet mask that is one: "33".', /255\.255\.0\.0/],
    ['10.1.0.0/255.0.255.0', '"10.1.0.0/255.0.255.0" has no subnet mask that is one: "255.0.255.0".', /mask/],
    ['0.0.0.0/0', '"0.0.0.0/0" is every address there is.', /from anywhere/],
    ['::/0', '"::/0" is every address there is.', /from anywhere/],
    ['fd00::/129', '"fd00::/129" has no prefix length from 1 to 128.', /subnet/],
    ['10.1.0.90-10.1.0.10', 'The range "10.1.0.90-10.1.0.10" ends before it begins.', /10\.1\.0\.10-10\.1\.0\.90/],
    ['10.1.0.1-office', '"10.1.0.1-office" is no range of two IPv4 addresses.', /range/],
    ['1.1.1.1-2.2.2.2-3.3.3.3', '"1.1.1.1-2.2.2.2-3.3.3.3" is no range.', /range/],
    ['10.1.300.0/16', '"10.1.300.0/16" does not begin with an IP address.', /10\.1\.0\.0\/16/],
    ['10.1.0.0/16/8', '"10.1.0.0/16/8" is no address and no subnet.', /subnet/],
    ['office', '"office" is neither an IP address nor a subnet.', /subnet/],
  ])('%s is refused with the value and what to write', (typed, message, remedy) => {
    expect(readSubnet(typed)).toEqual({ outcome: 'refused', message, remedy: expect.stringMatching(remedy) as string })
  })

  it.each(['fe80::1%eth0', '%PATH%', '10.0.0.1" & calc & "', '10.0.0.1&calc', '10.0.0.1\r\ncalc', '10.0.0.0/8 any'])(
    'what cmd.exe could take for more than an address does not pass: %j',
    (typed) => expect(readSubnet(typed).outcome).toBe('refused'),
  )
})
