import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import { labConfirmationId, withCheckDigit } from '../../../src-main/lab/licensing/phone.ts'
import type { Site } from '../../../src-main/wmi/wmi-session.ts'
import {
  labHostKey,
  labTarget,
  methodCounts,
  restartLabApp,
  startLabApp,
  withDeafMethod,
  type LabApp,
} from './lab-world.ts'
import { refusal, statesOf } from './toy-world.ts'

// A Lab works in real time, which a busy machine stretches.
vi.setConfig({ testTimeout: 30_000 })

const deposit = 4
const wrongConfirmationId = Array.from({ length: 8 }, () => withCheckDigit('12345')).join('')

let app: LabApp
let installationId: string | null = null
/** A site on which Windows tells another installation ID, as after a change of hardware. */
const withHardware = (site: Site): Site => ({
  ...site,
  connect: async (endpoint, namespace, signal) => {
    const session = await site.connect(endpoint, namespace, signal)
    return {
      ...session,
      query: async (wql, abort) => {
        const rows = await session.query(wql, abort)
        if (installationId === null || !wql.includes('OfflineInstallationId')) return rows
        return rows.map((row) => ({ ...row, OfflineInstallationId: installationId }))
      },
    }
  },
})

beforeEach(() => {
  installationId = null
  app = startLabApp(withHardware)
})
afterEach(() => app.close())

const start = async (): Promise<PlanView> => {
  const plan = await app.plans.propose({
    wizard: 'set-up-kms-host',
    target: labTarget,
    hostKey: app.vault.put('product-key', labHostKey).ref,
    overruled: [],
    openFirewall: false,
    activation: 'telephone',
  })
  app.plans.consent({ planId: plan.planId, digest: plan.digest, consent: 'kms-key-warning' })
  app.plans.commit(plan)
  await app.plans.idle()
  return app.plans.get(plan.planId).plan
}
const give = async (planId: string, value: string): Promise<PlanView> => {
  const { ref } = app.vault.put('confirmation-id', value)
  app.plans.provide({ planId, name: 'confirmationId', ref, secrets: {} })
  await app.plans.idle()
  return app.plans.get(planId).plan
}
const lines = () => app.store.read({ before: null, limit: 200 }).toReversed()
const told = (plan: PlanView): string => plan.waiting?.installationId ?? ''

