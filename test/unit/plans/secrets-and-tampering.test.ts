import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import {
  createToyWorld,
  refusal,
  removeToyWorld,
  startToyApp,
  statesOf,
  type ToyApp,
  type ToyWorld,
} from './toy-world.ts'

const key = 'BBBBB-CCCCC-DDDDD-FFFFF-GHJKM'
const steps = [
  { kind: 'toy.write', params: { name: 'one' } },
  { kind: 'toy.write', params: { name: 'two', secret: 'hostKey' } },
]
let world: ToyWorld
let app: ToyApp

const interruptAt = async (name: string, target: TargetRef = world.target): Promise<string> => {
  world.behaviours.set(name, 'engine-lost')
  const { ref } = app.vault.put('product-key', key)
  const secrets = [{ name: 'hostKey', label: 'the KMS host key', ref }]
  const plan = await app.plans.proposeSteps({ title: 'Toy plan', target, steps, secrets })
  app.plans.commit(plan)
  await app.plans.idle()
  world.behaviours.clear()
  return plan.planId
}
const nextLife = (): void => {
  app.close()
  app = startToyApp(world)
}

beforeEach(() => {
  world = createToyWorld()
  app = startToyApp(world)
})
afterEach(() => {
  app.close()
  removeToyWorld(world)
})

describe('secrets of a plan', () => {
  it('are asked again after a restart, by name, and recognised', async () => {
    const planId = await interruptAt('two')
    nextLife()
    expect(app.plans.get(planId).plan.missingSecrets).toEqual([
      { name: 'hostKey', label: 'the KMS host key', lastFive: 'GHJKM' },
    ])
    expect(await refusal(() => app.plans.resume({ planId, secrets: {} }))).toBe('secret-missing')
    const wrong = app.vault.put('product-key', key.replace('BBBBB', 'BBBBC')).ref
    expect(await refusal(() => app.plans.resume({ planId, secrets: { hostKey: wrong } }))).toBe('secret-mismatch')
    const password = app.vault.put('password', key).ref
    expect(await refusal(() => app.plans.resume({ planId, secrets: { hostKey: password } }))).toBe('secret-missing')
    expect(world.log).toEqual(['one'])
    const right = app.vault.put('product-key', key.toLowerCase().replaceAll('-', '')).ref
    app.plans.resume({ planId, secrets: { hostKey: right } })
    await app.plans.idle()
    expect(app.plans.get(planId).plan.state).toBe('done')
    expect(world.log).toEqual(['one', 'two'])
  })

  it('are not asked again while they are in memory', async () => {
    const planId = await interruptAt('two')
    expect(app.plans.get(planId).plan.missingSecrets).toEqual([])
    app.plans.resume({ planId, secrets: {} })
    await app.plans.idle()
    expect(app.plans.get(planId).plan.state).toBe('done')
  })

  it('include the password of the target, which is tried and not compared', async () => {
    const { ref } = app.vault.put('password', 'first word')
    const planId = await interruptAt('two', {
      place: 'network',
      host: 'SRV01',
      credential: { user: 'EXAMPLE\\admin', password: ref },
    })
    nextLife()
    expect(app.plans.get(planId).plan.missingSecrets.map(({ name }) => name)).toEqual(['hostKey', 'password'])
    const secrets = {
      hostKey: app.vault.put('product-key', key).ref,
      password: app.vault.put('password', 'a newer word').ref,
    }
    app.plans.resume({ planId, secrets })
    await app.plans.idle()
    expect(app.plans.get(planId).plan.state).toBe('done')
  })

  it('never reach the journal’s files', async () => {
    await interruptAt('two')
    for (const name of ['journal.sqlite', 'journal.sqlite-wal']) {
      const bytes = readFileSync(join(world.folder, name)).toString('latin1')
      for (const form of [key, key.replaceAll('-', '')]) expect(bytes.includes(form)).toBe(false)
    }
    const wal = readFileSync(join(world.folder, 'journal.sqlite-wal')).toString('latin1')
    expect(wal.includes('GHJKM')).toBe(true)
  })

  it('drops a product key from memory once the plan is done', async () => {
    const { ref } = app.vault.put('product-key', key)
    const secrets = [{ name: 'hostKey', label: 'the KMS host key', ref }]
    app.plans.commit(await app.plans.proposeSteps({ title: 'Toy plan', target: world.target, steps, secrets }))
    await app.plans.idle()
    expect(app.vault.kindOf(ref)).toBeNull()
  })
})

describe('a plan altered on disk', () => {
  it('is shown, cannot be resumed and can be discarded', async () => {
    const planId = await interruptAt('one')
    app.close()
    const database = new Database(join(world.folder, 'journal.sqlite'))
    database.exec(`UPDATE plans SET frozen = replace(frozen, '"two"', '"evil"')`)
    database.close()
    app = startToyApp(world)
    const { ref } = app.vault.put('product-key', key)
    expect(await refusal(() => app.plans.resume({ planId, secrets: { hostKey: ref } }))).toBe('digest-mismatch')
    expect(world.log).toEqual([])
    expect(app.plans.unfinished()).toHaveLength(1)
    expect(app.plans.discard(planId).state).toBe('discarded')
    expect(statesOf(app.plans.get(planId).plan)).toEqual(['unknown', 'skipped'])
  })
})
