import { afterEach, describe, expect, it } from 'vitest'
import type { ConvertComputerDraft } from '../../../src-main/contract/models/conversion.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import { methodCounts, startLabApp, type LabApp } from './lab-world.ts'

const mak = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-M8KCT'
const notPublished = 'BCDFG-HJKMP-QRTVW-XY234-67892'
type Conversion = ConvertComputerDraft['conversion']

let app: LabApp
afterEach(() => app.close())

const start = (scenario = 'contoso-2009') => {
  app = startLabApp((site) => site, scenario)
  const key = (value: string) => app.vault.put('product-key', value).ref
  const propose = (host: string, conversion: Conversion, overruled: string[] = []) =>
    app.plans.propose({ wizard: 'convert-computer', target: { place: 'lab', scenario, host }, conversion, overruled })
  return { key, propose }
}
const run = async ({ planId, digest }: PlanView): Promise<PlanView> => {
  app.plans.commit({ planId, digest })
  await app.plans.idle()
  return app.plans.get(planId).plan
}
const kinds = ({ steps }: PlanView) => steps.map(({ kind }) => kind)
const suggested = { from: 'suggested' } as const

describe('to a KMS client', () => {
  it('installs the setup key of the edition in clear, and asks the KMS host', async () => {
    const { propose } = start('fabrikam-2025')
    const plan = await propose('MAK01', { direction: 'mak-to-kms', setupKey: suggested })
    expect(kinds(plan)).toEqual(['licensing.read-snapshot', 'product-key.install', 'kms-client.activate'])
    expect(plan.steps[1]?.equivalent).toBe('slmgr.vbs MAK01 /ipk NPPR9-FWDCX-D2C8J-H872K-2YT43')
    expect(plan.title).toBe('Convert MAK01 from MAK to KMS client')
    expect((await run(plan)).state).toBe('done')
  })

  it('is done where no KMS host answers, and says what is open, that Windows asks again, and what to do', async () => {
    const { propose } = start()
    const plan = await run(await propose('MAK01', { direction: 'mak-to-kms', setupKey: suggested }))
    expect(plan).toMatchObject({ state: 'done', error: null })
    expect(plan.steps.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    const activation = plan.steps[2]
    expect(activation?.note).toMatch(/has its key, but is not activated yet\. 0x8007232B.*every two hours/)
    expect(activation?.error).toMatchObject({ code: 'activation-pending', hresult: 0x8007232b })
    expect(activation?.error?.message).toMatch(/^The key is installed, and only the activation waits for a KMS host\./)
    expect(activation?.error?.remedy).toContain('Publish a KMS host')
    const [finished, done] = app.store.read({ before: null, limit: 2 })
    expect(finished).toMatchObject({
      event: 'finished',
      outcome: expect.stringContaining('not activated yet') as string,
    })
    expect(done).toMatchObject({ event: 'done', outcome: activation?.note, error: { code: 'activation-pending' } })
  })

  it('leaves the activation out where it is left for later, and reminds of licences after retail', async () => {
    const { propose } = start()
    const plan = await propose('RETAIL01', { direction: 'retail-to-kms', setupKey: suggested, activateNow: false })
    expect(kinds(plan)).toEqual(['licensing.read-snapshot', 'product-key.install'])
    const checks = plan.findings.map(({ check }) => check)
    expect(checks).toEqual(expect.arrayContaining(['volume-licences', 'activates-by-itself']))
    expect((await run(plan)).state).toBe('done')
  })

  it('closes the firewall and restarts the service of a former KMS host, and speaks of its record', async () => {
    const { propose } = start()
    const session = await app.lab.connect({ host: 'KMS01', namespace: 'root\\cimv2' })
    const service = 'SoftwareLicensingService.Version="6.1.7600.16385"'
    await session.call(service, 'InstallProductKey', { ProductKey: 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CTB' })
    const conversion = { direction: 'host-to-client', setupKey: suggested, activateNow: false } as const
    const plan = await propose('KMS01', conversion)
    expect(kinds(plan).slice(1)).toEqual(['product-key.install', 'firewall.close-kms', 'service.restart-licensing'])
    expect(plan.findings.find(({ check }) => check === 'record-stays')?.remedy).toContain('Publish KMS in DNS')
    const open = await propose('KMS01', { ...conversion, closeFirewall: false })
    expect(kinds(open)).not.toContain('firewall.close-kms')
    expect((await run(plan)).state).toBe('done')
  })

  it('leaves the firewall open where the computer goes on serving Office, and says so', async () => {
    const { propose } = start('fabrikam-2025')
    const plan = await propose('KMS01', { direction: 'host-to-client', setupKey: suggested, activateNow: false })
    expect(kinds(plan).slice(1)).toEqual(['product-key.install', 'service.restart-licensing'])
    const checks = plan.findings.map(({ check }) => check)
    expect(checks).toContain('stays-host')
    expect(checks).not.toContain('record-stays')
    expect((await run(plan)).state).toBe('done')
  })

  it('refuses a setup key of another edition, and one that is no key of the list', async () => {
    const { propose } = start()
    const published = (key: string) =>
      propose('MAK01', { direction: 'mak-to-kms', setupKey: { from: 'published', key } })
    await expect(published('FJ82H-XT6CR-J8D7P-XQJJ2-GPDD4')).rejects.toMatchObject({
      error: {
        code: 'invalid-input',
        field: 'setupKey',
        message: expect.stringContaining(
          'Windows 7 Professional, but the computer runs Windows 7 Enterprise',
        ) as string,
      },
    })
    await expect(published(notPublished)).rejects.toMatchObject({ error: { field: 'setupKey' } })
  })

  it('takes a typed key that is not published only from somebody who overruled the doubt, and as a secret', async () => {
    const { key, propose } = start()
    const conversion = { direction: 'mak-to-kms', setupKey: { from: 'typed', ref: key(notPublished) } } as const
    await expect(propose('MAK01', conversion)).rejects.toMatchObject({
      error: { field: 'setupKey', message: expect.stringContaining('67892') as string },
    })
    const plan = await propose('MAK01', conversion, ['key-not-published'])
    expect(plan.steps[1]?.equivalent).toBe('slmgr.vbs MAK01 /ipk XXXXX-XXXXX-XXXXX-XXXXX-67892')
    expect(JSON.stringify(plan)).not.toContain('BCDFG')
  })

  it('takes a published key that was typed for what it is', async () => {
    const { key, propose } = start()
    const ref = key('setup key: 33pxh7y6kf2vjc9xbbr8hvthh')
    const plan = await propose('MAK01', { direction: 'mak-to-kms', setupKey: { from: 'typed', ref } })
    expect(plan.steps[1]?.equivalent).toContain('/ipk 33PXH-7Y6KF-2VJC9-XBBR8-HVTHH')
  })
})

describe('to a MAK', () => {
  it('says that an activation is spent, spends one, and writes the key nowhere', async () => {
    const { key, propose } = start()
    const plan = await propose('PC001', { direction: 'kms-to-mak', mak: key(mak) })
    expect(kinds(plan)).toEqual(['licensing.read-snapshot', 'product-key.install', 'product.activate-online'])
    expect(plan.findings.find(({ check }) => check === 'activation-spent')?.level).toBe('warning')
    expect((await run(plan)).state).toBe('done')
    expect(methodCounts(app.lab, 'pc001')).toMatchObject({ InstallProductKey: 1, Activate: 1 })
    expect(JSON.stringify(app.store.read({ before: null, limit: 100 }))).not.toContain('F4K3Y')
  })

  it('spends nothing where the activation is left for later', async () => {
    const { key, propose } = start()
    const plan = await propose('PC001', { direction: 'kms-to-mak', mak: key(mak), activation: 'later' })
    expect(plan.findings.map(({ check }) => check)).not.toContain('activation-spent')
    expect((await run(plan)).state).toBe('done')
    expect(methodCounts(app.lab, 'pc001')['Activate']).toBeUndefined()
  })

  it('waits for a confirmation ID by telephone', async () => {
    const { key, propose } = start()
    const plan = await propose('PC001', { direction: 'kms-to-mak', mak: key(mak), activation: 'telephone' })
    expect((await run(plan)).state).toBe('waiting-for-input')
  })

  it('refuses a published setup key, a secret of another kind and a reference that means nothing', async () => {
    const { key, propose } = start()
    const withMak = (ref: string) => propose('PC001', { direction: 'kms-to-mak', mak: ref })
    const atMak = { error: { field: 'mak' } }
    await expect(withMak(key('33PXH-7Y6KF-2VJC9-XBBR8-HVTHH'))).rejects.toMatchObject(atMak)
    await expect(withMak(app.vault.put('password', mak).ref)).rejects.toMatchObject(atMak)
    await expect(withMak('secret:0e0b4c1c-6d3f-4f43-9d55-0b6f7bb3a111')).rejects.toMatchObject({
      error: { code: 'secret-missing' },
    })
  })

  it('ends before the activation where Windows refuses the key of another edition', async () => {
    const { key, propose } = start('fabrikam-2025')
    const serverMak = key('F4K3Y-F4K3Y-F4K3Y-F4K3Y-MNFRV')
    const end = await run(await propose('PC01', { direction: 'kms-to-mak', mak: serverMak }))
    expect(end.state).toBe('failed')
    expect(end.error).toMatchObject({ hresult: 0xc004f069 })
    expect(methodCounts(app.lab, 'pc01')['Activate']).toBeUndefined()
  })
})

it('a direction that does not fit what is installed is refused with the reason', async () => {
  const { key, propose } = start()
  await expect(propose('MAK01', { direction: 'kms-to-mak', mak: key(mak) })).rejects.toMatchObject({
    error: { field: 'direction', message: expect.stringContaining('This is for a KMS client') as string },
  })
})

it('a computer that does not answer is named, and nothing is planned', async () => {
  const { propose } = start()
  await expect(propose('ASLEEP01', { direction: 'mak-to-kms', setupKey: suggested })).rejects.toMatchObject({
    error: { target: 'ASLEEP01' },
  })
})
