import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import type { Fault } from '../../../src-main/lab/open-lab.ts'
import { labHostKey, labTarget, methodCounts, startLabApp, withDeafMethod, type LabApp } from './lab-world.ts'
import { statesOf } from './toy-world.ts'

// A Lab works in real time, which a busy machine stretches.
vi.setConfig({ testTimeout: 30_000 })

let app: LabApp
afterEach(() => app.close())

const runWith = async (fault: Omit<Fault, 'host'> | null): Promise<PlanView> => {
  const hostKey = app.vault.put('product-key', labHostKey).ref
  const plan = await app.plans.propose({
    wizard: 'set-up-kms-host',
    target: labTarget,
    hostKey,
    overruled: [],
    openFirewall: true,
  })
  if (fault) await app.lab.setFault({ host: 'kms01', ...fault })
  app.plans.consent({ planId: plan.planId, digest: plan.digest, consent: 'kms-key-warning' })
  app.plans.commit(plan)
  await app.plans.idle()
  return app.plans.get(plan.planId).plan
}
const fail = (hresult: number, applied = false) => ({ kind: 'fail', hresult, applied }) as const
const failedStep = (plan: PlanView) => plan.steps.find(({ state }) => state === 'failed')

describe('each step that Windows refuses ends the plan in plain words', () => {
  it('reading the licence', async () => {
    app = startLabApp()
    const plan = await runWith({
      operation: 'query',
      className: 'SoftwareLicensingService',
      effect: { kind: 'access-denied' },
    })
    expect(failedStep(plan)).toMatchObject({ kind: 'licensing.read-snapshot', error: { code: 'access-denied' } })
    expect(statesOf(plan).slice(1)).toEqual(Array.from({ length: 6 }, () => 'skipped'))
    expect(plan.error?.remedy).toContain('administrator')
  })

  it('installing the key', async () => {
    app = startLabApp()
    const plan = await runWith({ method: 'InstallProductKey', effect: fail(0xc004f050) })
    expect(failedStep(plan)).toMatchObject({
      kind: 'product-key.install',
      error: { code: 'licensing-refused', hresult: 0xc004f050, target: 'KMS01' },
    })
    expect(plan.error?.message).toContain('0xC004F050')
    expect(plan.error?.message).not.toContain('F4K3Y')
    expect(methodCounts(app.lab)).not.toHaveProperty('Activate')
  })

  it('activating: the key stays, and the way back is told', async () => {
    app = startLabApp()
    const plan = await runWith({ method: 'Activate', effect: fail(0xc004c008) })
    expect(failedStep(plan)).toMatchObject({ kind: 'product.activate-online', error: { hresult: 0xc004c008 } })
    expect(plan.error?.remedy).toContain('install the client setup key')
    expect(methodCounts(app.lab)).not.toHaveProperty('StopService')
  })

  it('activating without an error and without success', async () => {
    app = startLabApp(withDeafMethod('Activate'))
    const plan = await runWith(null)
    expect(failedStep(plan)).toMatchObject({ kind: 'product.activate-online', error: { code: 'licensing-refused' } })
    expect(failedStep(plan)?.error?.message).toContain('not activated')
  })

  it('a firewall that stays closed, though netsh was started', async () => {
    app = startLabApp(withDeafMethod('Create'))
    const plan = await runWith(null)
    expect(failedStep(plan)).toMatchObject({ kind: 'firewall.allow-kms', error: { code: 'firewall-unchanged' } })
    expect(failedStep(plan)?.error?.remedy).toContain('netsh advfirewall')
  })

  it.each(['StopService', 'StartService'] as const)('a service that does not obey %s', async (method) => {
    app = startLabApp(withDeafMethod(method))
    const plan = await runWith(null)
    expect(failedStep(plan)).toMatchObject({ kind: 'service.restart-licensing', error: { code: 'service-stuck' } })
    expect(failedStep(plan)?.error?.message).toContain('sppsvc')
  })

  it('the verification, while what was done stays done', async () => {
    app = startLabApp()
    const plan = await runWith({
      className: 'Win32_NetworkAdapterConfiguration',
      operation: 'query',
      effect: { kind: 'access-denied' },
    })
    expect(failedStep(plan)).toMatchObject({ kind: 'kms-host.verify' })
    expect(methodCounts(app.lab)).toMatchObject({ InstallProductKey: 1, Activate: 1, StartService: 1 })
  })
})

describe('a verification that can only see a part', () => {
  it('tells that the log could not be read', async () => {
    app = startLabApp()
    const effect = { kind: 'access-denied' } as const
    const plan = await runWith({ className: 'Win32_NTLogEvent', operation: 'query', effect })
    const { report } = app.plans.get(plan.planId)
    expect(plan.state).toBe('done')
    expect(report).toMatchObject({ licensed: true, events: [], eventsError: { code: 'access-denied' } })
  })

  it('tells "could not ask" from "none"', async () => {
    app = startLabApp((site) => ({
      ...site,
      resolveSrv: async (name, server) => ({
        outcome: 'could-not-ask',
        name,
        server: server ?? null,
        error: { code: 'timeout', message: 'No answer.', retryable: true },
      }),
    }))
    const plan = await runWith(null)
    const { report } = app.plans.get(plan.planId)
    expect(report?.srv.map(({ outcome, server }) => [outcome, server])).toEqual([['could-not-ask', '10.20.0.10']])
  })
})

const rpcUnavailable = 0x800706ba
const writes = ['InstallProductKey', 'SetStringValue', 'Activate', 'Create', 'StopService', 'StartService'] as const

describe.each(writes)('a connection that is lost in %s', (method) => {
  it.each([
    ['before Windows did it', false],
    ['after Windows did it', true],
  ])('%s: the step is unknown, and resuming does it once in all', async (_, applied) => {
    app = startLabApp()
    const plan = await runWith({ method, times: 1, effect: fail(rpcUnavailable, applied) })
    expect(plan.state).toBe('interrupted')
    expect(statesOf(plan).filter((state) => state === 'unknown')).toHaveLength(1)
    app.plans.resume({ planId: plan.planId, secrets: {} })
    await app.plans.idle()
    expect(app.plans.get(plan.planId).plan.state).toBe('done')
    // The marker is written in both views of the registry; a call that never reached Windows stands in the log, too.
    const once = method === 'SetStringValue' ? 2 : 1
    expect(methodCounts(app.lab)[method]).toBe(applied ? once : once + 1)
  })
})

describe('a marker that Windows refuses', () => {
  it('is told and does not stop the plan', async () => {
    app = startLabApp()
    const plan = await runWith({ method: 'SetStringValue', effect: { kind: 'access-denied' } })
    expect(plan.state).toBe('done')
    expect(plan.steps[1]?.note).toContain('KeyManagementServiceVersion could not be written')
  })
})
