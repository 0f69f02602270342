import { describe, expect, it } from 'vitest'
import { wqlDateTime } from '../../../src-main/wmi/wql.ts'
import {
  activate,
  connectTo,
  eventData,
  hostKey,
  installKey,
  keyedProduct,
  licensingKey,
  localMachine,
  only,
  openFirewall,
  pathOf,
  quickLab,
  restartLicensing,
  service,
  serviceState,
  srvName,
  until,
} from './lab-fixture.ts'

describe('making a computer a KMS host', () => {
  it('goes the whole way: key, activation, DNS, firewall, service', async () => {
    const lab = quickLab()
    const kms = await connectTo(lab, 'kms01')
    expect(await keyedProduct(kms)).toMatchObject({
      Description: expect.stringContaining('VOLUME_KMSCLIENT'),
      LicenseStatus: 2,
    })
    expect(await service(kms)).toMatchObject({ IsKeyManagementServiceMachine: 0 })

    expect(await installKey(kms, hostKey.replaceAll('-', '').toLowerCase())).toMatchObject({ ReturnValue: 0 })
    expect(await keyedProduct(kms)).toMatchObject({
      Description: expect.stringMatching(/VOLUME_KMS_R2_B/),
      PartialProductKey: 'H8RTB',
      LicenseStatus: 2,
      IsKeyManagementServiceMachine: 1,
      KeyManagementServiceCurrentCount: 0xffffffff,
    })
    expect(await lab.resolveSrv(srvName)).toMatchObject({ outcome: 'none' })

    await activate(kms)
    expect(await keyedProduct(kms)).toMatchObject({
      LicenseStatus: 1,
      GracePeriodRemaining: 0,
      KeyManagementServiceCurrentCount: 0,
    })
    expect(await eventData(kms, 'Application', 12_294)).toEqual([['corp.northwind.test']])
    const since = (time: number): Promise<readonly unknown[]> =>
      kms.query(
        `SELECT * FROM Win32_NTLogEvent WHERE Logfile = 'Application' AND (EventCode = 12293 OR EventCode = 12294) AND TimeGenerated >= ${wqlDateTime(new Date(time))}`,
      )
    expect(await since(Date.now() - 60_000)).toHaveLength(1)
    expect(await since(Date.now() + 60_000)).toHaveLength(0)
    expect(await lab.resolveSrv(srvName)).toMatchObject({
      outcome: 'found',
      records: [{ target: 'KMS01.corp.northwind.test', port: 1688, priority: 0, weight: 0 }],
    })
    expect(await lab.probe('kms01', 1688)).toMatchObject({ outcome: 'no-answer' })

    await openFirewall(kms)
    await until(
      () => lab.probe('kms01', 1688),
      ({ outcome }) => outcome === 'open',
    )
    await restartLicensing(kms)
    expect(await eventData(kms, 'Application', 12_294)).toHaveLength(2)
    expect(await lab.probe('kms01', 1688)).toMatchObject({ outcome: 'open' })
  })

  it.each([
    ['a key that nobody knows', 'BCDFG-HJKMP-QRTVW-XY234-6789B', 0xc004f050],
    ['no key at all', 'hello', 0xc004f050],
    ['the setup key of another edition', 'YC6KT-GKW9T-YTKYR-T4X34-R7VHC', 0xc004f069],
    ['the setup key of another Windows', 'W269N-WFGWX-YVC9B-4J6C9-T83GX', 0xc004f050],
  ])('refuses %s', async (_what, key, hresult) => {
    const lab = quickLab()
    const kms = await connectTo(lab, 'kms01')
    const before = await keyedProduct(kms)
    await expect(installKey(kms, key)).rejects.toMatchObject({ hresult })
    expect(await keyedProduct(kms)).toMatchObject({ ID: before['ID'], PartialProductKey: before['PartialProductKey'] })
  })

  it('refuses the server host key on Windows 7', async () => {
    const client = await connectTo(quickLab(), 'pc01')
    await expect(installKey(client, hostKey)).rejects.toMatchObject({ hresult: 0xc004f069 })
  })

  it('refuses host settings until the host is activated', async () => {
    const kms = await connectTo(quickLab(), 'kms01')
    const path = pathOf(await service(kms))
    const setPort = (): Promise<unknown> => kms.call(path, 'SetKeyManagementServiceListeningPort', { PortNumber: 1700 })
    await expect(setPort()).rejects.toMatchObject({ hresult: 0xc004f039 })
    await installKey(kms, hostKey)
    await expect(setPort()).rejects.toMatchObject({ hresult: 0xc004f041 })
    await activate(kms)
    await setPort()
    expect(await service(kms)).toMatchObject({ KeyManagementServiceListeningPort: 1700 })
    await expect(kms.call(path, 'SetVLActivationInterval', { ActivationInterval: 14 })).rejects.toMatchObject({
      hresult: 0x80070057,
    })
  })

  it('takes over a setting from the registry at the service start', async () => {
    const lab = quickLab()
    const kms = await connectTo(lab, 'kms01')
    await installKey(kms, hostKey)
    await activate(kms)
    await kms.call(pathOf(await service(kms)), 'SetKeyManagementServiceListeningPort', { PortNumber: 1700 })
    const registry = await connectTo(lab, 'kms01', 'root\\default')
    expect(
      await registry.call('StdRegProv', 'GetStringValue', {
        hDefKey: localMachine,
        sSubKeyName: licensingKey,
        sValueName: 'KeyManagementServiceListeningPort',
      }),
    ).toMatchObject({ ReturnValue: 0, sValue: '1700' })
    expect(await lab.resolveSrv(srvName)).toMatchObject({ records: [{ port: 1688 }] })
    await restartLicensing(kms)
    expect(await lab.resolveSrv(srvName)).toMatchObject({ records: [{ port: 1700 }] })
  })

  it('publishes in the listed domains too, and says so where a zone is missing', async () => {
    const lab = quickLab()
    const kms = await connectTo(lab, 'kms01')
    const registry = await connectTo(lab, 'kms01', 'root\\default')
    await registry.call('StdRegProv', 'SetMultiStringValue', {
      hDefKey: localMachine,
      sSubKeyName: licensingKey,
      sValueName: 'DnsDomainPublishList',
      sValue: ['elsewhere.test', 'corp.northwind.test, 10, 20'],
    })
    await installKey(kms, hostKey)
    await activate(kms)
    expect(await eventData(kms, 'Application', 12_293)).toEqual([['0x80072331', 'elsewhere.test']])
    expect(await lab.resolveSrv(srvName)).toMatchObject({ records: [{ priority: 10, weight: 20 }] })
  })

  it('does not publish where that is switched off', async () => {
    const lab = quickLab()
    const kms = await connectTo(lab, 'kms01')
    await kms.call('StdRegProv', 'SetDWORDValue', {
      sSubKeyName: licensingKey,
      sValueName: 'DisableDnsPublishing',
      uValue: 1,
    })
    await installKey(kms, hostKey)
    await activate(kms)
    expect(await lab.resolveSrv(srvName)).toMatchObject({ outcome: 'none' })
    expect(await eventData(kms, 'Application', 12_294)).toEqual([])
  })

  it('becomes a client again with the setup key and a restart', async () => {
    const lab = quickLab()
    const kms = await connectTo(lab, 'kms01')
    await installKey(kms, hostKey)
    await activate(kms)
    await installKey(kms, '489J6-VHDMP-X63PK-3K798-CPX3Y')
    await restartLicensing(kms)
    expect(await service(kms)).toMatchObject({ IsKeyManagementServiceMachine: 0 })
    expect(lab.state().computers['kms01']?.licensing.server.listeningPort).toBeNull()
  })

  it('spends an activation of the key each time, ten on a computer', async () => {
    const kms = await connectTo(quickLab(), 'kms01')
    await installKey(kms, hostKey)
    for (let count = 0; count < 10; count += 1) await activate(kms)
    await expect(activate(kms)).rejects.toMatchObject({ hresult: 0xc004c008 })
  })

  it('is activated by telephone with the confirmation ID for its installation ID', async () => {
    const lab = quickLab()
    const kms = await connectTo(lab, 'kms01')
    await installKey(kms, hostKey)
    const product = await keyedProduct(kms)
    const installation = String(product['OfflineInstallationId'])
    expect(installation).toMatch(/^\d{54}$/)
    const deposit = (confirmation: string): Promise<unknown> =>
      kms.call(pathOf(product), 'DepositOfflineConfirmationId', {
        InstallationId: installation,
        ConfirmationId: confirmation,
      })
    await expect(deposit('123')).rejects.toMatchObject({ hresult: 0xc004f02c })
    await expect(deposit('1'.repeat(48))).rejects.toMatchObject({ hresult: 0xc004f031 })
    await deposit(lab.confirmationIdFor(installation))
    expect(await keyedProduct(kms)).toMatchObject({ LicenseStatus: 1 })
    expect(JSON.stringify(lab.calls())).not.toContain(installation)
  })
})

