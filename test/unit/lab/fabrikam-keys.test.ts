import { beforeEach, describe, expect, it } from 'vitest'
import { labKeys } from '../../../src-main/lab/fictional-keys.ts'
import { openLab, type Lab } from '../../../src-main/lab/open-lab.ts'
import { setupKeys } from '../../../src-main/licensing/setup-keys.ts'
import { hresultOf, keyedProducts, quickFabrikam, typeKey, windowsProduct } from './fabrikam-fixture.ts'

const wrongEdition = 0xc004f069
const invalidKey = 0xc004f050

const setupKey = (product: string, edition: string): string =>
  setupKeys.find((row) => row.product === product && row.edition === edition)?.key ?? 'missing'

let lab: Lab
beforeEach(() => {
  lab = quickFabrikam()
})
const typed = async (host: string, key: string) => hresultOf(typeKey(await lab.connect({ host }), key))

describe('published client setup keys', () => {
  it.each([
    ['retail01', 'Windows 11', 'Pro'],
    ['mak01', 'Windows 11', 'Enterprise'],
    ['rogue01', 'Windows 10', 'Pro'],
    ['retail02', 'Windows Server 2022', 'Standard'],
    ['kms02', 'Windows Server 2025', 'Datacenter'],
    ['file19', 'Windows Server 2019', 'Standard'],
    ['file13', 'Windows Server 2012 R2', 'Standard'],
    ['file12', 'Windows Server 2012', 'Standard'],
    ['hpc01', 'Windows Server 2008 R2', 'Standard'],
  ])('%s takes that of %s %s and is a KMS client then', async (host, product, edition) => {
    expect(await typed(host, setupKey(product, edition))).toBeUndefined()
    expect((await windowsProduct(lab, host))['Description']).toContain('VOLUME_KMSCLIENT')
  })

  it.each([
    ['another edition', 'retail01', 'Windows 11', 'Enterprise', wrongEdition],
    ['another release of the same version', 'kms02', 'Windows Server 2022', 'Datacenter', wrongEdition],
    ['a server', 'pc01', 'Windows Server 2022', 'Standard', wrongEdition],
    ['an edition for which none is published', 'home01', 'Windows 11', 'Pro', wrongEdition],
    ['another version', 'pc01', 'Windows 8.1', 'Enterprise', invalidKey],
  ])('that of %s is refused and leaves the key', async (_what, host, product, edition, code) => {
    const credential = host === 'home01' ? { user: 'HOME01\\Administrator', password: 'Rehearsal-Only-5' } : {}
    const session = await lab.connect({ host, ...credential })
    const keyed = 'SELECT PartialProductKey FROM SoftwareLicensingProduct WHERE PartialProductKey <> null'
    const before = await session.query(keyed)
    expect(await hresultOf(typeKey(session, setupKey(product, edition)))).toBe(code)
    expect(await session.query(keyed)).toEqual(before)
  })
})

describe('from a retail key to volume activation', () => {
  // Initial grace of 30 days on 7 and 2008 R2, notification at once from 8 on.
  it.each([
    ['fabrikam-2025', 'retail01', 'Windows 11', 'Pro', 5],
    ['fabrikam-2025', 'retail02', 'Windows Server 2022', 'Standard', 5],
    ['contoso-2009', 'retail01', 'Windows 7', 'Professional', 2],
    ['contoso-2009', 'retail02', 'Windows Server 2008 R2', 'Standard', 2],
  ])('%s %s', async (scenario, host, product, edition, status) => {
    lab = openLab(scenario, { latencyMs: 0 })
    expect((await windowsProduct(lab, host))['Description']).toContain('RETAIL')
    expect(await typed(host, setupKey(product, edition))).toBeUndefined()
    expect(await windowsProduct(lab, host)).toMatchObject({
      Description: expect.stringContaining('VOLUME_KMSCLIENT'),
      LicenseStatus: status,
    })
  })
})

