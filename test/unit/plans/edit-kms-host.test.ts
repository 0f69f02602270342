import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { HostChange, HostRegistryValue } from '../../../src-main/contract/models/kms-host-settings.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { methodCounts, startLabApp, type LabApp } from './lab-world.ts'

// A Lab works in real time, which a busy machine stretches.
vi.setConfig({ testTimeout: 60_000 })

const contosoHostKey = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CTB'
const host: TargetRef = { place: 'lab', scenario: 'contoso-2009', host: 'KMS01' }
const own = { domain: 'corp.contoso.test', priority: 0, weight: 0 }
const refusing = { domain: 'factory.contoso.test', priority: 0, weight: 0 }

let app: LabApp
beforeEach(() => {
  app = startLabApp((site) => site, 'contoso-2009')
})
afterEach(() => app.close())

const finish = async (plan: PlanView): Promise<PlanView> => {
  for (const consent of plan.consents) app.plans.consent({ planId: plan.planId, digest: plan.digest, consent })
  app.plans.commit(plan)
  await app.plans.idle()
  return app.plans.get(plan.planId).plan
}
const setUp = async (): Promise<PlanView> =>
  finish(
    await app.plans.propose({
      wizard: 'set-up-kms-host',
      target: host,
      hostKey: app.vault.put('product-key', contosoHostKey).ref,
      overruled: [],
      openFirewall: true,
    }),
  )
const propose = (change: HostChange, target = host) => app.plans.propose({ wizard: 'edit-kms-host', target, change })
const kinds = ({ steps }: PlanView) => steps.map(({ kind }) => kind)
const restartAndVerify = ['service.restart-licensing', 'kms-host.verify']

describe('one change of a KMS host', () => {
  it.each<[string, HostChange, readonly string[]]>([
    [
      'a port gets its own firewall rule',
      { setting: 'port', port: 1700 },
      ['kms-host.set-port', 'firewall.allow-port', ...restartAndVerify],
    ],
    [
      'a port without the firewall',
      { setting: 'port', port: 1700, openFirewall: false },
      ['kms-host.set-port', ...restartAndVerify],
    ],
    [
      'the usual port gets the rule group',
      { setting: 'port', port: 1688 },
      ['kms-host.set-port', 'firewall.allow-kms', ...restartAndVerify],
    ],
    [
      'publishing off',
      { setting: 'dns-publishing', enabled: false },
      ['kms-host.set-dns-publishing', ...restartAndVerify],
    ],
    [
      'publishing on by the registry is looked for',
      { setting: 'dns-publishing', enabled: true, by: 'registry' },
      ['registry.set-values', 'service.restart-licensing', 'kms-host.verify-publishing', 'kms-host.verify'],
    ],
    [
      'a publish list',
      { setting: 'publish-list', domains: [own] },
      ['kms-host.set-publish-list', 'service.restart-licensing', 'kms-host.verify-publishing', 'kms-host.verify'],
    ],
    ['priority', { setting: 'priority', low: true }, ['kms-host.set-priority', ...restartAndVerify]],
    [
      'an interval',
      { setting: 'renewal-interval', minutes: 1440 },
      ['kms-host.set-renewal-interval', ...restartAndVerify],
    ],
    [
      'a .reg file with a port and a list',
      {
        setting: 'registry-values',
        values: [
          { name: 'KeyManagementServiceListeningPort', type: 'REG_SZ', data: '1700' },
          { name: 'DnsDomainPublishList', type: 'REG_MULTI_SZ', data: ['corp.contoso.test, 1, 2'] },
        ],
      },
      [
        'registry.set-values',
        'firewall.allow-port',
        'service.restart-licensing',
        'kms-host.verify-publishing',
        'kms-host.verify',
      ],
    ],
  ])('%s', async (_, change, expected) => {
    expect(kinds(await propose(change))).toEqual(expected)
  })

  it.each<[string, HostChange, string]>([
    ['port 0', { setting: 'port', port: 0 }, 'port'],
    ['interval 14', { setting: 'activation-interval', minutes: 14 }, 'activationInterval'],
    ['interval 43201', { setting: 'renewal-interval', minutes: 43_201 }, 'renewalInterval'],
    [
      'a bare label',
      { setting: 'publish-list', domains: [own, { ...own, domain: 'contoso' }] },
      'publishList[1].domain',
    ],
    [
      'a .reg file with port 70000',
      {
        setting: 'registry-values',
        values: [{ name: 'KeyManagementServiceListeningPort', type: 'REG_SZ', data: '70000' }],
      },
      'registryFile',
    ],
  ])('%s is refused by field', async (_, change, field) => {
    await expect(propose(change)).rejects.toMatchObject({ error: { code: 'invalid-input', field } })
  })

  it('of a computer that is no KMS host is a problem before anything is done', async () => {
    const { findings } = await propose({ setting: 'priority', low: true })
    expect(findings.find(({ level }) => level === 'problem')).toMatchObject({ check: 'kms-host-activated' })
  })
})

describe('on an activated host in the Lab', () => {
  it('a changed port is listened on after the restart, and its rule stands in the firewall once', async () => {
    expect(await setUp()).toMatchObject({ state: 'done', error: null })
    const first = await finish(await propose({ setting: 'port', port: 1700 }))
    expect(first).toMatchObject({ state: 'done', error: null })
    expect(app.plans.get(first.planId).report).toMatchObject({ port: { port: 1700, outcome: 'open' } })
    const before = methodCounts(app.lab)['Create']
    const second = await finish(await propose({ setting: 'port', port: 1700 }))
    expect(second.steps[1]?.note).toBe('The firewall had this rule already, and it is on.')
    expect(methodCounts(app.lab)['Create']).toBe(before)
  })

  it('a refusing zone ends in 12293 and no success, and the list before is in the journal', async () => {
    await setUp()
    const plan = await finish(await propose({ setting: 'publish-list', domains: [own, refusing] }))
    expect(plan.state).toBe('failed')
    const failed = plan.steps.find(({ state }) => state === 'failed')
    expect(failed).toMatchObject({ kind: 'kms-host.verify-publishing', error: { code: 'licensing-refused' } })
    expect(failed?.error?.message).toContain('12293')
    expect(failed?.error?.message).toContain('factory.contoso.test')
    expect(failed?.error?.message).not.toContain('corp.contoso.test (')
    expect(failed?.error?.remedy).toContain('security group')
    expect(plan.steps[0]?.note).toContain('DnsDomainPublishList: there was no such value before')
    const back = await finish(await propose({ setting: 'publish-list', domains: [] }))
    expect(back).toMatchObject({ state: 'done', error: null })
    expect(back.steps[0]?.note).toContain('factory.contoso.test, 0, 0')
  })

  it('every value of a .reg file is written once, and a second time none', async () => {
    await setUp()
    const values: HostRegistryValue[] = [
      { name: 'VLActivationInterval', type: 'REG_DWORD', data: 240 },
      { name: 'EnableKmsLowPriority', type: 'REG_DWORD', data: 1 },
      { name: 'DnsDomainPublishList', type: 'REG_MULTI_SZ', data: ['corp.contoso.test, 1, 2'] },
    ]
    const first = await finish(await propose({ setting: 'registry-values', values }))
    expect(first).toMatchObject({ state: 'done', error: null })
    const counts = methodCounts(app.lab)
    expect(counts).toMatchObject({ SetDWORDValue: 2, SetMultiStringValue: 1 })
    await finish(await propose({ setting: 'registry-values', values }))
    expect(methodCounts(app.lab)).toMatchObject({ SetDWORDValue: 2, SetMultiStringValue: 1 })
  })
})
