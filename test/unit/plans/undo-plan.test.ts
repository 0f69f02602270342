import { afterEach, describe, expect, it } from 'vitest'
import { catalogue } from '../../../src-main/actions/catalogue.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { undoableKinds } from '../../../src-main/contract/undoable-kinds.ts'
import type { FrozenStep } from '../../../src-main/plans/frozen-plan.ts'
import { sampleParams } from '../../support/export-samples.ts'
import { restartLabApp, startLabApp, type LabApp } from './lab-world.ts'

let app: LabApp
afterEach(() => app.close())

const scenario = 'fabrikam-2025'
const start = (): void => {
  app = startLabApp((site) => site, scenario)
}
const on = (host: string): TargetRef => ({ place: 'lab', scenario, host })
const commit = async ({ planId, digest }: PlanView): Promise<PlanView> => {
  app.plans.commit({ planId, digest })
  await app.plans.idle()
  return app.plans.get(planId).plan
}
const run = async (target: TargetRef, ...steps: readonly FrozenStep[]): Promise<PlanView> =>
  commit(await app.plans.proposeSteps({ title: 'Several settings', target, steps }))
const undo = async (planId: string): Promise<PlanView> =>
  commit(await app.plans.proposeUndo({ planId, password: null }))
const notes = ({ steps }: PlanView) => steps.map(({ note }) => note)

const setHost = { kind: 'kms-client.set-host', params: { host: 'kms09.example.test', port: 1789, activationId: null } }
const noCaching = { kind: 'kms-client.set-host-caching', params: { enabled: false } }
const suffixes = { kind: 'dns-client.set-suffix-search-list', params: { suffixes: ['one.test', 'two.test'] } }
const filter = {
  kind: 'registry.set-value',
  params: {
    path: String.raw`SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System`,
    name: 'LocalAccountTokenFilterPolicy',
    type: 'REG_DWORD',
    data: 1,
  },
}
const reinstall = { kind: 'product-key.clear-from-registry', params: {} }

describe('undoing a plan that ended', () => {
  it('puts each setting back from what was recorded, the last step first', async () => {
    start()
    const plan = await run(on('PC01'), setHost, noCaching, suffixes, filter)
    expect(plan.state).toBe('done')
    const offer = app.plans.undoOffer(plan.planId)
    expect(offer).toMatchObject({ targetName: 'PC01', passwordOf: null })
    expect(offer.steps.map(({ index, outcome }) => [index, outcome])).toEqual([
      [3, 'possible'],
      [2, 'possible'],
      [1, 'possible'],
      [0, 'possible'],
    ])
    const undone = await undo(plan.planId)
    expect(undone).toMatchObject({ state: 'done', wizard: 'undo', title: 'Undo: Several settings' })
    expect(undone.steps.map(({ kind }) => kind)).toEqual([
      'registry.remove-value',
      'dns-client.set-suffix-search-list',
      'kms-client.set-host-caching',
      'kms-client.clear-host',
    ])
    expect(notes(undone).join('\n')).toMatch(/fixed KMS host is not set; it was kms09\.example\.test, port 1789/)
    // Doing the same again shows that everything is as it was.
    const again = await run(on('PC01'), setHost, noCaching, suffixes, filter)
    expect(notes(again)).toEqual(notes(plan))
  })

  it('restarts the licensing service and looks at the host where a setting of a KMS host is put back', async () => {
    start()
    const interval = { kind: 'kms-host.set-activation-interval', params: { minutes: 240 } }
    const low = { kind: 'kms-host.set-priority', params: { low: true } }
    const plan = await run(on('KMS01'), interval, low)
    const proposed = await app.plans.proposeUndo({ planId: plan.planId, password: null })
    expect(proposed.steps.map(({ title }) => title).slice(0, 2)).toEqual([
      'Run the licensing service with normal priority',
      'Let KMS clients that are not activated ask every 120 minutes (2 hours)',
    ])
    expect(proposed.steps.slice(2).map(({ kind }) => kind)).toEqual(['service.restart-licensing', 'kms-host.verify'])
    expect(proposed.findings.map(({ check }) => check)).toContain('undo-overwrites')
    expect((await commit(proposed)).state).toBe('done')
  })

  it('closes the firewall that the plan opened', async () => {
    app = startLabApp()
    const target: TargetRef = { place: 'lab', scenario: 'first-host', host: 'KMS01' }
    const plan = await run(target, { kind: 'firewall.allow-kms', params: {} })
    expect(notes(await undo(plan.planId))[0]).toMatch(/^Firewall rules turned off/)
  })

  it('lists what cannot be undone with the reason, and what changed nothing', async () => {
    start()
    await run(on('PC01'), setHost)
    const plan = await run(on('PC01'), setHost, reinstall)
    const { steps } = app.plans.undoOffer(plan.planId)
    expect(steps).toMatchObject([
      { outcome: 'impossible', index: 1, reason: expect.stringMatching(/\w/) as string },
      { outcome: 'nothing-changed', index: 0 },
    ])
    await expect(app.plans.proposeUndo({ planId: plan.planId, password: null })).rejects.toMatchObject({
      error: { code: 'invalid-input' },
    })
  })

  it('offers nothing of a step whose evidence was not recorded', async () => {
    start()
    const plan = await run(on('PC01'), setHost, noCaching)
    app.store.record({ planId: plan.planId, steps: [{ step: 0, change: { evidence: null } }], entries: [] })
    app = restartLabApp(app)
    expect(app.plans.undoOffer(plan.planId).steps).toMatchObject([
      { outcome: 'possible', index: 1 },
      { outcome: 'impossible', index: 0, reason: expect.stringContaining('was not recorded') as string },
    ])
  })

  it('asks for the password again where it was forgotten, and works with it', async () => {
    start()
    const password = app.vault.put('password', 'Rehearsal-Only-1').ref
    const target: TargetRef = {
      ...on('PC01'),
      place: 'lab',
      scenario,
      host: 'PC01',
      credential: { user: 'FABRIKAM\\admin', password },
    }
    const plan = await run(target, setHost)
    expect(plan.state).toBe('done')
    app = restartLabApp(app)
    expect(app.plans.undoOffer(plan.planId).passwordOf).toBe('FABRIKAM\\admin')
    await expect(app.plans.proposeUndo({ planId: plan.planId, password: null })).rejects.toMatchObject({
      error: { code: 'secret-missing' },
    })
    const again = app.vault.put('password', 'Rehearsal-Only-1').ref
    const undone = await commit(await app.plans.proposeUndo({ planId: plan.planId, password: again }))
    expect(undone.state).toBe('done')
  })

  it('refuses a plan that does not exist', () => {
    start()
    expect(() => app.plans.undoOffer('00000000-0000-4000-8000-000000000000')).toThrow('There is no such plan')
  })
})

it('the window knows the kinds of steps that can be put back', () => {
  start()
  const kinds = [...catalogue].flatMap(([kind, bind]) =>
    bind(sampleParams[kind] ?? {}).counterSteps === null ? [] : [kind],
  )
  expect(new Set(kinds)).toEqual(undoableKinds)
})
