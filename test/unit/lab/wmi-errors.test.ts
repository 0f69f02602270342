import { beforeAll, describe, expect, it } from 'vitest'
import type { CimValue } from '../../../src-main/wmi/cim-values.ts'
import type { LabSession } from '../../../src-main/lab/open-lab.ts'
import { connectTo, localMachine, pathOf, quickLab, service } from './lab-fixture.ts'

const lab = quickLab()
let session: LabSession
let servicePath = ''

beforeAll(async () => {
  session = await connectTo(lab, 'kms01')
  servicePath = pathOf(await service(session))
})

describe('the schema of Windows 7 and Server 2008 R2', () => {
  it.each([
    ['SELECT * FROM MSFT_NetFirewallRule', 0x80041010],
    ['SELECT SubscriptionType FROM SoftwareLicensingService', 0x80041017],
    ['SELECT KeyManagementServiceLookupDomain FROM SoftwareLicensingService', 0x80041017],
    ["SELECT ID FROM SoftwareLicensingProduct WHERE ProductKeyChannel = 'x'", 0x80041017],
    ['SELECT nonsense', 0x80041017],
  ])('%s fails with its code', async (wql, hresult) => {
    await expect(session.query(wql)).rejects.toMatchObject({ hresult })
  })

  it('lacks members of later versions also in SELECT *', async () => {
    const row = await service(session)
    expect(Object.keys(row)).not.toContain('KeyManagementServiceLookupDomain')
    expect(Object.keys(row)).not.toContain('SubscriptionEdition')
    expect(row).toHaveProperty('KeyManagementServiceActivationDisabled', false)
  })

  it('has no root\\StandardCimv2, and root\\MicrosoftDNS on the DNS server alone', async () => {
    await expect(connectTo(lab, 'kms01', 'root\\StandardCimv2')).rejects.toMatchObject({ hresult: 0x8004100e })
    await expect(connectTo(lab, 'kms01', 'root\\MicrosoftDNS')).rejects.toMatchObject({ hresult: 0x8004100e })
    const dns = await connectTo(lab, 'dc01', 'ROOT/MicrosoftDNS')
    expect(await dns.query('SELECT Name FROM MicrosoftDNS_Zone')).toMatchObject([{ Name: 'corp.northwind.test' }])
  })

  it('answers only the columns asked for, with the path of the instance', async () => {
    const rows = await session.query("SELECT state FROM Win32_Service WHERE NAME = 'sppsvc'")
    expect(rows).toEqual([{ State: 'Running', __CLASS: 'Win32_Service', __RELPATH: 'Win32_Service.Name="sppsvc"' }])
  })
})

describe('method calls', () => {
  const registry = { hDefKey: localMachine, sSubKeyName: 'SOFTWARE', sValueName: 'x' }
  const cases: readonly [
    what: string,
    path: string,
    method: string,
    input: Record<string, CimValue>,
    hresult: number,
  ][] = [
    ['an unknown class', 'Win32_Nothing', 'Go', {}, 0x80041010],
    ['an unknown method', 'Win32_Process', 'Explode', {}, 0x8004102e],
    ['a method of a later version', '@', 'SetVLActivationTypeEnabled', { ActivationType: 2 }, 0x8004102e],
    ['an unknown instance', 'Win32_Service.Name="nothing"', 'StopService', {}, 0x80041002],
    ['a class instead of an instance', 'Win32_Service', 'StopService', {}, 0x80041008],
    ['a malformed path', 'Win32_Service.Name="open', 'StopService', {}, 0x8004103a],
    ['an unknown parameter', 'Win32_Process', 'Create', { CommandLine: 'netsh', Nonsense: 1 }, 0x8004102f],
    ['a missing parameter', '@', 'InstallProductKey', {}, 0x8004102f],
    ['a number for a text', '@', 'InstallProductKey', { ProductKey: 5 }, 0x80041005],
    ['a text for a number', '@', 'SetKeyManagementServicePort', { PortNumber: '1688' }, 0x80041005],
    ['a negative uint32', '@', 'SetKeyManagementServicePort', { PortNumber: -1 }, 0x80041005],
    ['a uint32 that is too large', 'StdRegProv', 'SetDWORDValue', { ...registry, uValue: 2 ** 32 }, 0x80041005],
    ['a text for a list', 'StdRegProv', 'SetMultiStringValue', { ...registry, sValue: 'a' }, 0x80041005],
    ['a number for a boolean', '@', 'DisableKeyManagementServiceHostCaching', { DisableCaching: 1 }, 0x80041005],
  ]

  it.each(cases)('%s', async (_what, path, method, input, hresult) => {
    const real = path === '@' ? servicePath : path
    await expect(session.call(real, method, input)).rejects.toMatchObject({ hresult })
  })

  it('takes names in any case', async () => {
    const answer = await session.call('stdregprov', 'getdwordvalue', { HDEFKEY: localMachine, ssubkeyname: 'SOFTWARE' })
    expect(answer).toMatchObject({ ReturnValue: 2 })
  })
})

describe('connecting', () => {
  it.each([
    ['pc03', {}, 0x80070005],
    ['pc04', {}, 0x800706ba],
    ['nobody', {}, 0x80072af9],
    ['kms01', { user: 'NORTHWIND\\admin', password: 'wrong' }, 0x8007052e],
    ['kms01', { user: 'NORTHWIND\\clerk', password: 'Rehearsal-Only-2' }, 0x80070005],
    ['kms01', { user: 'NORTHWIND\\stranger', password: 'x' }, 0x80070005],
    [null, { user: 'NORTHWIND\\admin', password: 'Rehearsal-Only-1' }, 0x80041064],
  ])('to %s with %o fails with its code', async (host, credential, hresult) => {
    await expect(lab.connect({ host, ...credential })).rejects.toMatchObject({ hresult })
  })

  it.each(['KMS01', 'kms01.corp.northwind.test', '10.20.0.11'])('finds a computer as %s', async (host) => {
    const found = await lab.connect({ host, user: 'admin@corp.northwind.test', password: 'Rehearsal-Only-1' })
    expect(await found.query('SELECT CSName FROM Win32_OperatingSystem')).toMatchObject([{ CSName: 'KMS01' }])
  })

  it('tells ports apart: open, no answer, unknown name', async () => {
    expect(await lab.probe('kms01', 135)).toMatchObject({ outcome: 'open' })
    expect(await lab.probe('pc04', 135)).toMatchObject({ outcome: 'no-answer' })
    expect(await lab.probe('nobody', 135)).toMatchObject({ outcome: 'name-not-found' })
  })
})
