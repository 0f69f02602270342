import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { activateKmsClient } from '../../../src-main/actions/activate-kms-client.ts'
import { activateOnline } from '../../../src-main/actions/activate-online.ts'
import { clearClientHost } from '../../../src-main/actions/clear-client-host.ts'
import { setActivationEnabled } from '../../../src-main/actions/client-switches.ts'
import { readSnapshot } from '../../../src-main/actions/licensing-reader.ts'
import { clearLookupDomain, setLookupDomain } from '../../../src-main/actions/lookup-domain.ts'
import { setActivationType } from '../../../src-main/actions/set-activation-type.ts'
import { setClientHost } from '../../../src-main/actions/set-client-host.ts'
import type { Lab } from '../../../src-main/lab/open-lab.ts'
import { failureOf, labTarget, perform, quickLab } from './lab-actions.ts'

const windows = { activationId: null }
const service = 'SELECT * FROM SoftwareLicensingService'
const keyed = 'SELECT * FROM SoftwareLicensingProduct WHERE PartialProductKey <> NULL'
const text = (wanted: string): string => expect.stringContaining(wanted) as string
let lab: Lab
beforeEach(() => {
  lab = quickLab('fabrikam-2025')
})
afterEach(() => lab.close())

describe('settings that Windows 8 and later have', () => {
  it('look for KMS hosts in a domain of choice, and back', async () => {
    const pc = labTarget(lab, 'pc01')
    const params = { domain: 'plant.fabrikam.test.', activationId: null }
    const { outcome } = await perform(setLookupDomain, pc, params)
    expect(outcome).toBe('The lookup domain is plant.fabrikam.test; it was not set before.')
    expect(await pc.row(service)).toMatchObject({ KeyManagementServiceLookupDomain: 'plant.fabrikam.test' })
    await perform(clearLookupDomain, pc, windows)
    expect(await pc.row(service)).toMatchObject({ KeyManagementServiceLookupDomain: null })
  })

  it.each([
    ['', 'The domain is empty.'],
    ['_vlmcs._tcp.contoso.test', 'is the name of the SRV record'],
    ['10.1.2.3', 'is an IP address'],
  ])('refuse the domain "%s"', async (domain, message) => {
    expect(await setLookupDomain.check?.(labTarget(lab, 'pc01').context, { domain, activationId: null })).toMatchObject(
      [{ level: 'problem', field: 'domain', message: text(message) }],
    )
  })

  it('say that a fixed host wins over the domain, and the domain follows when it is cleared', async () => {
    const pc = labTarget(lab, 'pc01')
    await perform(setLookupDomain, pc, { domain: 'plant.fabrikam.test', activationId: null })
    const { outcome } = await perform(setClientHost, pc, { host: 'kms01', port: null, activationId: null })
    expect(outcome).toContain('The lookup domain plant.fabrikam.test is set as well')
    expect((await perform(clearClientHost, pc, windows)).outcome).toContain('in the lookup domain plant.fabrikam.test')
  })

  it.each(['kms', 'active-directory', 'token', 'all'] as const)(
    'allow %s for the computer and read it back',
    async (type) => {
      const pc = labTarget(lab, 'pc01')
      const { result } = await perform(setActivationType, pc, { type, activationId: null })
      expect(result.after).toEqual({ type })
    },
  )

  it('allow a way for one product alone', async () => {
    const pc = labTarget(lab, 'pc01')
    const { ID: id } = await pc.row(keyed)
    const { outcome } = await perform(setActivationType, pc, { type: 'kms', activationId: String(id) })
    expect(outcome).toBe('What is allowed is activation by KMS alone; it was activation by all ways before.')
    expect(await pc.row(keyed)).toMatchObject({ VLActivationTypeEnabled: 2 })
  })

  it('lack the switch of Windows 7, which is said before it is tried', async () => {
    expect(await setActivationEnabled.check?.(labTarget(lab, 'pc01').context, { enabled: false })).toMatchObject([
      { check: 'needs-version', message: text('Only Windows 7 and Windows Server 2008 R2') },
    ])
  })
})

describe('activating', () => {
  it('renews a KMS client that is activated already', async () => {
    const pc = labTarget(lab, 'pc03')
    const { result, before } = await perform(activateKmsClient, pc, windows)
    expect(result).toMatchObject({ activatedNow: true, graceMinutes: 259_200 })
    expect(before.graceMinutes).toBeLessThan(259_200)
    expect(await activateKmsClient.settle(pc.context, windows, before)).toMatchObject({ state: 'done' })
  })

  it('names Active Directory where that activated the computer', async () => {
    const { outcome, result } = await perform(activateKmsClient, labTarget(lab, 'plant01'), windows)
    expect(result).toMatchObject({ activatedBy: 'active-directory' })
    expect(outcome).toContain('is activated by Active Directory for 259,200 minutes (180 days), until')
  })

  it('stops where tokens alone are allowed', async () => {
    const token = labTarget(lab, 'token01')
    for (const action of [activateKmsClient, activateOnline]) {
      expect(await action.check?.(token.context, windows)).toMatchObject([
        { level: 'problem', message: text('by token alone') },
      ])
    }
    expect(await failureOf(perform(activateKmsClient, token, windows))).toMatchObject({
      error: { message: text('by token alone') },
    })
    expect(token.count('Activate')).toBe(0)
    const planned = { ...token.context, planned: new Set(['kms-client.set-activation-type']) }
    expect(await activateKmsClient.check?.(planned, windows)).toEqual([])
  })

  it('tells that the fixed host is gone', async () => {
    expect(await failureOf(perform(activateKmsClient, labTarget(lab, 'fixed01'), windows))).toMatchObject({
      error: { code: 'licensing-refused', message: text('Windows answered 0xC004F074'), hresult: 0x800706ba },
    })
  })

  it('tells the clock of a client that is five hours off', async () => {
    expect(await failureOf(perform(activateKmsClient, labTarget(lab, 'clock01'), windows))).toMatchObject({
      error: { hresult: 0xc004f06c, message: text('The request carried the time') },
    })
  })

  it('activates Office apart from Windows by its activation ID', async () => {
    const office = labTarget(lab, 'office02')
    const session = await office.context.session('root\\cimv2')
    const row = (await session.query(keyed)).find(({ Name: name }) => String(name).includes('Office'))
    const { outcome } = await perform(activateKmsClient, office, { activationId: String(row?.['ID']) })
    expect(outcome).toMatch(/^Office.* is activated by the KMS host /)
  })
})

describe('the snapshot', () => {
  it('shows what Windows 11 can do and what is set', async () => {
    const { context } = labTarget(lab, 'fixed01')
    expect(await readSnapshot(context)).toMatchObject({
      abilities: { lookupDomain: true, activationType: true, productRearm: true, activationSwitch: false },
      kmsClient: { port: 1688, hostCaching: true, activationDisabled: null },
      products: [{ activationType: 'all', productRearmsLeft: expect.any(Number) as number }],
    })
  })

  it('shows what Windows 7 lacks as null', async () => {
    const old = quickLab('contoso-2009')
    expect(await readSnapshot(labTarget(old, 'pc001').context)).toMatchObject({
      abilities: { lookupDomain: false, activationType: false, productRearm: false, activationSwitch: true },
      kmsClient: { lookupDomain: null, discoveredAddress: null, activationDisabled: false },
      products: [{ activationType: null, productRearmsLeft: null }],
      dnsSuffixes: ['corp.contoso.test'],
    })
    old.close()
  })
})
