import { describe, expect, it } from 'vitest'
import { readSnapshot } from '../../../src-main/actions/licensing-reader.ts'
import { labTarget } from '../actions/lab-actions.ts'
import { keyedProducts, quickFabrikam, windowsProduct } from './fabrikam-fixture.ts'

const office = '0ff1ce15-a989-479d-af46-f275c6370663'
const lab = quickFabrikam()

describe('what WMI shows of a computer of fabrikam-2025', () => {
  it.each([
    ['pc01', 'VOLUME_KMSCLIENT', 'Volume:GVLK', { LicenseStatus: 1, VLActivationType: 2 }],
    ['kms01', 'VOLUME_KMS_WS22', 'Volume:CSVLK', { LicenseStatus: 1, GracePeriodRemaining: 0 }],
    ['rogue01', 'VOLUME_KMS_W10', 'Volume:CSVLK', { IsKeyManagementServiceMachine: 1 }],
    ['mak01', 'VOLUME_MAK', 'Volume:MAK', { LicenseStatus: 1, GracePeriodRemaining: 0 }],
    ['retail01', 'RETAIL', 'Retail', { LicenseStatus: 1, LicenseFamily: 'Professional' }],
    ['retail02', 'RETAIL', 'Retail', { LicenseStatus: 1, LicenseFamily: 'ServerStandard' }],
    ['oem01', 'OEM_DM', 'OEM:DM', { LicenseStatus: 1 }],
    ['eval01', 'TIMEBASED_EVAL', 'Retail:TB:Eval', { LicenseStatus: 1 }],
    [
      'guest01',
      'VIRTUAL_MACHINE_ACTIVATION',
      'VT:IA',
      { AutomaticVMActivationHostMachineName: 'HV01.corp.fabrikam.test' },
    ],
    ['plant01', 'VOLUME_KMSCLIENT', 'Volume:GVLK', { VLActivationType: 1, ADActivationObjectName: 'Fabrikam plant' }],
    ['token01', 'VOLUME_KMSCLIENT', 'Volume:GVLK', { VLActivationType: 3, TokenActivationILVID: 2 }],
    ['norearm01', 'VOLUME_KMSCLIENT', 'Volume:GVLK', { LicenseStatus: 5, RemainingSkuReArmCount: 0 }],
  ])('%s: %s', async (host, channel, keyChannel, more) => {
    const product = await windowsProduct(lab, host)
    expect(product['Description']).toBe(`Windows(R) Operating System, ${channel} channel`)
    expect(product).toMatchObject({ ProductKeyChannel: keyChannel, ...more })
  })

  it('shows a Windows Home with the key of its manufacturer to its own administrator', async () => {
    const session = await lab.connect({
      host: 'home01',
      user: 'HOME01\\Administrator',
      password: 'Rehearsal-Only-5',
    })
    expect(await session.query('SELECT * FROM SoftwareLicensingProduct WHERE PartialProductKey <> null')).toMatchObject(
      [{ ProductKeyChannel: 'OEM:DM', LicenseFamily: 'Core', LicenseStatus: 1 }],
    )
    const kinds = await session.query('SELECT Description FROM SoftwareLicensingProduct')
    expect(kinds.some((row) => String(row['Description']).includes('VOLUME'))).toBe(false)
  })

  it('tells when an evaluation ends, and no date of anything else', async () => {
    const end = (await windowsProduct(lab, 'eval01'))['EvaluationEndDate']
    const days = ((end as Date).getTime() - Date.parse(lab.overview().now)) / 86_400_000
    expect(days).toBeGreaterThan(19)
    expect(days).toBeLessThanOrEqual(20)
    expect((await windowsProduct(lab, 'retail01'))['EvaluationEndDate']).toBeNull()
  })

  it('lists Office and add-ons beside Windows, before it', async () => {
    expect(await keyedProducts(lab, 'kms01')).toMatchObject([
      { ApplicationID: office, Description: 'Office 21, VOLUME_MAK channel', IsKeyManagementServiceMachine: 0 },
      { ApplicationID: office, Description: 'Office 21, VOLUME_KMS channel', IsKeyManagementServiceMachine: 1 },
      { IsKeyManagementServiceMachine: 1 },
    ])
    expect(await keyedProducts(lab, 'office01')).toMatchObject([
      { ApplicationID: office, LicenseStatus: 1, RequiredClientCount: 5 },
      { LicenseStatus: 1, RequiredClientCount: 25 },
    ])
    expect(await keyedProducts(lab, 'esu01')).toMatchObject([
      { LicenseIsAddon: true, LicenseDependsOn: expect.any(String), LicenseStatus: 1 },
      { LicenseIsAddon: false, LicenseDependsOn: null },
    ])
  })

  it('counts the clients of a host per application', async () => {
    const counts = (await keyedProducts(lab, 'kms01')).map((row) => row['KeyManagementServiceCurrentCount'])
    expect(counts).toEqual([0xffffffff, 7, 34])
    expect((await windowsProduct(lab, 'rogue01'))['KeyManagementServiceCurrentCount']).toBe(3)
  })

  it('shows one client machine ID on two cloned computers alone', async () => {
    const ids = Object.values(lab.state().computers).map(({ licensing }) => licensing.cmid)
    expect(lab.state().computers['twin01']?.licensing.cmid).toBe(lab.state().computers['twin02']?.licensing.cmid)
    expect(new Set(ids).size).toBe(ids.length - 1)
  })
})