describe('keys beside that of Windows', () => {
  it('an Office key leaves that of Windows, and the other Office product loses its own', async () => {
    expect(await typed('office01', labKeys.fabrikamOfficeMak.key)).toBeUndefined()
    expect(await keyedProducts(lab, 'office01')).toMatchObject([
      { Description: 'Office 21, VOLUME_MAK channel', LicenseStatus: 5 },
      { Description: 'Windows(R) Operating System, VOLUME_KMSCLIENT channel', LicenseStatus: 1 },
    ])
  })

  it('is refused where the suite is not installed', async () => {
    expect(await typed('pc01', labKeys.fabrikamOffice.key)).toBe(wrongEdition)
    expect(await typed('pc01', labKeys.fabrikamUpdates.key)).toBe(wrongEdition)
  })

  it('a new key of Windows leaves the add-on', async () => {
    expect(await typed('esu01', labKeys.fabrikamMak.key)).toBeUndefined()
    const channels = (await keyedProducts(lab, 'esu01')).map((row) => [row['LicenseIsAddon'], row['PartialProductKey']])
    expect(channels).toEqual([
      [true, 'MNFYR'],
      [false, 'MNFCT'],
    ])
  })
})

describe('host keys', () => {
  it('one for Server 2025 goes on 2022 and 2025, one for 2022 not on 2025', async () => {
    expect(await typed('kms02', labKeys.fabrikamHost2022.key)).toBe(wrongEdition)
    expect(await typed('kms02', labKeys.fabrikamHost2025.key)).toBeUndefined()
    expect(await typed('kms03', labKeys.fabrikamHost2025.key)).toBeUndefined()
    expect(await typed('pc01', labKeys.fabrikamHost2025.key)).toBe(wrongEdition)
  })

  it('one for Windows 10 clients goes on Windows 10, not on 11', async () => {
    expect(await typed('pc05', labKeys.fabrikamHostClients.key)).toBeUndefined()
    expect(await typed('pc01', labKeys.fabrikamHostClients.key)).toBe(wrongEdition)
  })

  it('a newer one lets the host serve the newer server', async () => {
    const session = await lab.connect({ host: 'kms01' })
    await typeKey(session, labKeys.fabrikamHost2025.key)
    await session.call(String((await windowsProduct(lab, 'kms01'))['__RELPATH']), 'Activate')
    const client = await lab.connect({ host: 'app25' })
    await client.call(String((await windowsProduct(lab, 'app25'))['__RELPATH']), 'Activate')
    expect(await windowsProduct(lab, 'app25')).toMatchObject({ LicenseStatus: 1, VLActivationType: 2 })
  })

  it('without Windows’ own host key the host still serves Office', async () => {
    const session = await lab.connect({ host: 'kms01' })
    await typeKey(session, setupKey('Windows Server 2022', 'Datacenter'))
    expect(await keyedProducts(lab, 'kms01')).toMatchObject([
      { IsKeyManagementServiceMachine: 0 },
      { IsKeyManagementServiceMachine: 1, KeyManagementServiceCurrentCount: 7 },
      { IsKeyManagementServiceMachine: 0 },
    ])
    const [service] = await session.query('SELECT IsKeyManagementServiceMachine FROM SoftwareLicensingService')
    expect(service).toMatchObject({ IsKeyManagementServiceMachine: 1 })
    const client = await lab.connect({ host: 'office02' })
    const [office, windows] = await client.query(
      'SELECT * FROM SoftwareLicensingProduct WHERE PartialProductKey <> null',
    )
    expect(await hresultOf(client.call(String(office?.['__RELPATH']), 'Activate'))).toBeUndefined()
    expect(await hresultOf(client.call(String(windows?.['__RELPATH']), 'Activate'))).toBe(0xc004f042)
  })
})

describe('keys that can be activated a number of times', () => {
  it('a retail key is activated again where it was, and refused where it was not', async () => {
    const activate = async (host: string) => {
      const session = await lab.connect({ host })
      await typeKey(session, labKeys.fabrikamRetailServer.key)
      return hresultOf(session.call(String((await windowsProduct(lab, host))['__RELPATH']), 'Activate'))
    }
    expect(await activate('retail02')).toBeUndefined()
    expect(await activate('kms03')).toBe(0xc004c008)
  })

  it('an evaluation runs for 180 days', async () => {
    const session = await lab.connect({ host: 'eval01' })
    await session.call(String((await windowsProduct(lab, 'eval01'))['__RELPATH']), 'Activate')
    expect((await windowsProduct(lab, 'eval01'))['GracePeriodRemaining']).toBe(180 * 1440)
  })
})
