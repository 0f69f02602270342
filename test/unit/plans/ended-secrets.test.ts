import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { createToyWorld, removeToyWorld, startToyApp, type ToyApp, type ToyWorld } from './toy-world.ts'

let world: ToyWorld
let app: ToyApp
let secrets: { readonly key: string; readonly password: string }
let target: TargetRef

const commit = async (): Promise<string> => {
  const plan = await app.plans.proposeSteps({
    title: 'Toy plan',
    target,
    steps: [
      { kind: 'toy.write', params: { name: 'one' } },
      { kind: 'toy.write', params: { name: 'two', secret: 'hostKey' } },
    ],
    secrets: [{ name: 'hostKey', label: 'the KMS host key', ref: secrets.key }],
  })
  app.plans.commit(plan)
  return plan.planId
}
const held = (): readonly (string | null)[] => [app.vault.kindOf(secrets.key), app.vault.kindOf(secrets.password)]

beforeEach(() => {
  world = createToyWorld()
  app = startToyApp(world)
  secrets = {
    key: app.vault.put('product-key', 'BBBBB-CCCCC-DDDDD-FFFFF-GHJKM').ref,
    password: app.vault.put('password', 'Rehearsal-Only-1').ref,
  }
  target = { place: 'network', host: 'kms01', credential: { user: 'admin', password: secrets.password } }
})
afterEach(() => {
  app.close()
  removeToyWorld(world)
})

describe('what was typed for a plan', () => {
  it.each(['works', 'access-denied'] as const)('is forgotten when its page is left after it ended: %s', async (how) => {
    world.behaviours.set('two', how)
    const planId = await commit()
    const leave = app.plans.subscribe(planId, () => {})
    await app.plans.idle()
    expect(held()).toEqual([null, 'password'])
    leave()
    expect(held()).toEqual([null, null])
  })

  it('is forgotten when it ends failed after its page was left', async () => {
    world.behaviours.set('two', 'access-denied')
    const planId = await commit()
    app.plans.subscribe(planId, () => {})()
    await app.plans.idle()
    expect(held()).toEqual([null, null])
  })

  it('is kept while the plan can go on, and forgotten when it is discarded', async () => {
    world.behaviours.set('two', 'engine-lost')
    const planId = await commit()
    app.plans.subscribe(planId, () => {})()
    await app.plans.idle()
    expect(held()).toEqual(['product-key', 'password'])
    app.plans.discard(planId)
    expect(held()).toEqual([null, null])
  })

  it('is kept where another plan that has not ended needs the same password', async () => {
    world.behaviours.set('two', 'engine-lost')
    const first = await commit()
    await app.plans.idle()
    world.behaviours.set('two', 'access-denied')
    secrets = { ...secrets, key: app.vault.put('product-key', 'BBBBB-CCCCC-DDDDD-FFFFF-GHJKM').ref }
    const second = await commit()
    app.plans.subscribe(second, () => {})()
    await app.plans.idle()
    expect(app.plans.get(first).plan.state).toBe('interrupted')
    expect(held()).toEqual([null, 'password'])
  })
})

describe('unfinished plans', () => {
  it('hold those that run, so that a window that was loaded again shows them', async () => {
    const seen: string[][] = []
    world.during = () => void seen.push(app.plans.unfinished().map(({ state }) => state))
    await commit()
    await app.plans.idle()
    expect(seen).toEqual([['running'], ['running']])
    expect(app.plans.unfinished()).toEqual([])
  })
})
