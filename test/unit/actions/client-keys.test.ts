import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clearProductKey } from '../../../src-main/actions/clear-product-key.ts'
import { depositConfirmationId } from '../../../src-main/actions/deposit-confirmation-id.ts'
import { installProductKey } from '../../../src-main/actions/install-product-key.ts'
import { markerName } from '../../../src-main/actions/kms-version-marker.ts'
import { readInstallationId } from '../../../src-main/actions/read-installation-id.ts'
import { uninstallProductKey } from '../../../src-main/actions/uninstall-product-key.ts'
import type { Lab } from '../../../src-main/lab/open-lab.ts'
import { isLabKey } from '../../../src-main/lab/open-lab.ts'
import { openRegistry } from '../../../src-main/actions/std-reg-prov.ts'
import { makeContosoHost } from '../lab/contoso-fixture.ts'
import { failureOf, labTarget, perform, quickLab } from './lab-actions.ts'

const mak = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-M8KCT'
const enterpriseKey = '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH'
const professionalKey = 'FJ82H-XT6CR-J8D7P-XQJJ2-GPDD4'
const windows = { activationId: null }
const keyed = 'SELECT * FROM SoftwareLicensingProduct WHERE PartialProductKey <> NULL'
const text = (wanted: string): string => expect.stringContaining(wanted) as string
const setup = { setupKey: enterpriseKey, lastFive: 'HVTHH', purpose: 'kms-client' } as const
const toMak = { key: 'mak', lastFive: 'M8KCT', purpose: 'mak' } as const

let lab: Lab
beforeEach(() => {
  lab = quickLab('contoso-2009')
})
afterEach(() => lab.close())

describe('a client setup key', () => {
  it('stands in the parameters in clear, needs no secret, and makes a MAK computer a KMS client', async () => {
    const target = labTarget(lab, 'mak01')
    const params = installProductKey.params.parse(setup)
    expect(installProductKey.secrets?.(params)).toEqual([])
    expect(installProductKey.equivalent(params, { place: 'this-computer' })).toBe(`slmgr.vbs /ipk ${enterpriseKey}`)
    const { result } = await perform(installProductKey, target, params)
    expect(result).toMatchObject({ kind: 'kms-client', installedNow: true })
    expect(await target.row(keyed)).toMatchObject({ PartialProductKey: 'HVTHH' })
  })

  it.each([
    ['any other key', { ...setup, setupKey: mak, lastFive: 'M8KCT' }],
    ['both a key and a secret', { ...setup, key: 'setupKey' }],
    ['neither', { lastFive: 'HVTHH', purpose: 'kms-client' }],
    ['the end of another key', { ...setup, lastFive: 'GPDD4' }],
  ])('is never %s', (_, params) => {
    expect(installProductKey.params.safeParse(params).success).toBe(false)
  })

  it('of another edition is refused with the edition that runs and the key that fits', async () => {
    const target = labTarget(lab, 'pc001')
    const params = { setupKey: professionalKey, lastFive: 'GPDD4', purpose: 'kms-client' } as const
    expect(await failureOf(perform(installProductKey, target, params))).toMatchObject({
      error: {
        hresult: 0xc004f069,
        message: text('Windows refused the client setup key ending in GPDD4, because it is not for '),
        remedy: text(enterpriseKey),
      },
    })
    expect(await target.row(keyed)).toMatchObject({ PartialProductKey: 'HVTHH' })
  })
})

