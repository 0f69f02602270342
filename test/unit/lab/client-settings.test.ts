import { describe, expect, it } from 'vitest'
import { openLab, type LabSession } from '../../../src-main/lab/open-lab.ts'
import { codeOf, makeContosoHost, quickContoso } from './contoso-fixture.ts'
import { quickFabrikam } from './fabrikam-fixture.ts'
import { connectTo, eventData, keyedProduct, licensingKey, localMachine, pathOf, service } from './lab-fixture.ts'

const windows = '55c92734-d682-4d71-983e-d6ec3f16059f'

const onService = async (session: LabSession, method: string, input = {}): Promise<unknown> =>
  session.call(pathOf(await service(session)), method, input)
const onProduct = async (session: LabSession, method: string, input = {}): Promise<unknown> =>
  session.call(pathOf(await keyedProduct(session)), method, input)
const activate = (session: LabSession): Promise<number> =>
  codeOf(onProduct(session, 'Activate')).then((code) => code ?? 0)

const valueAt = async (session: LabSession, method: string, name: string, below = ''): Promise<unknown> => {
  const answer = await session.call('StdRegProv', method, {
    hDefKey: localMachine,
    sSubKeyName: `${licensingKey}${below}`,
    sValueName: name,
  })
  return answer['sValue'] ?? answer['uValue']
}

const lastRequest = async (session: LabSession): Promise<readonly string[]> =>
  (await eventData(session, 'Application', 12_288)).at(-1)?.[0]?.split(',') ?? []

describe('a fixed KMS host', () => {
  it.each([
    ['contoso-2009', 'pc001'],
    ['fabrikam-2025', 'pc01'],
  ])('in %s: that of the product wins over that of the computer, and each is cleared by itself', async (name, host) => {
    const lab = openLab(name, { latencyMs: 0 })
    const client = await connectTo(lab, host)
    await onService(client, 'SetKeyManagementServiceMachine', { MachineName: 'wide.example' })
    await onService(client, 'SetKeyManagementServicePort', { PortNumber: 1700 })
    expect(await keyedProduct(client)).toMatchObject({
      KeyManagementServiceMachine: 'wide.example',
      KeyManagementServicePort: 1700,
    })
    await onProduct(client, 'SetKeyManagementServiceMachine', { MachineName: 'own.example' })
    expect(await keyedProduct(client)).toMatchObject({
      KeyManagementServiceMachine: 'own.example',
      KeyManagementServicePort: 0,
    })
    await onProduct(client, 'SetKeyManagementServicePort', { PortNumber: 1800 })
    const id = String((await keyedProduct(client))['ID'])
    const below = `\\${windows}\\${id}`
    expect(await valueAt(client, 'GetStringValue', 'KeyManagementServiceName', below)).toBe('own.example')
    expect(await valueAt(client, 'GetStringValue', 'KeyManagementServicePort', below)).toBe('1800')
    expect(await activate(client)).toBe(0xc004f074)
    const [code, , tried] = await lastRequest(client)
    expect([code, tried]).toEqual(['0x800706BA', 'own.example:1800'])
    await onProduct(client, 'ClearKeyManagementServiceMachine')
    await onProduct(client, 'ClearKeyManagementServicePort')
    expect(await keyedProduct(client)).toMatchObject({
      KeyManagementServiceMachine: 'wide.example',
      KeyManagementServicePort: 1700,
    })
    await onService(client, 'ClearKeyManagementServiceMachine')
    await onService(client, 'ClearKeyManagementServicePort')
    expect(await keyedProduct(client)).toMatchObject({
      KeyManagementServiceMachine: null,
      KeyManagementServicePort: 0,
    })
  })

  it('is refused with a port outside 1 to 65535, and nothing is changed', async () => {
    const client = await connectTo(quickFabrikam(), 'pc01')
    expect(await codeOf(onProduct(client, 'SetKeyManagementServicePort', { PortNumber: 0 }))).toBe(0x80070057)
    expect(await codeOf(onService(client, 'SetKeyManagementServicePort', { PortNumber: 65_536 }))).toBe(0x80070057)
    expect(await keyedProduct(client)).toMatchObject({ KeyManagementServicePort: 0 })
  })

  it('is taken over from the registry, where an application has its own since Windows 8', async () => {
    const client = await connectTo(quickFabrikam(), 'pc01')
    await client.call('StdRegProv', 'CreateKey', {
      hDefKey: localMachine,
      sSubKeyName: `${licensingKey}\\${windows}`,
    })
    await client.call('StdRegProv', 'SetStringValue', {
      hDefKey: localMachine,
      sSubKeyName: `${licensingKey}\\${windows}`,
      sValueName: 'KeyManagementServiceName',
      sValue: 'app.example',
    })
    expect(await keyedProduct(client)).toMatchObject({ KeyManagementServiceMachine: 'app.example' })
  })
})

