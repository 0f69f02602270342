import { describe, expect, it } from 'vitest'
import { labKeys } from '../../../src-main/lab/fictional-keys.ts'
import { codeOf, contosoDomain, makeContosoHost, programsDone, publishTo, quickContoso } from './contoso-fixture.ts'
import {
  activate,
  connectTo,
  eventData,
  installKey,
  keyedProduct,
  pathOf,
  restartLicensing,
  service,
} from './lab-fixture.ts'

const count = async (session: Parameters<typeof keyedProduct>[0]): Promise<number> =>
  Number((await keyedProduct(session))['KeyManagementServiceCurrentCount'])

describe('thirty clients that ask by themselves', () => {
  it('reach the threshold as the clock goes on, and are then activated', async () => {
    const lab = quickContoso()
    const kms = await makeContosoHost(lab)
    expect(await count(kms)).toBe(0)
    await lab.advance(125)
    expect(await count(kms)).toBeGreaterThanOrEqual(25)
    await lab.advance(125)
    const clients = lab.overview().computers.filter(({ host }) => /^PC0\d\d$/.test(host))
    expect(clients).toHaveLength(30)
    for (const { licence } of clients) {
      expect(licence).toMatchObject({ kind: 'kms-client', status: 1, kmsHost: 'KMS01.corp.contoso.test:1688' })
    }
  })

  it('leave those out that sleep, have a wrong clock or another kind of key', async () => {
    const lab = quickContoso()
    const kms = await makeContosoHost(lab)
    await lab.advance(600)
    const licences = Object.fromEntries(lab.overview().computers.map(({ host, licence }) => [host, licence]))
    expect(licences['ASLEEP01']).toMatchObject({ status: 2 })
    expect(licences['CLOCK01']).toMatchObject({ status: 2 })
    expect(licences['MAK01']).toMatchObject({ kind: 'mak', status: 1 })
    expect(licences['MAK02']).toMatchObject({ kind: 'mak', status: 2 })
    // The firewall of NOWMI01 keeps WMI out, not the computer in.
    expect(licences['NOWMI01']).toMatchObject({ status: 1 })
    const refused = (await eventData(kms, 'Key Management Service', 12_290)).filter(([text]) =>
      text?.startsWith('0xC004F06C'),
    )
    expect(refused.every(([text]) => text?.includes('CLOCK01'))).toBe(true)
    expect(refused.length).toBeGreaterThan(0)
  })

  it('take over the intervals of the host', async () => {
    const lab = quickContoso()
    const kms = await makeContosoHost(lab)
    await kms.call(pathOf(await service(kms)), 'SetVLActivationInterval', { ActivationInterval: 30 })
    await lab.advance(125)
    expect(await keyedProduct(await connectTo(lab, 'pc001'))).toMatchObject({ VLActivationInterval: 30 })
  })

  it('plays the same way each time', async () => {
    const play = async (): Promise<unknown> => {
      const lab = quickContoso()
      await makeContosoHost(lab)
      await makeContosoHost(lab, 'app01').catch(() => undefined)
      await lab.advance(300)
      return lab.overview().computers.map(({ licence }) => licence?.status)
    }
    expect(await play()).toEqual(await play())
  })
})

describe('two KMS hosts', () => {
  it('split the clients, so that neither reaches the threshold', async () => {
    const lab = quickContoso()
    const first = await makeContosoHost(lab)
    await lab.allowKmsPublishing(contosoDomain)
    const second = await makeContosoHost(lab, 'kms02')
    await lab.advance(600)
    const counts = [await count(first), await count(second)]
    expect(counts.every((one) => one > 0 && one < 25)).toBe(true)
    expect(counts[0]! + counts[1]!).toBeGreaterThanOrEqual(30)
    expect(await keyedProduct(await connectTo(lab, 'pc001'))).toMatchObject({ LicenseStatus: 2 })
  })

  it('are told apart by priority: all clients go to the preferred one', async () => {
    const lab = quickContoso()
    const first = await makeContosoHost(lab)
    await lab.allowKmsPublishing(contosoDomain)
    const second = await makeContosoHost(lab, 'kms02')
    await publishTo(first, [`${contosoDomain}, 10, 0`])
    await publishTo(second, [`${contosoDomain}, 20, 0`])
    await lab.advance(250)
    expect(await count(first)).toBeGreaterThanOrEqual(25)
    expect(await count(second)).toBe(0)
  })

  it('are kept apart by a secure zone until its permissions are changed', async () => {
    const lab = quickContoso()
    await makeContosoHost(lab)
    const second = await makeContosoHost(lab, 'kms02')
    expect(await eventData(second, 'Application', 12_293)).toEqual([['0x80072338', contosoDomain]])
    await lab.allowKmsPublishing(contosoDomain)
    await restartLicensing(second)
    expect(await eventData(second, 'Application', 12_294)).toEqual([[contosoDomain]])
    const zone = lab.overview().zones.find(({ name }) => name === contosoDomain)
    expect(zone).toMatchObject({ update: 'secure', openToKmsHosts: true })
    expect(zone?.records.map(({ target }) => target)).toEqual(['KMS01.corp.contoso.test', 'KMS02.corp.contoso.test'])
  })
})