describe('activation by telephone', () => {
  it('waits at the deposit with everything that is needed for the call, and nothing was deposited', async () => {
    const plan = await start()
    expect(plan.state).toBe('waiting-for-input')
    expect(statesOf(plan).slice(0, 6)).toEqual(['done', 'done', 'done', 'done', 'waiting-for-input', 'pending'])
    expect(plan.waiting).toMatchObject({ step: deposit, name: 'confirmationId', input: 'confirmation-id', error: null })
    expect(plan.waiting?.blocks).toHaveLength(9)
    expect(plan.waiting?.blocks.map(({ digits }) => digits).join('')).toBe(told(plan))
    expect(plan.waiting?.spoken[0]).toMatch(/^Block A: \d \d \d, \d \d \d/)
    expect(plan.waiting?.whereToCall.join(' ')).toContain('slui 4')
    expect(plan.missingSecrets).toEqual([])
    expect(methodCounts(app.lab)['DepositOfflineConfirmationId']).toBeUndefined()
    expect(app.plans.unfinished().map(({ planId }) => planId)).toEqual([plan.planId])
    expect(lines().at(-1)).toMatchObject({ event: 'waiting', step: deposit })
    expect(lines().at(-1)?.outcome).toContain(plan.waiting?.readAt)
  })

  it('goes on to a licensed host with the right confirmation ID, pasted with hyphens', async () => {
    const plan = await start()
    const typed = labConfirmationId(told(plan)).replace(/\d{6}(?=\d)/g, '$&-')
    const done = await give(plan.planId, typed)
    expect(done).toMatchObject({ state: 'done', error: null, waiting: null })
    expect(app.plans.get(plan.planId).report).toMatchObject({ licensed: true })
    expect(methodCounts(app.lab)).toMatchObject({ InstallProductKey: 1, DepositOfflineConfirmationId: 1 })
    expect(methodCounts(app.lab)['Activate']).toBeUndefined()
  })

  it('stays waiting with the error explained after a wrong one, and takes the right one then', async () => {
    const plan = await start()
    const still = await give(plan.planId, wrongConfirmationId)
    expect(still.state).toBe('waiting-for-input')
    expect(still.waiting?.error).toMatchObject({ hresult: 0xc004f031 })
    expect(still.waiting?.error?.message).toContain('0xC004F031')
    expect(lines().map(({ event, step }) => `${event} ${step}`)).toEqual(
      expect.arrayContaining(['provided 4', 'failed 4', 'waiting 4']),
    )
    expect(await give(plan.planId, labConfirmationId(told(still)))).toMatchObject({ state: 'done' })
    expect(methodCounts(app.lab)['DepositOfflineConfirmationId']).toBe(2)
  })

  it('writes no confirmation ID down, neither the wrong nor the right one', async () => {
    const plan = await start()
    const right = labConfirmationId(told(plan))
    await give(plan.planId, wrongConfirmationId)
    await give(plan.planId, right)
    const written = JSON.stringify([lines(), app.store.plan(plan.planId)])
    expect(written).not.toContain(wrongConfirmationId)
    expect(written).not.toContain(right)
    expect(app.vault.values()).not.toContain(right)
  })

  it('stops before the deposit where the installation ID has changed, and tells the new one', async () => {
    const plan = await start()
    const right = labConfirmationId(told(plan))
    installationId = Array.from({ length: 9 }, () => withCheckDigit('54321')).join('')
    const still = await give(plan.planId, right)
    expect(still.state).toBe('waiting-for-input')
    expect(still.waiting).toMatchObject({ installationId, error: { field: 'installationId', hresult: 0xc004f031 } })
    expect(still.waiting?.error?.remedy).toContain('Read out the present installation ID')
    expect(methodCounts(app.lab)['DepositOfflineConfirmationId']).toBeUndefined()
  })

  it.each([
    ['too short', '123456-123456', 'confirmationId'],
    ['letters', 'O23456'.repeat(8), 'confirmationId'],
  ])('refuses one that is %s by field, without trying it', async (_, typed, field) => {
    const plan = await start()
    const { ref } = app.vault.put('confirmation-id', typed)
    const provide = () => app.plans.provide({ planId: plan.planId, name: 'confirmationId', ref, secrets: {} })
    expect(provide).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: 'invalid-input', field }) }),
    )
    expect(app.plans.get(plan.planId).plan.state).toBe('waiting-for-input')
  })

  it('takes no other kind of secret, no other name, and nothing where it does not wait', async () => {
    const plan = await start()
    const password = app.vault.put('password', labConfirmationId(told(plan))).ref
    const right = app.vault.put('confirmation-id', labConfirmationId(told(plan))).ref
    const input = { planId: plan.planId, secrets: {} }
    expect(await refusal(() => app.plans.provide({ ...input, name: 'confirmationId', ref: password }))).toBe(
      'invalid-input',
    )
    expect(await refusal(() => app.plans.provide({ ...input, name: 'other', ref: right }))).toBe('invalid-input')
    app.plans.discard(plan.planId)
    expect(await refusal(() => app.plans.provide({ ...input, name: 'confirmationId', ref: right }))).toBe(
      'already-used',
    )
  })

  it('is no success where Windows takes the confirmation ID and the product stays as it was', async () => {
    app.close()
    app = startLabApp(withDeafMethod('DepositOfflineConfirmationId'))
    const plan = await start()
    const failed = await give(plan.planId, labConfirmationId(told(plan)))
    expect(failed.state).toBe('failed')
    expect(failed.steps[deposit]?.error).toMatchObject({ code: 'licensing-refused' })
    expect(failed.steps[deposit]?.error?.message).toContain('is not activated')
  })

  it('deposits nothing where the product was activated meanwhile', async () => {
    const plan = await start()
    const [{ activationId } = { activationId: '' }] = plan.waiting === null ? [] : [plan.waiting]
    const session = await app.lab.connect({ host: 'KMS01', namespace: 'root\\cimv2' })
    await session.call(`SoftwareLicensingProduct.ID="${activationId}"`, 'Activate')
    app.plans.resume({ planId: plan.planId, secrets: {} })
    await app.plans.idle()
    expect(app.plans.get(plan.planId).plan.state).toBe('done')
    expect(methodCounts(app.lab)['DepositOfflineConfirmationId']).toBeUndefined()
  })
})

describe('a plan that waits, days later', () => {
  it('is listed after a restart with the same installation ID, and goes on', async () => {
    const before = await start()
    app = restartLabApp(app, withHardware)
    const [plan] = app.plans.unfinished()
    expect(plan).toMatchObject({ planId: before.planId, state: 'waiting-for-input', waiting: before.waiting })
    expect(plan?.missingSecrets).toEqual([])
    expect(await give(before.planId, labConfirmationId(told(before)))).toMatchObject({ state: 'done' })
    expect(methodCounts(app.lab)).toMatchObject({ InstallProductKey: 1, DepositOfflineConfirmationId: 1 })
  })

  it('says so where it is resumed and the installation ID is another one by then', async () => {
    const before = await start()
    installationId = Array.from({ length: 9 }, () => withCheckDigit('54321')).join('')
    app = restartLabApp(app, withHardware)
    app.plans.resume({ planId: before.planId, secrets: {} })
    await app.plans.idle()
    expect(app.plans.get(before.planId).plan.waiting).toMatchObject({
      installationId,
      error: { field: 'installationId' },
    })
  })

  it('is given up without a trace on the computer', async () => {
    const { planId } = await start()
    app = restartLabApp(app, withHardware)
    expect(app.plans.discard(planId)).toMatchObject({ state: 'discarded', waiting: null })
    expect(app.plans.unfinished()).toEqual([])
  })
})
