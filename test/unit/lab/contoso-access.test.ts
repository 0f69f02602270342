import { describe, expect, it } from 'vitest'
import { codeOf, makeContosoHost, quickContoso } from './contoso-fixture.ts'
import { connectTo, keyedProduct, localMachine } from './lab-fixture.ts'

const builtIn = { host: 'HOME01', user: 'HOME01\\Administrator', password: 'Rehearsal-Only-4' }
const owner = { host: 'HOME01', user: '.\\owner', password: 'Rehearsal-Only-5' }
const denied = 0x80070005

describe('a workgroup computer', () => {
  it('refuses the domain administrator and filters local administrators until LocalAccountTokenFilterPolicy is 1', async () => {
    const lab = quickContoso()
    expect(await codeOf(lab.connect({ host: 'HOME01' }))).toBe(denied)
    expect(await codeOf(lab.connect(owner))).toBe(denied)
    const session = await lab.connect(builtIn)
    await session.call('StdRegProv', 'SetDWORDValue', {
      hDefKey: localMachine,
      sSubKeyName: 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System',
      sValueName: 'LocalAccountTokenFilterPolicy',
      uValue: 1,
    })
    for (const user of ['.\\owner', 'owner', 'HOME01\\OWNER']) {
      expect(await codeOf(lab.connect({ ...owner, user }))).toBeUndefined()
    }
    expect(await codeOf(lab.connect({ ...owner, password: 'wrong' }))).toBe(0x8007052e)
    expect(await codeOf(lab.connect({ ...owner, host: 'PC001' }))).toBe(denied)
  })

  it('is no member of a domain', async () => {
    const session = await quickContoso().connect(builtIn)
    expect(await session.query('SELECT PartOfDomain, Workgroup FROM Win32_ComputerSystem')).toMatchObject([
      { PartOfDomain: false, Workgroup: 'WORKGROUP' },
    ])
  })
})

describe('computers that WMI does not reach', () => {
  it.each([
    ['one whose firewall is closed', 'NOWMI01', 'no-answer'],
    ['one that is asleep', 'ASLEEP01', 'no-answer'],
    ['a name server without WMI', 'NS01', 'refused'],
  ])('%s', async (_what, host, port) => {
    const lab = quickContoso()
    expect(await codeOf(lab.connect({ host }))).toBe(0x800706ba)
    expect(await lab.probe(host, 135)).toMatchObject({ outcome: port })
  })

  it('come back when they are switched on, and go when they are put to sleep', async () => {
    const lab = quickContoso()
    await lab.setPower('ASLEEP01', 'on')
    expect(await keyedProduct(await connectTo(lab, 'asleep01'))).toMatchObject({ LicenseStatus: 2 })
    await makeContosoHost(lab)
    await lab.setPower('kms01.corp.contoso.test', 'asleep')
    expect(await codeOf(lab.connect({ host: 'kms01' }))).toBe(0x800706ba)
    await lab.advance(300)
    expect(lab.overview().computers.find(({ host }) => host === 'PC001')).toMatchObject({ licence: { status: 2 } })
    await lab.setPower('kms01', 'on')
    await lab.advance(300)
    expect(lab.overview().computers.find(({ host }) => host === 'PC001')).toMatchObject({ licence: { status: 1 } })
    await expect(lab.setPower('nobody', 'on')).rejects.toThrow(/nobody/)
  })
})

describe('an account to whom DNS was delegated', () => {
  const account = { user: 'CONTOSO\\dnsadmin', password: 'Rehearsal-Only-3' }

  it('reaches the DNS classes of the DNS server and nothing else', async () => {
    const lab = quickContoso()
    const dns = await lab.connect({ host: 'DC01', namespace: 'root\\MicrosoftDNS', ...account })
    expect(await dns.query('SELECT Name, AllowUpdate FROM MicrosoftDNS_Zone')).toMatchObject([
      { Name: 'corp.contoso.test', AllowUpdate: 2 },
      { Name: 'factory.contoso.test', AllowUpdate: 0 },
    ])
    expect(await codeOf(lab.connect({ host: 'DC01', ...account }))).toBe(denied)
    expect(await codeOf(lab.connect({ host: 'KMS01', ...account }))).toBe(denied)
  })
})
