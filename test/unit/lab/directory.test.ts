import { describe, expect, it } from 'vitest'
import { labKeys } from '../../../src-main/lab/fictional-keys.ts'
import type { Lab, LabSession } from '../../../src-main/lab/open-lab.ts'
import { hresultOf, quickFabrikam, typeKey } from './fabrikam-fixture.ts'
import { connectTo, keyedProduct, pathOf, service } from './lab-fixture.ts'

const hostKey = labKeys.fabrikamHost2025.key

const call = async (
  session: LabSession,
  method: string,
  input: Record<string, string>,
): Promise<Record<string, unknown>> => ({
  ...(await session.call(pathOf(await service(session)), method, input)),
})
const online = (session: LabSession, key: string, name = ''): Promise<unknown> =>
  call(session, 'DoActiveDirectoryOnlineActivation', { ProductKey: key, ActivationObjectName: name })
const activate = async (session: LabSession): Promise<number | undefined> =>
  hresultOf(session.call(pathOf(await keyedProduct(session)), 'Activate'))
const objectsOf = (lab: Lab, root = 'corp.fabrikam.test'): readonly string[] =>
  Object.values(lab.state().network.forests[root]?.activationObjects ?? {}).map(({ objectName }) => objectName)

describe('an activation object', () => {
  it('made online serves the members of the domain, also those that the KMS host is too old for', async () => {
    const lab = quickFabrikam()
    const client = await connectTo(lab, 'app25')
    expect(await activate(client)).toBe(0xc004f042)
    await online(await connectTo(lab, 'dc01'), hostKey, 'Fabrikam volume')
    expect(objectsOf(lab)).toEqual(['Fabrikam volume'])
    expect(lab.state().network.activations[labKeys.fabrikamHost2025.id]).toEqual({ dc01: 1 })
    expect(await activate(client)).toBeUndefined()
    expect(await keyedProduct(client)).toMatchObject({
      LicenseStatus: 1,
      GracePeriodRemaining: 180 * 24 * 60,
      VLActivationType: 1,
      ADActivationObjectName: 'Fabrikam volume',
      ADActivationObjectDN:
        'CN=Fabrikam volume,CN=Activation Objects,CN=Microsoft SPP,CN=Services,CN=Configuration,DC=corp,DC=fabrikam,DC=test',
    })
  })

  it('made by telephone takes the confirmation ID for its installation ID alone', async () => {
    const lab = quickFabrikam()
    const session = await connectTo(lab, 'kms02')
    const { InstallationID } = await call(session, 'GenerateActiveDirectoryOfflineActivationId', {
      ProductKey: hostKey,
    })
    expect(String(InstallationID)).toMatch(/^\d{63}$/)
    const deposit = (confirmation: string): Promise<unknown> =>
      call(session, 'DepositActiveDirectoryOfflineActivationConfirmation', {
        ProductKey: hostKey,
        ConfirmationID: confirmation,
        ActivationObjectName: 'By telephone',
      })
    expect(await hresultOf(deposit('123'))).toBe(0xc004f02c)
    expect(await hresultOf(deposit('0'.repeat(48)))).toBe(0xc004f031)
    expect(objectsOf(lab)).toEqual([])
    await deposit(lab.confirmationIdFor(String(InstallationID)))
    expect(objectsOf(lab)).toEqual(['By telephone'])
    expect(JSON.stringify(lab.calls())).not.toContain(lab.confirmationIdFor(String(InstallationID)))
  })

  it.each([
    ['a key that nobody knows', 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA', 0xc004f050],
    ['a multiple activation key', labKeys.fabrikamMak.key, 0xc004f07d],
  ])('is not made with %s', async (_what, key, code) => {
    const lab = quickFabrikam()
    expect(await hresultOf(online(await connectTo(lab, 'dc01'), key))).toBe(code)
    expect(objectsOf(lab)).toEqual([])
  })

  it('is refused with a name over 40 characters, and named after its key without one', async () => {
    const lab = quickFabrikam()
    const session = await connectTo(lab, 'dc01')
    expect(await hresultOf(online(session, hostKey, 'n'.repeat(41)))).toBe(0xc004f082)
    await online(session, hostKey)
    const [name = ''] = objectsOf(lab)
    expect(name.length).toBeGreaterThan(0)
    expect(name.length).toBeLessThanOrEqual(40)
  })

  it('needs a domain, and an account that may write the container', async () => {
    const lab = quickFabrikam()
    const user = { user: 'WORK01\\Administrator', password: 'Rehearsal-Only-3' }
    const alone = await lab.connect({ host: 'work01', ...user })
    expect(await hresultOf(online(alone, hostKey))).toBe(0x8007054b)
    const helpdesk = { user: 'FABRIKAM\\helpdesk', password: 'Rehearsal-Only-6' }
    const client = await lab.connect({ host: 'pc01', ...helpdesk })
    expect(await hresultOf(online(client, hostKey))).toBe(0x80070005)
    expect(await hresultOf(call(client, 'GenerateActiveDirectoryOfflineActivationId', { ProductKey: hostKey }))).toBe(
      0x80070005,
    )
    expect(objectsOf(lab)).toEqual([])
  })

  it('serves nobody outside its forest, and no product that its key does not reach', async () => {
    const lab = quickFabrikam()
    await online(await connectTo(lab, 'plant01'), labKeys.fabrikamHostClients.key, 'Clients')
    expect(objectsOf(lab, 'plant.fabrikam.test')).toEqual(['Fabrikam plant', 'Clients'])
    const corp = await connectTo(lab, 'pc01')
    await corp.call(pathOf(await keyedProduct(corp)), 'SetVLActivationTypeEnabled', { ActivationType: 1 })
    expect(await activate(corp)).toBe(0xc004f081)
  })
})

describe('product keys', () => {
  it('take the place of the earlier key of Windows, and leave Office alone', async () => {
    const session = await connectTo(quickFabrikam(), 'office01')
    await typeKey(session, labKeys.fabrikamMak.key)
    const rows = await session.query(
      'SELECT Description, LicenseStatus FROM SoftwareLicensingProduct WHERE PartialProductKey <> null',
    )
    const kinds = rows.map((row) => [String(row['Description']).split(', ')[1], row['LicenseStatus']])
    expect(kinds).toEqual([
      ['VOLUME_KMSCLIENT channel', 1],
      ['VOLUME_MAK channel', 5],
    ])
  })

  it('are uninstalled one by one; a host then listens no more', async () => {
    const lab = quickFabrikam()
    const host = await connectTo(lab, 'kms01')
    const rows = await host.query('SELECT * FROM SoftwareLicensingProduct WHERE IsKeyManagementServiceMachine = 1')
    expect(rows).toHaveLength(2)
    await host.call(pathOf(rows[0] ?? {}), 'UninstallProductKey')
    expect(await lab.probe('kms01', 1688)).toMatchObject({ outcome: 'open' })
    await host.call(pathOf(rows[1] ?? {}), 'UninstallProductKey')
    expect(await lab.probe('kms01', 1688)).toMatchObject({ outcome: 'refused' })
    expect(await hresultOf(host.call(pathOf(rows[1] ?? {}), 'UninstallProductKey'))).toBe(0xc004f014)
    expect(await hresultOf(host.call(pathOf(rows[1] ?? {}), 'Activate'))).toBe(0xc004f014)
  })

  it.each([
    ['of another edition', labKeys.fabrikamMakServer.key, 0xc004f069],
    ['that nobody knows', 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA', 0xc004f050],
    ['of another version', '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH', 0xc004f050],
  ])('%s are refused, and the earlier one stays', async (_what, key, code) => {
    const session = await connectTo(quickFabrikam(), 'pc01')
    const before = await keyedProduct(session)
    expect(await hresultOf(typeKey(session, key))).toBe(code)
    expect(await keyedProduct(session)).toMatchObject({
      ID: before['ID'],
      LicenseStatus: 1,
      PartialProductKey: before['PartialProductKey'],
    })
  })

  it('for multiple activation are spent online, and refused when the count is used up', async () => {
    const lab = quickFabrikam()
    for (const host of ['pc01', 'pc02', 'twin01', 'twin02']) {
      const session = await connectTo(lab, host)
      await typeKey(session, labKeys.fabrikamMak.key)
      expect(await activate(session)).toBeUndefined()
      expect(await keyedProduct(session)).toMatchObject({ LicenseStatus: 1, GracePeriodRemaining: 0 })
    }
    const last = await connectTo(lab, 'pc04')
    await typeKey(last, labKeys.fabrikamMak.key)
    expect(await activate(last)).toBe(0xc004c020)
    const { OfflineInstallationId, ...row } = await keyedProduct(last)
    await last.call(pathOf(row), 'DepositOfflineConfirmationId', {
      InstallationId: String(OfflineInstallationId),
      ConfirmationId: lab.confirmationIdFor(String(OfflineInstallationId)),
    })
    expect(await keyedProduct(last)).toMatchObject({ LicenseStatus: 1 })
  })

  it('can be cleared from the registry, and the licence stays', async () => {
    const lab = quickFabrikam()
    const session = await connectTo(lab, 'pc01')
    expect(lab.state().computers['pc01']?.licensing.keyInRegistry).toBe(true)
    await call(session, 'ClearProductKeyFromRegistry', {})
    expect(lab.state().computers['pc01']?.licensing.keyInRegistry).toBe(false)
    expect(await keyedProduct(session)).toMatchObject({ LicenseStatus: 1 })
    expect(await call(session, 'RefreshLicenseStatus', {})).toMatchObject({ ReturnValue: 0 })
  })
})
