import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PlanView, SetUpKmsHostDraft } from '../../../src-main/contract/models/plan.ts'
import { labHostKey, labTarget, methodCounts, startLabApp, type LabApp } from './lab-world.ts'

// A Lab works in real time, which a busy machine stretches.
vi.setConfig({ testTimeout: 30_000 })

let app: LabApp
beforeEach(() => {
  app = startLabApp()
})
afterEach(() => app.close())

const draft = (changes: Partial<SetUpKmsHostDraft> = {}): SetUpKmsHostDraft => ({
  wizard: 'set-up-kms-host',
  target: labTarget,
  hostKey: app.vault.put('product-key', labHostKey).ref,
  overruled: [],
  openFirewall: true,
  ...changes,
})
const propose = (changes: Partial<SetUpKmsHostDraft> = {}) => app.plans.propose(draft(changes))
const kindsAfterProof = ({ steps }: PlanView): readonly string[] => steps.slice(3).map(({ kind }) => kind)
const run = async (plan: PlanView): Promise<PlanView> => {
  app.plans.consent({ planId: plan.planId, digest: plan.digest, consent: 'kms-key-warning' })
  app.plans.commit(plan)
  await app.plans.idle()
  return app.plans.get(plan.planId).plan
}
const northwind = { domain: 'corp.northwind.test', priority: 5, weight: 50 }
const everything: Partial<SetUpKmsHostDraft> = {
  port: 1700,
  activationInterval: 240,
  renewalInterval: 20_160,
  lowPriority: true,
  publishing: { mode: 'none' },
}

describe('the steps of the grown wizard', () => {
  const settings = [
    'kms-host.set-port',
    'kms-host.set-activation-interval',
    'kms-host.set-renewal-interval',
    'kms-host.set-priority',
    'kms-host.set-dns-publishing',
  ]
  const end = ['firewall.allow-port', 'service.restart-licensing', 'kms-host.verify']

  it('make settings after activation, and open a port of its own by its own rule', async () => {
    const plan = await propose(everything)
    expect(kindsAfterProof(plan)).toEqual(['product.activate-online', ...settings, ...end])
    expect(plan.deferred).toEqual([])
    expect(plan.steps.slice(4, 9).map(({ equivalent }) => equivalent)).toEqual([
      'slmgr.vbs KMS01 /sprt 1700',
      'slmgr.vbs KMS01 /sai 240',
      'slmgr.vbs KMS01 /sri 20160',
      'slmgr.vbs KMS01 /cpri',
      'slmgr.vbs KMS01 /cdns',
    ])
  })

  it('are the same by telephone, with the installation ID and the deposit instead', async () => {
    const plan = await propose({ ...everything, activation: 'telephone' })
    expect(kindsAfterProof(plan)).toEqual([
      'product.read-installation-id',
      'product.deposit-confirmation-id',
      ...settings,
      ...end,
    ])
    expect(plan.steps[4]?.equivalent).toBe('slmgr.vbs KMS01 /atp "[confirmation ID]"')
  })

  it('defer what Windows refuses where activation is left for later, each with its command', async () => {
    const plan = await propose({ ...everything, activation: 'later' })
    expect(kindsAfterProof(plan)).toEqual(end)
    expect(plan.deferred.map(({ title, equivalent }) => `${title}: ${equivalent}`)).toEqual([
      'TCP port 1700: slmgr.vbs KMS01 /sprt 1700',
      'Activation interval 4 hours: slmgr.vbs KMS01 /sai 240',
      'Renewal interval 14 days: slmgr.vbs KMS01 /sri 20160',
      'Low priority: slmgr.vbs KMS01 /cpri',
      'No publishing in DNS: slmgr.vbs KMS01 /cdns',
    ])
    expect(plan.deferred[0]?.reason).toMatch(/refuses this setting until the KMS host is activated/)
  })

  it('write the publish list before the restart and look for its events after it', async () => {
    const plan = await propose({ publishing: { mode: 'domains', domains: [northwind] } })
    expect(kindsAfterProof(plan)).toEqual([
      'product.activate-online',
      'kms-host.set-publish-list',
      'firewall.allow-kms',
      'service.restart-licensing',
      'kms-host.verify-publishing',
      'kms-host.verify',
    ])
    expect(plan.steps[4]?.equivalent).toContain('/t REG_MULTI_SZ /d "corp.northwind.test, 5, 50"')
  })

  it('write the publish list of a host that is not activated yet, and look for no events of it', async () => {
    const plan = await propose({ activation: 'later', publishing: { mode: 'domains', domains: [northwind] } })
    expect(kindsAfterProof(plan)).toEqual([
      'kms-host.set-publish-list',
      'firewall.allow-kms',
      'service.restart-licensing',
      'kms-host.verify',
    ])
  })
})