describe('members that a version lacks', () => {
  it.each([
    ['SetKeyManagementServiceLookupDomain', { LookupDomain: 'a.example' }],
    ['ClearKeyManagementServiceLookupDomain', {}],
    ['SetVLActivationTypeEnabled', { ActivationType: 2 }],
    ['ClearVLActivationTypeEnabled', {}],
  ])('%s is unknown to Windows 7, on the service and on the product', async (method, input) => {
    const client = await connectTo(quickContoso(), 'pc001')
    expect(await codeOf(onService(client, method, input))).toBe(0x8004102e)
    expect(await codeOf(onProduct(client, method, input))).toBe(0x8004102e)
  })

  it.each([
    ['ReArmApp', { ApplicationId: windows }],
    ['DoActiveDirectoryOnlineActivation', { ProductKey: 'x', ActivationObjectName: '' }],
  ])('%s is unknown to Windows 7', async (method, input) => {
    const client = await connectTo(quickContoso(), 'pc001')
    expect(await codeOf(onService(client, method, input))).toBe(0x8004102e)
  })

  it('DisableKeyManagementServiceActivation is unknown from Windows 8 on, ReArmSku before 8.1', async () => {
    const modern = await connectTo(quickFabrikam(), 'pc01')
    expect(await codeOf(onService(modern, 'DisableKeyManagementServiceActivation', { DisableActivation: true }))).toBe(
      0x8004102e,
    )
    const server2012 = await connectTo(quickFabrikam(), 'file12')
    expect(await codeOf(onProduct(server2012, 'ReArmSku'))).toBe(0x8004102e)
    expect(await codeOf(onProduct(server2012, 'SetVLActivationTypeEnabled', { ActivationType: 2 }))).toBeUndefined()
  })
})

describe('discovery', () => {
  it('looks in the lookup domain alone, and says in 12288 that DNS has nothing there', async () => {
    const client = await connectTo(quickFabrikam(), 'pc02')
    await onService(client, 'DisableKeyManagementServiceHostCaching', { DisableCaching: true })
    await onProduct(client, 'SetKeyManagementServiceLookupDomain', { LookupDomain: 'nowhere.fabrikam.test' })
    expect(await keyedProduct(client)).toMatchObject({ KeyManagementServiceLookupDomain: 'nowhere.fabrikam.test' })
    expect(await activate(client)).toBe(0xc004f074)
    expect((await lastRequest(client)).slice(0, 3)).toEqual(['0x8007232B', '0x00000000', ''])
    await onProduct(client, 'SetKeyManagementServiceLookupDomain', { LookupDomain: 'plant.fabrikam.test' })
    expect(await activate(client)).toBe(0)
    await onProduct(client, 'ClearKeyManagementServiceLookupDomain')
    expect(await keyedProduct(client)).toMatchObject({ KeyManagementServiceLookupDomain: null })
  })

  it('follows the suffix search list, which the registry shows; bad names are refused', async () => {
    const lab = quickContoso()
    await makeContosoHost(lab)
    const client = await lab.connect({ host: 'home01', user: 'HOME01\\Administrator', password: 'Rehearsal-Only-4' })
    const set = async (list: readonly string[]): Promise<unknown> =>
      (
        await client.call('Win32_NetworkAdapterConfiguration', 'SetDNSSuffixSearchOrder', {
          DNSDomainSuffixSearchOrder: [...list],
        })
      )['ReturnValue']
    expect(await activate(client)).toBe(0x8007232b)
    expect(await set(['a..b'])).toBe(73)
    expect(await set(['a.test', 'A.test'])).toBe(68)
    expect(await set(['void.test', 'corp.contoso.test'])).toBe(0)
    const answer = await client.call('StdRegProv', 'GetStringValue', {
      hDefKey: localMachine,
      sSubKeyName: 'SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters',
      sValueName: 'SearchList',
    })
    expect(answer['sValue']).toBe('void.test,corp.contoso.test')
    const wql = 'SELECT DNSDomainSuffixSearchOrder FROM Win32_NetworkAdapterConfiguration WHERE IPEnabled = TRUE'
    expect(await client.query(wql)).toMatchObject([{ DNSDomainSuffixSearchOrder: ['void.test', 'corp.contoso.test'] }])
    expect(await activate(client)).toBe(0xc004f038)
    expect(await set([])).toBe(0)
    expect(await client.query(wql)).toMatchObject([{ DNSDomainSuffixSearchOrder: null }])
  })

  it('goes by the kept host unless caching is off', async () => {
    const lab = quickContoso()
    await makeContosoHost(lab)
    const client = await connectTo(lab, 'pc001')
    expect(await activate(client)).toBe(0xc004f038)
    expect(await service(client)).toMatchObject({
      DiscoveredKeyManagementServiceMachineName: 'KMS01.corp.contoso.test',
      KeyManagementServiceHostCaching: true,
    })
    await lab.setPower('dc01', 'asleep')
    expect(await activate(client)).toBe(0xc004f038)
    await onService(client, 'DisableKeyManagementServiceHostCaching', { DisableCaching: true })
    expect(await service(client)).toMatchObject({ KeyManagementServiceHostCaching: false })
    expect(await activate(client)).toBe(0x8007232a)
    expect((await lastRequest(client))[0]).toBe('0x8007232A')
  })

  it('leads to a host that does not serve the client, or whose clock is another', async () => {
    const lab = quickFabrikam()
    expect(await activate(await connectTo(lab, 'app25'))).toBe(0xc004f042)
    const clock = await connectTo(lab, 'clock01')
    expect(await activate(clock)).toBe(0xc004f06c)
    const [answered] = (await eventData(clock, 'Application', 12_289)).at(-1) ?? []
    expect(answered).toMatch(/^0xC004F06C,0x00000000,0,/)
  })
})

