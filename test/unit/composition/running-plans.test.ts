import { expect, it, vi } from 'vitest'
import { createRunningPlans } from '../../../src-main/composition/running-plans.ts'
import type { PlanState } from '../../../src-main/contract/models/plan.ts'

const watch = (states: Readonly<Record<string, PlanState>>) => {
  const plans = {
    get: (planId: string) => ({ plan: { state: states[planId] }, report: null }),
    stop: vi.fn(),
    idle: vi.fn(async () => undefined),
  }
  const store = { plansIn: () => Object.keys(states).map((planId) => ({ planId })) }
  return { plans, running: createRunningPlans(plans as never, store as never) }
}

it('is at rest where no plan runs, also where the disk remembers one as running', () => {
  expect(watch({}).running.isRunning()).toBe(false)
  expect(watch({ a: 'interrupted', b: 'failed' }).running.isRunning()).toBe(false)
})

it('stops what runs and nothing else, and waits for its end', async () => {
  const { plans, running } = watch({ a: 'running', b: 'stopping', c: 'done' })
  expect(running.isRunning()).toBe(true)
  await running.stopAndWait()
  expect(plans.stop.mock.calls).toEqual([['a'], ['b']])
  expect(plans.idle).toHaveBeenCalledTimes(1)
})

it('lets the window close where the journal cannot be read', () => {
  const store = {
    plansIn: () => {
      throw new Error('disk')
    },
  }
  expect(createRunningPlans({} as never, store).isRunning()).toBe(false)
})
