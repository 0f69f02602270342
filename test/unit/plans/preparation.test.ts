import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ImageTask } from '../../../src-main/contract/models/prepare-image.ts'
import type { RemoteOptions } from '../../../src-main/contract/models/remote-management.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { methodCounts, startLabApp, type LabApp } from './lab-world.ts'

// A Lab works in real time, which a busy machine stretches.
vi.setConfig({ testTimeout: 60_000 })

const at = (host: string): TargetRef => ({ place: 'lab', scenario: 'fabrikam-2025', host })
const windowsId = '55c92734-d682-4d71-983e-d6ec3f16059f'

let app: LabApp
beforeEach(() => {
  app = startLabApp((site) => site, 'fabrikam-2025')
})
afterEach(() => app.close())

const finish = async (plan: PlanView): Promise<PlanView> => {
  app.plans.commit(plan)
  await app.plans.idle()
  return app.plans.get(plan.planId).plan
}
const kinds = ({ steps }: PlanView) => steps.map(({ kind }) => kind)

describe('preparing an image', () => {
  const propose = (task: ImageTask, host = 'CLOCK01') =>
    app.plans.propose({ wizard: 'prepare-image', target: at(host), task })

  it.each<[ImageTask, string]>([
    [{ do: 'rearm-windows' }, 'windows.rearm'],
    [{ do: 'rearm-application', applicationId: windowsId.toUpperCase() }, 'application.rearm'],
    [{ do: 'generalize' }, 'windows.generalize'],
  ])('is one step with its consequences: %j', async (task, kind) => {
    const plan = await propose(task)
    expect(kinds(plan)).toEqual([kind])
    expect(plan.findings.filter(({ check }) => check === 'does' || check === 'does-not').length).toBeGreaterThan(2)
    expect((await finish(plan)).state).toBe('done')
  })

  it('is refused before anything runs where no rearm is left', async () => {
    for (const task of [{ do: 'rearm-windows' }, { do: 'generalize' }] as const)
      await expect(propose(task, 'NOREARM01')).rejects.toMatchObject({
        error: { code: 'invalid-input', field: 'task', message: expect.stringContaining('No rearm is left') as string },
      })
    expect(methodCounts(app.lab, 'norearm01')['ReArmWindows']).toBeUndefined()
  })

  it('is refused for a product that the computer does not have, with its ID', async () => {
    const activationId = '00000000-0000-4000-8000-000000000001'
    await expect(propose({ do: 'rearm-product', activationId })).rejects.toMatchObject({
      error: { field: 'task', message: expect.stringContaining(activationId) as string },
    })
  })

  it('names a computer that does not answer', async () => {
    await expect(propose({ do: 'rearm-windows' }, 'NOWMI01')).rejects.toMatchObject({
      error: { code: 'rpc-unavailable' },
    })
  })

  it('warns of a KMS host, whose key every copy would have', async () => {
    const plan = await propose({ do: 'generalize' }, 'KMS01')
    expect(plan.findings).toContainEqual(expect.objectContaining({ check: 'image-of-kms-host', level: 'warning' }))
  })
})

describe('preparing remote management', () => {
  const propose = (options: RemoteOptions, host = 'FIXED01') =>
    app.plans.propose({ wizard: 'prepare-remote', target: at(host), ...options })
  const own = (subnets: string[]): RemoteOptions => ({
    firewall: { rules: 'own', profiles: ['domain'], scope: { from: 'subnets', subnets } },
    liftTokenFilter: true,
  })

  it('makes its rules once, lifts the filter, and does nothing the second time', async () => {
    for (const state of ['done', 'done']) {
      const plan = await propose(own(['10.40.0.0/16']))
      expect(kinds(plan)).toEqual(['firewall.allow-wmi', 'registry.set-value'])
      expect(plan.findings).toContainEqual(expect.objectContaining({ check: 'token-filter-meaning', level: 'warning' }))
      expect((await finish(plan)).state).toBe(state)
      expect(methodCounts(app.lab, 'fixed01')).toMatchObject({ Create: 3, SetDWORDValue: 1 })
    }
  })

  it('refuses a subnet that the firewall would not take, and a plan that changes nothing', async () => {
    await expect(propose(own(['10.40.1.0/16']))).rejects.toMatchObject({
      error: { code: 'invalid-input', field: 'subnets', remedy: 'Write 10.40.0.0/16.' },
    })
    await expect(propose({ firewall: null, liftTokenFilter: false })).rejects.toMatchObject({
      error: { code: 'invalid-input', field: 'options' },
    })
  })
})