describe('publishing in several zones', () => {
  it('leaves one event for each: a zone that refuses gets 12293 and no record', async () => {
    const lab = quickContoso()
    const kms = await makeContosoHost(lab)
    await publishTo(kms, [`${contosoDomain}, 5, 7`, 'factory.contoso.test', 'branch.contoso.test', 'nowhere.test'])
    expect((await eventData(kms, 'Application', 12_294)).at(-1)).toEqual([contosoDomain])
    expect(await eventData(kms, 'Application', 12_293)).toEqual([
      ['0x8007232D', 'factory.contoso.test'],
      ['0x8007232D', 'branch.contoso.test'],
      ['0x80072331', 'nowhere.test'],
    ])
    expect(await lab.resolveSrv('_vlmcs._tcp.factory.contoso.test')).toMatchObject({ outcome: 'none' })
    expect(await lab.resolveSrv(`_vlmcs._tcp.${contosoDomain}`)).toMatchObject({
      outcome: 'found',
      records: [{ priority: 5, weight: 7, port: 1688 }],
    })
  })

  it('is done again about once a day, also after a record was deleted', async () => {
    const lab = quickContoso()
    const kms = await makeContosoHost(lab)
    const dns = await connectTo(lab, 'dc01', 'root\\MicrosoftDNS')
    const [record] = await dns.query('SELECT * FROM MicrosoftDNS_SRVType')
    await dns.deleteInstance(pathOf(record!))
    expect(await lab.resolveSrv(`_vlmcs._tcp.${contosoDomain}`)).toMatchObject({ outcome: 'none' })
    await lab.advance(25 * 60)
    expect(await lab.resolveSrv(`_vlmcs._tcp.${contosoDomain}`)).toMatchObject({ outcome: 'found' })
    expect(await eventData(kms, 'Application', 12_294)).toHaveLength(2)
  })

  it('stops where publishing is switched off', async () => {
    const lab = quickContoso()
    const kms = await makeContosoHost(lab)
    const path = pathOf(await service(kms))
    await kms.call(path, 'DisableKeyManagementServiceDnsPublishing', { DisablePublishing: true })
    await restartLicensing(kms)
    await lab.advance(50 * 60)
    expect(await eventData(kms, 'Application', 12_294)).toHaveLength(1)
  })

  it('carries a changed port, which needs a firewall rule of its own', async () => {
    const lab = quickContoso()
    const kms = await makeContosoHost(lab)
    await kms.call(pathOf(await service(kms)), 'SetKeyManagementServiceListeningPort', { PortNumber: 1699 })
    await restartLicensing(kms)
    expect(await lab.resolveSrv(`_vlmcs._tcp.${contosoDomain}`)).toMatchObject({ records: [{ port: 1699 }] })
    expect(await lab.site.probeKms('KMS01', 1699)).toMatchObject({ outcome: 'no-answer' })
    const netsh = (command: string) => kms.call('Win32_Process', 'Create', { CommandLine: command })
    const rule = 'netsh advfirewall firewall add rule name="KMS 1699" dir=in action=allow protocol=TCP localport=1699'
    await netsh(rule)
    await programsDone(kms)
    expect(await lab.site.probeKms('KMS01', 1699)).toMatchObject({ outcome: 'kms' })
    expect(await lab.site.probeKms('KMS01', 1688)).toMatchObject({ outcome: 'refused' })
    await netsh('netsh advfirewall firewall delete rule name="KMS 1699" protocol=TCP localport=1699')
    await programsDone(kms)
    expect(await lab.site.probeKms('KMS01', 1699)).toMatchObject({ outcome: 'no-answer' })
  })
})

