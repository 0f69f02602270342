import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLab, type LabSession } from '../../../src-main/lab/open-lab.ts'
import { quickContoso } from './contoso-fixture.ts'
import { hresultOf, quickFabrikam } from './fabrikam-fixture.ts'
import { connectTo, keyedProduct, licensingKey, localMachine, pathOf, service, until } from './lab-fixture.ts'

const windows = '55c92734-d682-4d71-983e-d6ec3f16059f'
const office = '0ff1ce15-a989-479d-af46-f275c6370663'
const noneLeft = 0xc004d307

const call = async (session: LabSession, method: string, input = {}): Promise<unknown> =>
  session.call(pathOf(await service(session)), method, input)

const productOf = async (session: LabSession, application: string): Promise<Record<string, unknown>> => {
  const [row] = await session.query(
    `SELECT * FROM SoftwareLicensingProduct WHERE PartialProductKey <> null AND ApplicationID = '${application}'`,
  )
  if (!row) throw new Error(`no product of ${application}`)
  return { ...row }
}

const runSysprep = (session: LabSession, options: string): Promise<unknown> =>
  session.call('Win32_Process', 'Create', {
    CommandLine: `C:\\Windows\\System32\\Sysprep\\sysprep.exe ${options}`,
  })

const sysprepEnded = (session: LabSession): Promise<unknown> =>
  until(
    () => session.query("SELECT Name FROM Win32_Process WHERE Name = 'sysprep.exe'"),
    (rows) => rows.length === 0,
  )

const allowConnection = (connect: () => Promise<unknown>): Promise<boolean> =>
  connect().then(
    () => true,
    () => false,
  )

describe('a rearm', () => {
  it('of Windows resets timer and CMID and is refused when none is left', async () => {
    const client = await connectTo(quickFabrikam(), 'pc01')
    const before = await service(client)
    await call(client, 'ReArmWindows')
    const after = await service(client)
    expect(after).toMatchObject({ RemainingWindowsReArmCount: Number(before['RemainingWindowsReArmCount']) - 1 })
    expect(after['ClientMachineID']).not.toBe(before['ClientMachineID'])
    expect(await keyedProduct(client)).toMatchObject({ LicenseStatus: 5, LicenseStatusReason: 0xc004f034 })
    const tired = await connectTo(quickFabrikam(), 'norearm01')
    const cmid = (await service(tired))['ClientMachineID']
    expect(await hresultOf(call(tired, 'ReArmWindows'))).toBe(noneLeft)
    expect((await service(tired))['ClientMachineID']).toBe(cmid)
  })

  it('does nothing where SkipRearm is 1', async () => {
    const client = await connectTo(quickContoso(), 'pc001')
    const before = await service(client)
    await client.call('StdRegProv', 'SetDWORDValue', {
      hDefKey: localMachine,
      sSubKeyName: licensingKey,
      sValueName: 'SkipRearm',
      uValue: 1,
    })
    await call(client, 'ReArmWindows')
    expect(await service(client)).toMatchObject({
      ClientMachineID: before['ClientMachineID'],
      RemainingWindowsReArmCount: 3,
    })
  })

  it('of an application resets its products alone', async () => {
    const client = await connectTo(quickFabrikam(), 'office01')
    expect(await productOf(client, office)).toMatchObject({ LicenseStatus: 1, RemainingAppReArmCount: 1001 })
    await call(client, 'ReArmApp', { ApplicationId: `{${office.toUpperCase()}}` })
    expect(await productOf(client, office)).toMatchObject({ LicenseStatus: 5, RemainingAppReArmCount: 1000 })
    expect(await productOf(client, windows)).toMatchObject({ LicenseStatus: 1 })
    expect(await hresultOf(call(client, 'ReArmApp', { ApplicationId: 'office' }))).toBe(0x80070057)
    const other = '59a52881-a989-479d-af46-f275c6370663'
    expect(await hresultOf(call(client, 'ReArmApp', { ApplicationId: other }))).toBe(0xc004f00a)
    const tired = await connectTo(quickFabrikam(), 'norearm01')
    expect(await hresultOf(call(tired, 'ReArmApp', { ApplicationId: windows }))).toBe(noneLeft)
  })

  it('of a product counts for that product, and is refused when none is left', async () => {
    const client = await connectTo(quickFabrikam(), 'pc01')
    await client.call(pathOf(await keyedProduct(client)), 'ReArmSku')
    expect(await keyedProduct(client)).toMatchObject({ RemainingSkuReArmCount: 1000, LicenseStatus: 5 })
    const tired = await connectTo(quickFabrikam(), 'norearm01')
    expect(await hresultOf(tired.call(pathOf(await keyedProduct(tired)), 'ReArmSku'))).toBe(noneLeft)
  })
})

