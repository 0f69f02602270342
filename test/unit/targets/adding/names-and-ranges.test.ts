import { describe, expect, it } from 'vitest'
import { readAddressRanges } from '../../../../src-main/targets/adding/address-ranges.ts'
import { createPace } from '../../../../src-main/targets/adding/pace.ts'
import { readTypedNames } from '../../../../src-main/targets/adding/typed-names.ts'

const pace = async (): Promise<void> => {}
const hosts = ({ entries }: Awaited<ReturnType<typeof readTypedNames>>) => entries.map(({ host }) => host)

describe('typed and pasted names', () => {
  it('are parted by anything that people type between names', async () => {
    const found = await readTypedNames(
      'pc01, pc02;pc03|pc04\tpc05\r\n"pc06"  \\\\pc07\npc08.contoso.com.\n10.0.0.5 ::1',
      pace,
    )
    expect(hosts(found)).toEqual([
      'pc01',
      'pc02',
      'pc03',
      'pc04',
      'pc05',
      'pc06',
      'pc07',
      'pc08.contoso.com',
      '10.0.0.5',
      '::1',
    ])
    expect(found.problems).toEqual([])
  })

  it.each([
    ['pc..01', 'two dots'],
    ['.pc01', 'begins with a dot'],
    ['pc01-', 'hyphen'],
    ['a'.repeat(64), '64 characters'],
    [`${'a'.repeat(60)}.`.repeat(5) + 'com', '253'],
    ['büro01', 'DNS do not have'],
    ['=cmd!A1', '"="'],
    ['pc/01', '"/"'],
    ['256.1.1.1', 'no valid address'],
    ['fe80::zz::1', '":"'],
    ['http://pc01', 'web address'],
    ['admin@contoso.com', 'account'],
    ['10.0.0.0/24', 'range'],
    ['10.0.0.1-10.0.0.9', 'range'],
    ['pc\u000001', 'control character'],
  ])('%j is refused with its reason', async (name, reason) => {
    const found = await readTypedNames(`ok01\n${name}`, pace)
    expect(hosts(found)).toEqual(['ok01'])
    expect(found.problems).toMatchObject([{ level: 'error', line: 2, field: 'name' }])
    expect(found.problems[0]?.message).toContain(reason)
    expect(found.problems[0]?.remedy).not.toBe('')
  })
})

describe('ranges of addresses', () => {
  it('are taken from end to end, and a network without its own address and its broadcast', async () => {
    expect(hosts(await readAddressRanges('10.0.0.254-10.0.1.1', pace))).toEqual([
      '10.0.0.254',
      '10.0.0.255',
      '10.0.1.0',
      '10.0.1.1',
    ])
    expect(hosts(await readAddressRanges('10.0.0.1-3, 192.168.1.9', pace))).toEqual([
      '10.0.0.1',
      '10.0.0.2',
      '10.0.0.3',
      '192.168.1.9',
    ])
    expect(hosts(await readAddressRanges('10.0.0.77/30', pace))).toEqual(['10.0.0.77', '10.0.0.78'])
    expect(hosts(await readAddressRanges('10.0.0.6/31', pace))).toEqual(['10.0.0.6', '10.0.0.7'])
    expect(hosts(await readAddressRanges('2001:db8::/126', pace))).toHaveLength(4)
    expect(hosts(await readAddressRanges('2001:db8::fffe-2001:db8::1:1', pace))).toContain('2001:db8::1:0')
    expect((await readAddressRanges('10.1.0.0/16', pace)).entries).toHaveLength(65_534)
  })

  it.each([
    ['10.0.0.9-10.0.0.1', 'ends before it begins', '10.0.0.1-10.0.0.9'],
    ['10.0.0.9-3', 'ends before it begins', '10.0.0.3-10.0.0.9'],
    ['10.0.0.0/8', '65,536', '/24'],
    ['0.0.0.0/0', '4,294,967,29', '/24'],
    ['::/0', '65,536', '/112'],
    ['2001:db8::9-2001:db8::1', 'ends before it begins', '2001:db8::1-2001:db8::9'],
    ['10.0.0.0-10.1.0.0', '65,536', '/24'],
    ['2001:db8::/64', '65,536', '/112'],
    ['10.0.0.0/33', 'no prefix length', '0 to 32'],
    ['10.0.0.0/', 'no prefix length', '0 to 32'],
    ['10.0.0.1-2001:db8::1', 'IPv4 and the other IPv6', '10.0.0.0/24'],
    ['pc01-pc09', 'no IP address', '10.0.0.0/24'],
    ['10.0.0.256', 'no IP address', '10.0.0.0/24'],
    ['0x7f000001', 'no IP address', '10.0.0.0/24'],
  ])('%s is refused and adds nothing', async (range, reason, remedy) => {
    const found = await readAddressRanges(`10.9.9.9\n${range}`, pace)
    expect(hosts(found)).toEqual(['10.9.9.9'])
    expect(found.problems).toMatchObject([{ level: 'error', line: 2, field: 'range', value: range }])
    expect(found.problems[0]?.message).toContain(reason)
    expect(found.problems[0]?.remedy).toContain(remedy)
  })

  it('are counted together', async () => {
    const found = await readAddressRanges('10.0.0.0/16\n10.1.0.0/24', pace)
    expect(found.entries).toHaveLength(65_534)
    expect(found.problems).toMatchObject([{ line: 2 }])
  })
})

describe('the pace', () => {
  it('lets others go on after a stretch of work, and ends the work where it is called off', async () => {
    let time = 0
    const aborting = new AbortController()
    const pace = createPace(aborting.signal, () => time)
    let others = 0
    setImmediate(() => (others += 1))
    await pace()
    expect(others).toBe(0)
    time = 20
    await pace()
    expect(others).toBe(1)
    time = 40
    aborting.abort()
    await expect(pace()).rejects.toThrow('aborted')
  })
})