describe('keys of the wrong kind', () => {
  it.each([
    ['a host key for Datacenter on an Enterprise server', 'kms01', labKeys.contosoHostC.key],
    ['a host key for Windows 7 on a server', 'kms01', labKeys.contosoHostWindows7.key],
    ['a host key for servers on Windows 7', 'pc001', labKeys.contosoHost.key],
  ])('%s is refused and leaves the key that was there', async (_what, host, key) => {
    const session = await connectTo(quickContoso(), host)
    const before = (await keyedProduct(session))['PartialProductKey']
    expect(await codeOf(installKey(session, key))).toBe(0xc004f069)
    expect((await keyedProduct(session))['PartialProductKey']).toBe(before)
  })

  it('a multiple activation key is taken, but makes no KMS host, and has its limit', async () => {
    const lab = quickContoso()
    const hosts = ['kms01', 'kms02', 'app01', 'dc01', 'pc001']
    const codes: (number | undefined)[] = []
    for (const host of hosts) {
      const session = await connectTo(lab, host)
      await installKey(session, labKeys.contosoMak.key)
      codes.push(await codeOf(activate(session)))
    }
    // One of the five was spent on MAK01.
    expect(codes).toEqual([undefined, undefined, undefined, undefined, 0xc004c020])
    const kms = await connectTo(lab, 'kms01')
    expect(await keyedProduct(kms)).toMatchObject({ Description: expect.stringContaining('VOLUME_MAK') })
    expect(await service(kms)).toMatchObject({ IsKeyManagementServiceMachine: 0 })
  })

  it('a host key for Windows 7 makes a host that serves clients and refuses servers', async () => {
    const lab = quickContoso()
    const host = await connectTo(lab, 'pc001')
    await installKey(host, labKeys.contosoHostWindows7.key)
    await activate(host)
    await host.call('Win32_Process', 'Create', {
      CommandLine: 'netsh advfirewall firewall set rule group="@FirewallAPI.dll,-28002" new enable=yes',
    })
    await programsDone(host)
    expect(await codeOf(activate(await connectTo(lab, 'app01')))).toBe(0xc004f042)
    expect(await codeOf(activate(await connectTo(lab, 'pc002')))).toBe(0xc004f038)
  })
})

describe('the telephone', () => {
  it('answers the installation ID as it was read out; another one, or another key since, is refused', async () => {
    const lab = quickContoso()
    const kms = await connectTo(lab, 'kms01')
    await installKey(kms, labKeys.contosoHost.key)
    const installation = String((await keyedProduct(kms))['OfflineInstallationId'])
    const spoken = installation.replace(/(\d{6})/g, '$1 - ')
    const confirmation = lab.confirmationIdFor(spoken)
    expect(confirmation).toBe(lab.confirmationIdFor(installation))
    await installKey(kms, labKeys.contosoHost.key)
    expect((await keyedProduct(kms))['OfflineInstallationId']).toBe(installation)
    const deposit = async (id: string, answer: string): Promise<number | undefined> =>
      codeOf(
        kms.call(pathOf(await keyedProduct(kms)), 'DepositOfflineConfirmationId', {
          InstallationId: id,
          ConfirmationId: answer,
        }),
      )
    expect(await deposit(installation, lab.confirmationIdFor('1'.repeat(54)))).toBe(0xc004f031)
    expect(await deposit('1'.repeat(54), confirmation)).toBe(0xc004f031)
    await installKey(kms, labKeys.contosoMak.key)
    await installKey(kms, labKeys.contosoHost.key)
    const later = String((await keyedProduct(kms))['OfflineInstallationId'])
    expect(later).not.toBe(installation)
    expect(await deposit(later, confirmation)).toBe(0xc004f031)
    expect(await deposit(later, lab.confirmationIdFor(later))).toBeUndefined()
    expect(await keyedProduct(kms)).toMatchObject({ LicenseStatus: 1 })
  })
})