describe('a multiple activation key', () => {
  it('says that its activation is spent later, and is compared with what it was installed for', async () => {
    const target = labTarget(lab, 'pc001')
    target.secrets.set('mak', mak)
    const findings = await installProductKey.check?.(target.context, toMak)
    expect(findings).toContainEqual(expect.objectContaining({ check: 'mak-activation', level: 'info' }))
    const { result, before } = await perform(installProductKey, target, toMak)
    expect(result).toMatchObject({ kind: 'mak' })
    expect(JSON.stringify([result, before])).not.toContain('F4K3Y')
    expect(isLabKey(mak)).toBe(true)
  })

  it('that proves to be a host key is an error with the way back, also after a kill', async () => {
    const target = labTarget(lab, 'kms01')
    target.secrets.set('mak', 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CTB')
    const params = { key: 'mak', lastFive: 'H8CTB', purpose: 'mak' } as const
    const before = await installProductKey.before(target.context, params)
    const failed = await failureOf(installProductKey.run(target.context, params, before))
    expect(failed).toMatchObject({
      error: {
        message: text('is no multiple activation key (MAK)'),
        remedy: text('To go back, install the client setup'),
      },
    })
    expect(await installProductKey.settle(target.context, params, before)).toMatchObject({ state: 'not-done' })
    expect(target.count('InstallProductKey')).toBe(1)
  })
})

describe('uninstalling a key', () => {
  it('takes the Windows key away once and is found done after a kill', async () => {
    const target = labTarget(lab, 'pc001')
    const before = await uninstallProductKey.before(target.context, windows)
    expect(await uninstallProductKey.settle(target.context, windows, before)).toMatchObject({ state: 'not-done' })
    const result = await uninstallProductKey.run(target.context, windows, before)
    expect(uninstallProductKey.outcome(result)).toMatch(/^The key ending in HVTHH of Windows.* is uninstalled\.$/)
    expect(await target.row(keyed)).toEqual({})
    expect(await uninstallProductKey.settle(target.context, windows, before)).toMatchObject({ state: 'done' })
    await uninstallProductKey.run(target.context, windows, before)
    expect(target.count('UninstallProductKey')).toBe(1)
  })

  it('takes the mark of a KMS host away with its key', async () => {
    await makeContosoHost(lab)
    const target = labTarget(lab, 'kms01')
    const path = String.raw`SOFTWARE\Microsoft\Windows NT\CurrentVersion\SoftwareProtectionPlatform`
    const registry = openRegistry(await target.context.session('root\\default'), target.context.signal)
    await registry.set(path, markerName, '6.1')
    await perform(uninstallProductKey, target, windows)
    expect(await registry.string(path, markerName)).toBeNull()
  })

  it.each([
    ['nonsense', 'invalid-input'],
    ['11111111-2222-3333-4444-555555555555', 'not-found'],
  ])('is refused for the activation ID %s', async (activationId, code) => {
    const target = labTarget(lab, 'pc001')
    const [finding] = (await uninstallProductKey.check?.(target.context, { activationId })) ?? []
    expect(finding).toMatchObject({ level: 'problem', field: 'activationId', message: text(activationId) })
    expect(await failureOf(perform(uninstallProductKey, target, { activationId }))).toMatchObject({ error: { code } })
    expect(target.count('UninstallProductKey')).toBe(0)
  })

  it('leaves Office alone unless its activation ID is given', async () => {
    const other = quickLab('fabrikam-2025')
    const target = labTarget(other, 'office01')
    const { before } = await perform(uninstallProductKey, target, windows)
    expect(before.keys).toHaveLength(1)
    const left = await target.row(keyed)
    expect(left['Name']).toContain('Office')
    const { outcome } = await perform(uninstallProductKey, target, { activationId: String(left['ID']) })
    expect(outcome).toContain('Office')
    expect(await target.row(keyed)).toEqual({})
    other.close()
  })
})

describe('the key in the registry', () => {
  it('is removed without changing the licence', async () => {
    const target = labTarget(lab, 'mak01')
    const status = await target.row(keyed)
    const { outcome } = await perform(clearProductKey, target, {})
    expect(outcome).toContain('removed the product key from the registry')
    expect(await target.row(keyed)).toMatchObject({ LicenseStatus: status['LicenseStatus'] })
    expect(target.count('ClearProductKeyFromRegistry')).toBe(1)
  })
})

describe('the telephone without the end of a key', () => {
  it('activates Windows by its installation ID', async () => {
    const target = labTarget(lab, 'mak02')
    const { result } = await perform(readInstallationId, target, windows)
    target.secrets.set('confirmationId', lab.confirmationIdFor(result.installationId))
    expect((await perform(depositConfirmationId, target, windows)).result).toMatchObject({ status: 'licensed' })
  })

  it('names an activation ID that is none', async () => {
    const target = labTarget(lab, 'mak02')
    for (const action of [readInstallationId, depositConfirmationId])
      expect(await action.check?.(target.context, { activationId: 'x' })).toMatchObject([
        { level: 'problem', field: 'activationId', message: text('"x" is no activation ID') },
      ])
  })
})