describe('sysprep /generalize', () => {
  it('spends a rearm, gives a new CMID and switches the computer off with /shutdown', async () => {
    const lab = quickContoso()
    const client = await connectTo(lab, 'pc001')
    const before = await service(client)
    await runSysprep(client, '/generalize /oobe /shutdown /quiet')
    await until(
      () => allowConnection(() => client.query('SELECT Version FROM SoftwareLicensingService')),
      (answers) => !answers,
    )
    expect(await hresultOf(connectTo(lab, 'pc001'))).toBe(0x800706ba)
    await lab.setPower('pc001', 'on')
    const after = await service(await connectTo(lab, 'pc001'))
    expect(after).toMatchObject({ RemainingWindowsReArmCount: 2 })
    expect(after['ClientMachineID']).not.toBe(before['ClientMachineID'])
  })

  it('with none left goes through, leaves the timers and the power as they are, and says that it failed', async () => {
    const client = await connectTo(quickFabrikam(), 'norearm01')
    const before = [await service(client), await keyedProduct(client)]
    await runSysprep(client, '/generalize /oobe /shutdown')
    await sysprepEnded(client)
    const [{ ClientMachineID }, { LicenseStatus }] = before as [Record<string, unknown>, Record<string, unknown>]
    expect(await service(client)).toMatchObject({ ClientMachineID, RemainingWindowsReArmCount: 0 })
    expect(await keyedProduct(client)).toMatchObject({ LicenseStatus })
    const state = await client.call('StdRegProv', 'GetDWORDValue', {
      hDefKey: localMachine,
      sSubKeyName: 'SYSTEM\\Setup\\Status\\SysprepStatus',
      sValueName: 'GeneralizationState',
    })
    expect(state['uValue']).toBe(9)
  })

  it('without /generalize changes nothing, and with /reboot starts the computer anew', async () => {
    const client = await connectTo(quickContoso(), 'pc001')
    const cmid = (await service(client))['ClientMachineID']
    await runSysprep(client, '/oobe /shutdown')
    await sysprepEnded(client)
    expect((await service(client))['ClientMachineID']).toBe(cmid)
    const wql = 'SELECT LastBootUpTime FROM Win32_OperatingSystem'
    const [booted] = await client.query(wql)
    await runSysprep(client, '/generalize /oobe /reboot')
    await sysprepEnded(client)
    expect((await service(client))['ClientMachineID']).not.toBe(cmid)
    const [again] = await client.query(wql)
    expect(Number(again?.['LastBootUpTime'])).toBeGreaterThan(Number(booted?.['LastBootUpTime']))
  })
})

describe('settings and counts', () => {
  it('are there again when the folder is opened again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lab-'))
    try {
      const lab = openLab('fabrikam-2025', { folder, latencyMs: 0 })
      const client = await connectTo(lab, 'pc01')
      await client.call(pathOf(await keyedProduct(client)), 'SetKeyManagementServiceMachine', { MachineName: 'a.test' })
      await client.call(pathOf(await keyedProduct(client)), 'SetVLActivationTypeEnabled', { ActivationType: 2 })
      await call(client, 'ReArmWindows')
      await client.call(pathOf(await keyedProduct(client)), 'ReArmSku')
      await call(client, 'InstallLicense', { License: '<r:license xmlns:r="urn:x"></r:license>' })
      lab.close()
      const again = openLab({ folder, latencyMs: 0 })
      const reopened = await connectTo(again, 'pc01')
      expect(await keyedProduct(reopened)).toMatchObject({
        KeyManagementServiceMachine: 'a.test',
        VLActivationTypeEnabled: 2,
        RemainingSkuReArmCount: 1000,
      })
      expect(await service(reopened)).toMatchObject({ RemainingWindowsReArmCount: 1000 })
      expect(again.state().computers['pc01']?.licensing.installedLicences).toHaveLength(1)
      again.close()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