describe('the activation type', () => {
  it('is set for the computer and for a product, and shows in the registry', async () => {
    const client = await connectTo(quickFabrikam(), 'pc01')
    await onService(client, 'SetVLActivationTypeEnabled', { ActivationType: 2 })
    expect(await keyedProduct(client)).toMatchObject({ VLActivationTypeEnabled: 2 })
    expect(await valueAt(client, 'GetDWORDValue', 'VLActivationType')).toBe(2)
    await onProduct(client, 'SetVLActivationTypeEnabled', { ActivationType: 1 })
    expect(await keyedProduct(client)).toMatchObject({ VLActivationTypeEnabled: 1 })
    await onProduct(client, 'ClearVLActivationTypeEnabled')
    await onService(client, 'ClearVLActivationTypeEnabled')
    expect(await keyedProduct(client)).toMatchObject({ VLActivationTypeEnabled: 0 })
    expect(await codeOf(onProduct(client, 'SetVLActivationTypeEnabled', { ActivationType: 4 }))).toBe(0x80070057)
    expect(await codeOf(onService(client, 'SetVLActivationTypeEnabled', { ActivationType: 0 }))).toBe(0x80070057)
  })

  it('leaves one way alone: Active Directory, KMS or token', async () => {
    const lab = quickFabrikam()
    const corp = await connectTo(lab, 'pc01')
    await onProduct(corp, 'SetVLActivationTypeEnabled', { ActivationType: 1 })
    expect(await activate(corp)).toBe(0xc004f081)
    await onProduct(corp, 'SetVLActivationTypeEnabled', { ActivationType: 3 })
    expect(await activate(corp)).toBe(0xc004f011)
    expect(await eventData(corp, 'Application', 12_321)).toEqual([['0xC004F011']])
    await onProduct(corp, 'SetVLActivationTypeEnabled', { ActivationType: 2 })
    const plant = await connectTo(lab, 'plant02')
    expect(await activate(plant)).toBe(0)
    expect(await keyedProduct(plant)).toMatchObject({
      LicenseStatus: 1,
      VLActivationType: 1,
      ADActivationObjectName: 'Fabrikam plant',
    })
    await onProduct(plant, 'SetVLActivationTypeEnabled', { ActivationType: 2 })
    expect(await activate(plant)).toBe(0)
    expect(await keyedProduct(plant)).toMatchObject({ VLActivationType: 2, ADActivationObjectName: '' })
  })

  it('of Windows 7 is a switch that leaves tokens alone', async () => {
    const lab = quickContoso()
    await makeContosoHost(lab)
    const client = await connectTo(lab, 'pc001')
    await onService(client, 'DisableKeyManagementServiceActivation', { DisableActivation: true })
    expect(await service(client)).toMatchObject({ KeyManagementServiceActivationDisabled: true })
    expect(await activate(client)).toBe(0xc004f011)
    expect(await eventData(client, 'Application', 12_288)).toEqual([])
    await onService(client, 'DisableKeyManagementServiceActivation', { DisableActivation: false })
    expect(await activate(client)).toBe(0xc004f038)
  })
})
