import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLab, type Lab, type LabSession } from '../../../src-main/lab/open-lab.ts'
import { corp, hresultOf, plant, quickFabrikam, windowsProduct } from './fabrikam-fixture.ts'

let lab: Lab
beforeEach(() => {
  lab = quickFabrikam()
})
afterEach(() => lab.close())

const activate = async (host: string, session?: LabSession): Promise<void> => {
  const product = await windowsProduct(lab, host)
  const open = session ?? (await lab.connect({ host }))
  await open.call(String(product['__RELPATH']), 'Activate')
}

describe('DNS of fabrikam-2025', () => {
  it('names the KMS host, a rogue one and one that is gone', async () => {
    expect(await lab.resolveSrv(`_vlmcs._tcp.${corp}`)).toMatchObject({
      outcome: 'found',
      records: [
        { target: `KMS01.${corp}`, port: 1688 },
        { target: `ROGUE01.${corp}`, port: 1688 },
        { target: `kmsold.${corp}`, port: 1688 },
      ],
    })
    expect(await lab.site.probeKms(`KMS01.${corp}`, 1688)).toMatchObject({ outcome: 'kms' })
    expect(await lab.site.probeKms(`ROGUE01.${corp}`, 1688)).toMatchObject({ outcome: 'kms' })
    expect(await lab.site.probeKms(`kmsold.${corp}`, 1688)).toMatchObject({ outcome: 'no-answer' })
  })

  it('has a second zone with a server and a record of its own', async () => {
    expect(await lab.resolveSrv(`_vlmcs._tcp.${plant}`)).toMatchObject({
      outcome: 'found',
      records: [{ target: `KMS01.${corp}` }],
    })
    expect(lab.overview().zones.map(({ name, server, update }) => [name, server, update])).toEqual([
      [corp, `DC01.${corp}`, 'secure'],
      [plant, `PLANTDC01.${plant}`, 'any'],
    ])
  })
})

describe('what goes wrong in fabrikam-2025', () => {
  it.each([
    ['app25', 'the host key of the KMS host is too old for it', 0xc004f042],
    ['clock01', 'its clock is five hours ahead', 0xc004f06c],
    ['pc05', 'it keeps the rogue host, whose count is too low', 0xc004f038],
    ['fixed01', 'its fixed host is gone', 0xc004f074],
  ])('%s is not activated: %s', async (host, _why, code) => {
    expect(await hresultOf(activate(host))).toBe(code)
  })

  it('a computer without a domain finds no KMS host in DNS', async () => {
    const session = await lab.connect({ host: 'work01', user: 'WORK01\\Administrator', password: 'Rehearsal-Only-3' })
    const [product] = await session.query('SELECT * FROM SoftwareLicensingProduct WHERE PartialProductKey <> null')
    expect(await hresultOf(session.call(String(product?.['__RELPATH']), 'Activate'))).toBe(0xc004f074)
  })

  it('a computer without a rearm refuses the next one, in the older scenario too', async () => {
    for (const each of [lab, openLab('contoso-2009', { latencyMs: 0 })]) {
      const session = await each.connect({ host: 'norearm01' })
      const [service] = await session.query('SELECT * FROM SoftwareLicensingService')
      expect(service).toMatchObject({ RemainingWindowsReArmCount: 0 })
      expect(await hresultOf(session.call(String(service?.['__RELPATH']), 'ReArmWindows'))).toBe(0xc004d307)
    }
  })

  it('two computers with one client machine ID count once', async () => {
    const count = async () => (await windowsProduct(lab, 'kms01'))['KeyManagementServiceCurrentCount']
    const before = await count()
    await activate('twin01')
    await activate('twin02')
    expect(await count()).toBe(before)
  })

  it('a guest is activated by its Hyper-V host, and not while that is away', async () => {
    await activate('guest01')
    expect(await windowsProduct(lab, 'guest01')).toMatchObject({
      LicenseStatus: 1,
      AutomaticVMActivationHostMachineName: `HV01.${corp}`,
    })
    await lab.setPower('hv01', 'asleep')
    expect(await hresultOf(activate('guest01'))).toBe(0xc004fd01)
  })

  it('a guest whose host is not activated stays as it is', async () => {
    const host = await lab.connect({ host: 'hv01' })
    await host.call(String((await windowsProduct(lab, 'hv01'))['__RELPATH']), 'UninstallProductKey')
    expect(await hresultOf(activate('guest01'))).toBe(0xc004fd02)
  })

  it('the workgroup computer filters local accounts, and one computer lets no WMI in', async () => {
    const as = (user: string, password: string) => hresultOf(lab.connect({ host: 'work01', user, password }))
    expect(await as('WORK01\\owner', 'Rehearsal-Only-4')).toBe(0x80070005)
    expect(await as('WORK01\\Administrator', 'Rehearsal-Only-3')).toBeUndefined()
    expect(await hresultOf(lab.connect({ host: 'nowmi01' }))).toBe(0x800706ba)
  })
})

describe('the clock of fabrikam-2025', () => {
  it('lets clients renew and ask on: who was activated stays so, also Office', async () => {
    await lab.advance(8 * 24 * 60)
    for (const host of ['pc01', 'pc04', 'office01', 'file12', 'dc01']) {
      expect(await windowsProduct(lab, host)).toMatchObject({ LicenseStatus: 1 })
    }
    const [officeProduct] = await (
      await lab.connect({ host: 'office02' })
    ).query("SELECT * FROM SoftwareLicensingProduct WHERE ApplicationID = '0ff1ce15-a989-479d-af46-f275c6370663'")
    expect(officeProduct).toMatchObject({ LicenseStatus: 1, VLActivationType: 2 })
  })
})