describe('the licensing service', () => {
  it('is seen stopping and starting, and runs in another process afterwards', async () => {
    const kms = await connectTo(quickLab(), 'kms01')
    const path = 'Win32_Service.Name="sppsvc"'
    const before = await only(kms, "SELECT ProcessId FROM Win32_Service WHERE Name = 'sppsvc'")
    expect(await kms.call(path, 'StartService')).toMatchObject({ ReturnValue: 10 })
    expect(await kms.call(path, 'StopService')).toMatchObject({ ReturnValue: 0 })
    expect(await serviceState(kms)).toBe('Stop Pending')
    await expect(service(kms)).rejects.toMatchObject({ hresult: 0xc004f075 })
    await until(
      () => serviceState(kms),
      (state) => state === 'Stopped',
    )
    expect(await kms.call(path, 'StopService')).toMatchObject({ ReturnValue: 5 })
    expect(await kms.call(path, 'StartService')).toMatchObject({ ReturnValue: 0 })
    expect(await serviceState(kms)).toBe('Start Pending')
    await until(
      () => serviceState(kms),
      (state) => state === 'Running',
    )
    const after = await only(kms, "SELECT ProcessId FROM Win32_Service WHERE Name = 'sppsvc'")
    expect(after['ProcessId']).not.toBe(before['ProcessId'])
  })

  it('is started by the first licensing call that finds it stopped', async () => {
    const kms = await connectTo(quickLab(), 'kms01')
    await kms.call('Win32_Service.Name="sppsvc"', 'StopService')
    await until(
      () => serviceState(kms),
      (state) => state === 'Stopped',
    )
    await service(kms)
    expect(await serviceState(kms)).toBe('Running')
  })
})