describe('a draft that cannot be carried out is refused by field', () => {
  const domains = (...list: { domain: string; priority?: number; weight?: number }[]) => ({
    publishing: {
      mode: 'domains' as const,
      domains: list.map((row) => ({ priority: 0, weight: 0, ...row })),
    },
  })
  it.each<[string, Partial<SetUpKmsHostDraft>, string]>([
    ['port 0', { port: 0 }, 'port'],
    ['port 70000', { port: 70_000 }, 'port'],
    ['activation interval 14', { activationInterval: 14 }, 'activationInterval'],
    ['renewal interval 43201', { renewalInterval: 43_201 }, 'renewalInterval'],
    ['an empty list', domains(), 'publishList'],
    ['a bare label', domains({ domain: 'contoso' }), 'publishList[0].domain'],
    ['a domain twice', domains(northwind, { domain: 'CORP.northwind.test.' }), 'publishList[1].domain'],
    ['weight 65536', domains({ domain: 'contoso.com', weight: 65_536 }), 'publishList[0].weight'],
    ['a trailing comma', domains({ domain: 'contoso.com,' }), 'publishList[0].domain'],
    ['a generation that does not exist', { hostKeyGeneration: 'windows-95' }, 'hostKeyGeneration'],
  ])('%s', async (_, changes, field) => {
    await expect(propose(changes)).rejects.toMatchObject({
      error: { code: 'invalid-input', field, remedy: expect.any(String) as string },
    })
  })

  it('a host key that the computer cannot take is explained and not tried', async () => {
    const plan = await propose({ hostKeyGeneration: 'server-2022' })
    expect(plan.findings.find(({ level }) => level === 'problem')).toMatchObject({
      check: 'host-key-pairing',
      field: 'hostKeyGeneration',
    })
    await expect(run(plan)).rejects.toMatchObject({ error: { code: 'invalid-input' } })
    expect(methodCounts(app.lab)['InstallProductKey']).toBeUndefined()
  })

  it('a host key that fits says so', async () => {
    const { findings } = await propose({ hostKeyGeneration: 'server-2008-r2' })
    expect(findings.map(({ check, level }) => `${check} ${level}`)).toContain('host-key-pairing ok')
  })
})

describe('a host with everything set, in the Lab', () => {
  it('has each setting once, is reached on its own port and publishes itself no more', async () => {
    const plan = await run(await propose(everything))
    expect(plan).toMatchObject({ state: 'done', error: null })
    // The host was activated before publishing could be switched off.
    expect(plan.findings.map(({ check }) => check)).toContain('published-once')
    expect(methodCounts(app.lab)).toMatchObject({
      SetKeyManagementServiceListeningPort: 1,
      SetVLActivationInterval: 1,
      SetVLRenewalInterval: 1,
      EnableKeyManagementServiceLowPriority: 1,
      DisableKeyManagementServiceDnsPublishing: 1,
      Create: 1,
    })
    const { report } = app.plans.get(plan.planId)
    expect(report).toMatchObject({
      port: { port: 1700, outcome: 'open' },
      snapshot: { kmsListeningPort: 1700, kmsDnsPublishing: false },
    })
    const again = await run(await propose(everything))
    expect(again.state).toBe('done')
    expect(methodCounts(app.lab)).toMatchObject({ SetKeyManagementServiceListeningPort: 1, Create: 1 })
    expect(again.steps[4]?.note).toBe('It was TCP port 1700 already.')
  })

  it('without activation: nothing that Windows refuses is tried, and the host is not licensed', async () => {
    const plan = await run(await propose({ ...everything, activation: 'later' }))
    expect(plan).toMatchObject({ state: 'done', error: null })
    expect(app.plans.get(plan.planId).plan.deferred).toHaveLength(5)
    expect(app.plans.get(plan.planId).report).toMatchObject({ licensed: false })
    expect(methodCounts(app.lab)['SetKeyManagementServiceListeningPort']).toBeUndefined()
  })

  it('is published in its domain with priority and weight, proven by the event', async () => {
    const plan = await run(await propose({ publishing: { mode: 'domains', domains: [northwind] } }))
    expect(plan).toMatchObject({ state: 'done', error: null })
    expect(plan.steps.at(-2)?.note).toBe('Published in corp.northwind.test (event 12294).')
    expect(app.plans.get(plan.planId).report?.srv).toMatchObject([
      { outcome: 'found', records: [{ priority: 5, weight: 50 }] },
    ])
  })
})
