import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PlanView, SetUpKmsHostDraft } from '../../../src-main/contract/models/plan.ts'
import { labHostKey, labTarget, methodCounts, startLabApp, type LabApp } from './lab-world.ts'
import { refusal } from './toy-world.ts'

// A Lab works in real time, which a busy machine stretches.
vi.setConfig({ testTimeout: 30_000 })

let app: LabApp
beforeEach(() => {
  app = startLabApp()
})
afterEach(() => app.close())

const draft = (changes: Partial<SetUpKmsHostDraft> = {}, key = labHostKey): SetUpKmsHostDraft => ({
  wizard: 'set-up-kms-host',
  target: labTarget,
  hostKey: app.vault.put('product-key', key).ref,
  overruled: [],
  openFirewall: true,
  ...changes,
})
const run = async (plan: PlanView): Promise<PlanView> => {
  app.plans.consent({ planId: plan.planId, digest: plan.digest, consent: 'kms-key-warning' })
  app.plans.commit(plan)
  await app.plans.idle()
  return app.plans.get(plan.planId).plan
}

describe('the summary of "Set up a KMS host"', () => {
  it('names every step in words with its command line, and marks what cannot be undone', async () => {
    const plan = await app.plans.propose(draft())
    expect(plan.title).toBe('Make KMS01 a KMS host')
    expect(plan.consents).toEqual(['kms-key-warning'])
    expect(plan.steps.map(({ kind, risk }) => `${kind} ${risk}`)).toEqual([
      'licensing.read-snapshot read',
      'product-key.install irreversible',
      'product-key.confirm-kms-host read',
      'product.activate-online irreversible',
      'firewall.allow-kms change',
      'service.restart-licensing change',
      'kms-host.verify read',
    ])
    expect(plan.steps.map(({ equivalent }) => equivalent)).toEqual([
      'slmgr.vbs KMS01 /dlv',
      'slmgr.vbs KMS01 /ipk XXXXX-XXXXX-XXXXX-XXXXX-H8RTB',
      'slmgr.vbs KMS01 /dlv',
      'slmgr.vbs KMS01 /ato',
      'On KMS01: netsh advfirewall firewall set rule group="@FirewallAPI.dll,-28002" new enable=yes',
      'On KMS01: net stop sppsvc && net start sppsvc',
      'slmgr.vbs KMS01 /dlv',
    ])
    expect(plan.findings.map(({ check, level }) => `${check} ${level}`)).toEqual([
      'key-lab info',
      'os-version ok',
      'old-key info',
    ])
    expect(methodCounts(app.lab)['InstallProductKey']).toBeUndefined()
  })

  it('leaves the firewall out where it is not wanted', async () => {
    const plan = await app.plans.propose(draft({ openFirewall: false }))
    expect(plan.steps.map(({ kind }) => kind)).not.toContain('firewall.allow-kms')
  })

  it.each([
    ['pc03', 'access-denied', 'connection'],
    ['pc04', 'asleep', 'connection'],
  ])('shows that %s cannot be worked on (%s), and is not committed', async (host, _, check) => {
    const plan = await app.plans.propose(draft({ target: { place: 'lab', scenario: 'first-host', host } }))
    expect(plan.findings.find(({ level }) => level === 'problem')).toMatchObject({ check })
    app.plans.consent({ planId: plan.planId, digest: plan.digest, consent: 'kms-key-warning' })
    expect(await refusal(() => app.plans.commit(plan))).toBe('invalid-input')
  })
})

describe('a host key that cannot be used', () => {
  it.each([
    ['too short', 'BCDFG-BCDFG-BCDFG-BCDFG', []],
    ['with a wrong character', 'BCDFG-BCDFG-BCDFG-BCDFG-BCDF0', []],
    ['that is a client setup key', '33PXH-7Y6KF-2VJC9-XBBR8-HVTHH', []],
    ['whose checksum is wrong', 'NBCDF-GHJKM-PQRTV-WXY23-46789', []],
  ])('%s is refused by field', async (_, key, overruled) => {
    await expect(app.plans.propose(draft({ overruled }, key))).rejects.toMatchObject({
      error: { code: 'invalid-input', field: 'hostKey' },
    })
  })

  it('with a wrong checksum passes once that warning was overruled', async () => {
    const plan = await app.plans.propose(draft({ overruled: ['key-checksum'] }, 'NBCDF-GHJKM-PQRTV-WXY23-46789'))
    expect(plan.findings.map(({ check }) => check)).toContain('key-checksum')
  })

  it('of the Lab is refused outside the Lab', async () => {
    const target = { place: 'network', host: 'KMS01' } as const
    expect(await refusal(() => app.plans.propose(draft({ target })))).toBe('invalid-input')
  })

  it('that is no product key secret at all is refused', async () => {
    const hostKey = app.vault.put('password', labHostKey).ref
    expect(await refusal(() => app.plans.propose(draft({ hostKey })))).toBe('invalid-input')
    app.vault.forget(hostKey)
    expect(await refusal(() => app.plans.propose(draft({ hostKey })))).toBe('secret-missing')
  })
})

describe('a committed plan in the Lab', () => {
  it('is refused without the recorded consent for this very plan', async () => {
    const other = await app.plans.propose(draft())
    const plan = await app.plans.propose(draft())
    app.plans.consent({ planId: other.planId, digest: other.digest, consent: 'kms-key-warning' })
    expect(await refusal(() => app.plans.commit(plan))).toBe('consent-missing')
    expect(methodCounts(app.lab)).not.toHaveProperty('InstallProductKey')
  })

  it('makes a KMS host: one key, one activation, one restart, and a report', async () => {
    const plan = await run(await app.plans.propose(draft()))
    expect(plan.error).toBeNull()
    expect(plan.state).toBe('done')
    expect(methodCounts(app.lab)).toMatchObject({
      InstallProductKey: 1,
      Activate: 1,
      SetStringValue: 2,
      StopService: 1,
      StartService: 1,
      Create: 1,
    })
    const { report } = app.plans.get(plan.planId)
    expect(report).toMatchObject({
      channel: 'VOLUME_KMS_R2_B',
      licensed: true,
      currentCount: 0,
      serviceState: 'Running',
      port: { port: 1688, outcome: 'open' },
      eventsError: null,
    })
    expect(report?.srv).toMatchObject([
      { outcome: 'found', name: '_vlmcs._tcp.corp.northwind.test', server: '10.20.0.10' },
    ])
    expect(report?.events.map(({ id }) => id)).toContain(12294)
  })

  it('journals consent and commit, and never the key', async () => {
    await run(await app.plans.propose(draft()))
    const lines = app.store.read({ before: null, limit: 100 })
    expect(
      lines
        .toReversed()
        .slice(0, 2)
        .map(({ event }) => event),
    ).toEqual(['consented', 'committed'])
    expect(JSON.stringify(lines)).not.toContain('F4K3Y')
    expect(JSON.stringify(lines)).toContain('XXXXX-H8RTB')
  })

  it('does nothing twice when it is planned and run again', async () => {
    await run(await app.plans.propose(draft()))
    const again = await run(await app.plans.propose(draft()))
    expect(again.state).toBe('done')
    expect(methodCounts(app.lab)).toMatchObject({ InstallProductKey: 1, Activate: 1, Create: 1, StopService: 2 })
    expect(again.steps[1]?.note).toContain('not installed again')
    expect(again.steps[3]?.note).toContain('no activation was spent')
  })
})