describe('netsh', () => {
  const ruleOn = async (commandLine: string): Promise<boolean> => {
    const lab = quickLab()
    const kms = await connectTo(lab, 'kms01')
    await kms.call('Win32_Process', 'Create', { CommandLine: commandLine })
    await until(
      () => kms.query("SELECT Name FROM Win32_Process WHERE Name = 'netsh.exe'"),
      (rows) => rows.length === 0,
    )
    const rule = await kms.call('StdRegProv', 'GetStringValue', {
      sSubKeyName: 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules',
      sValueName: 'SPPSVC-In-TCP',
    })
    return String(rule['sValue']).includes('|Active=TRUE|')
  }

  it.each([
    ['netsh advfirewall firewall set rule group="@FirewallAPI.dll,-28002" new enable=yes', true],
    [
      'C:\\Windows\\System32\\netsh.exe advfirewall firewall set rule group="Key Management Service" new enable=yes',
      true,
    ],
    ['netsh advfirewall firewall set rule group="Schlüsselverwaltungsdienst" new enable=yes', false],
    ['netsh advfirewall firewall set rule group="@FirewallAPI.dll,-28002" enable=yes', false],
    ['netsh advfirewall firewall set rule group="@FirewallAPI.dll,-34251" new enable=yes', false],
  ])('%s', async (commandLine, expected) => expect(await ruleOn(commandLine)).toBe(expected))

  it('is the only kind of program found besides a few others', async () => {
    const kms = await connectTo(quickLab(), 'kms01')
    expect(await kms.call('Win32_Process', 'Create', { CommandLine: 'nothing.exe' })).toMatchObject({ ReturnValue: 9 })
  })
})