describe('the app’s own reader', () => {
  it.each([
    ['kms01', { isServer: true, osBuild: 20_348 }, ['kms-host', 'mak', 'kms-host']],
    ['office01', { isServer: false, osBuild: 22_631 }, ['kms-client', 'kms-client']],
    ['guest01', { isServer: true }, ['avma']],
    ['esu01', { osBuild: 19_045 }, ['retail', 'mak']],
    ['eval01', { serviceVersion: '10.0.20348.1' }, ['time-based']],
    ['file13', { osVersion: '6.3.9600' }, ['kms-client']],
    ['file12', { osVersion: '6.2.9200' }, ['kms-client']],
    ['hpc01', { osVersion: '6.1.7600' }, ['kms-client']],
  ])('reads a snapshot of %s', async (host, facts, kinds) => {
    const snapshot = await readSnapshot(labTarget(lab, host).context)
    expect(snapshot).toMatchObject(facts)
    expect(snapshot.products.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('sees what activated a computer, and how many rearms are left', async () => {
    const read = async (host: string) => (await readSnapshot(labTarget(lab, host).context)).products[0]
    expect(await read('plant01')).toMatchObject({ activatedBy: 'active-directory', productRearmsLeft: 1001 })
    expect(await read('norearm01')).toMatchObject({ applicationRearmsLeft: 0, productRearmsLeft: 0 })
    expect(await read('file12')).toMatchObject({ activatedBy: 'kms', productRearmsLeft: null })
  })
})

describe('properties that a version lacks', () => {
  const ask = async (host: string, wql: string) => (await lab.connect({ host })).query(wql)

  it.each([
    ['hpc01', 'VLActivationType', 'SoftwareLicensingProduct'],
    ['hpc01', 'ADActivationObjectName', 'SoftwareLicensingProduct'],
    ['file12', 'ProductKeyChannel', 'SoftwareLicensingProduct'],
    ['file12', 'RemainingSkuReArmCount', 'SoftwareLicensingProduct'],
    ['file13', 'ProductKeyID2', 'SoftwareLicensingProduct'],
    ['file13', 'OA3xOriginalProductKeyDescription', 'SoftwareLicensingService'],
    ['file19', 'SubscriptionType', 'SoftwareLicensingService'],
    ['esu01', 'SubscriptionEdition', 'SoftwareLicensingService'],
    ['pc01', 'KeyManagementServiceActivationDisabled', 'SoftwareLicensingService'],
  ])('%s has no %s', async (host, property, className) => {
    await expect(ask(host, `SELECT ${property} FROM ${className}`)).rejects.toMatchObject({ hresult: 0x80041017 })
    const [row] = await ask(host, `SELECT * FROM ${className}`)
    expect(row).not.toHaveProperty(property)
  })

  it.each([
    ['file12', 'VLActivationType', 'SoftwareLicensingProduct'],
    ['file13', 'ProductKeyChannel', 'SoftwareLicensingProduct'],
    ['file19', 'ProductKeyID2', 'SoftwareLicensingProduct'],
    ['pc01', 'SubscriptionType', 'SoftwareLicensingService'],
    ['app25', 'SubscriptionExpiry', 'SoftwareLicensingService'],
  ])('%s has %s', async (host, property, className) => {
    const [row] = await ask(host, `SELECT ${property} FROM ${className}`)
    expect(row).toHaveProperty(property)
  })

  it('methods of later versions are unknown to earlier ones', async () => {
    const call = async (host: string, method: string) => {
      const session = await lab.connect({ host })
      const [service] = await session.query('SELECT * FROM SoftwareLicensingService')
      return session.call(String(service?.['__RELPATH']), method, { ApplicationId: office, ActivationType: 2 })
    }
    await expect(call('hpc01', 'SetVLActivationTypeEnabled')).rejects.toMatchObject({ hresult: expect.any(Number) })
    await expect(call('file12', 'ReArmApp')).rejects.toMatchObject({ hresult: expect.any(Number) })
  })
})
