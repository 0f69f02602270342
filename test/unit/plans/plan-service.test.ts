import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PlanEvent } from '../../../src-main/contract/models/plan.ts'
import {
  createToyWorld,
  eventsOf,
  refusal,
  removeToyWorld,
  runToyPlan,
  startToyApp,
  statesOf,
  toySteps,
  type ToyApp,
  type ToyWorld,
} from './toy-world.ts'

let world: ToyWorld
let app: ToyApp
const propose = (steps = toySteps) => app.plans.proposeSteps({ title: 'Toy plan', target: world.target, steps })

beforeEach(() => {
  world = createToyWorld()
  app = startToyApp(world)
})
afterEach(() => {
  app.close()
  removeToyWorld(world)
})

describe('a plan from summary to result', () => {
  it('shows every step in words before anything is done, and leaves no trace until it is committed', async () => {
    const plan = await propose()
    expect(plan).toMatchObject({ state: 'proposed', progress: 0, title: 'Toy plan', targetName: 'SRV01' })
    expect(plan.steps[1]).toMatchObject({
      title: 'Do one',
      equivalent: 'toy.exe /do one',
      risk: 'change',
      undo: 'Undo one by hand.',
    })
    expect(plan.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(app.store.read({ before: null, limit: 10 })).toEqual([])
    expect(world.log).toEqual([])
  })

  it('runs each step once and writes each down before and after', async () => {
    const plan = await runToyPlan(world, app)
    expect(plan).toMatchObject({ state: 'done', progress: 1, error: null })
    expect(statesOf(plan)).toEqual(['done', 'done', 'done'])
    expect(world.log).toEqual(['one', 'two'])
    expect(eventsOf(app)).toEqual([
      'committed',
      'will-run 0',
      'done 0',
      'will-run 1',
      'done 1',
      'will-run 2',
      'done 2',
      'finished',
    ])
    expect(app.store.read({ before: null, limit: 2 })[1]).toMatchObject({ outcome: 'Did two.', who: 'EXAMPLE\\tech' })
  })

  it('has written down that a step will run by the time it runs', async () => {
    const seen: (readonly string[])[] = []
    world.during = () => {
      seen.push(eventsOf(app).slice(-1))
    }
    await runToyPlan(world, app)
    expect(seen).toEqual([['will-run 0'], ['will-run 1'], ['will-run 2']])
  })

  it('gives every writing step an engine of its own and gives it back', async () => {
    await runToyPlan(world, app)
    expect(world.engines).toEqual({ started: 2, killed: 0, released: 2 })
  })

  it('tells watchers every state with rising numbers and a progress that never runs back', async () => {
    const { planId, digest } = await propose()
    const events: PlanEvent[] = []
    const end = app.plans.subscribe(planId, (event) => events.push(event))
    app.plans.commit({ planId, digest })
    await app.plans.idle()
    end()
    const sequences = events.map(({ sequence }) => sequence)
    expect(sequences).toEqual(sequences.map((_, index) => index + 1))
    const progress = events.map(({ plan }) => plan.progress)
    expect(progress).toEqual(progress.toSorted((left, right) => left - right))
    expect(progress.at(-1)).toBe(1)
    const states = new Set(events.map(({ plan }) => `${plan.steps[1]?.state}`))
    expect([...states]).toEqual(['pending', 'running', 'done'])
  })

  it('passes on what a step says, without secrets', async () => {
    world.behaviours.set('one', 'says-and-works')
    const { ref } = app.vault.put('password', 'canary-word')
    const { planId, digest } = await app.plans.proposeSteps({
      title: 'Toy plan',
      target: world.target,
      steps: [{ kind: 'toy.write', params: { name: 'one', secret: 'word' } }],
      secrets: [{ name: 'word', label: 'the word', ref }],
    })
    const notes: string[] = []
    app.plans.subscribe(planId, ({ plan }) => {
      const note = plan.steps[0]?.note
      if (plan.steps[0]?.state === 'running' && note) notes.push(note)
    })
    app.plans.commit({ planId, digest })
    await app.plans.idle()
    expect(notes.length).toBeGreaterThan(0)
    expect(notes.join(' ')).toContain('(hidden)')
    expect(notes.join(' ')).not.toContain('canary-word')
  })
})

describe('what is refused', () => {
  it('another digest than the one that was shown', async () => {
    const { planId } = await propose()
    expect(await refusal(() => app.plans.commit({ planId, digest: '0'.repeat(64) }))).toBe('digest-mismatch')
    expect(world.log).toEqual([])
  })

  it('a second commit, at once and after a restart', async () => {
    const { planId, digest } = await propose()
    app.plans.commit({ planId, digest })
    expect(await refusal(() => app.plans.commit({ planId, digest }))).toBe('already-used')
    await app.plans.idle()
    app.close()
    app = startToyApp(world)
    expect(await refusal(() => app.plans.commit({ planId, digest }))).toBe('already-used')
    expect(world.log).toEqual(['one', 'two'])
  })

  it('a commit of something that is no plan, or that was discarded', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000'
    expect(await refusal(() => app.plans.commit({ planId: unknown, digest: '0'.repeat(64) }))).toBe('not-found')
    const { planId, digest } = await propose()
    expect(app.plans.discard(planId).state).toBe('discarded')
    expect(await refusal(() => app.plans.commit({ planId, digest }))).toBe('already-used')
  })

  it('a summary that is older than half an hour', async () => {
    const { planId, digest } = await propose()
    world.clock.advance(30 * 60_000)
    expect(await refusal(() => app.plans.commit({ planId, digest }))).toBe('not-found')
  })

  it('a plan with a problem', async () => {
    world.behaviours.set('check two', 'internal')
    const { planId, digest, findings } = await propose()
    expect(findings).toEqual([{ check: 'toy', level: 'problem', message: 'two cannot work here.' }])
    expect(await refusal(() => app.plans.commit({ planId, digest }))).toBe('invalid-input')
    expect(world.log).toEqual([])
  })

  it('a consent that the plan does not ask for, and steps that do not exist', async () => {
    const { planId, digest } = await propose()
    expect(await refusal(() => app.plans.consent({ planId, digest, consent: 'kms-key-warning' }))).toBe('invalid-input')
    expect(await refusal(() => propose([{ kind: 'toy.nuke', params: { name: 'x' } }]))).toBe('invalid-input')
    expect(await refusal(() => propose([{ kind: 'toy.read', params: { name: 7 as unknown as string } }]))).toBe(
      'invalid-input',
    )
    expect(await refusal(() => propose([]))).toBe('invalid-input')
  })

  it('two plans on one computer at the same time', async () => {
    const first = await propose()
    const second = await app.plans.proposeSteps({
      title: 'Rival',
      target: { place: 'network', host: 'srv01' },
      steps: toySteps,
    })
    app.plans.commit(first)
    expect(await refusal(() => app.plans.commit(second))).toBe('busy')
    await app.plans.idle()
    expect(app.plans.commit(second).state).toBe('running')
    await app.plans.idle()
  })

  it('a commit whose secret was forgotten meanwhile', async () => {
    const { ref } = app.vault.put('password', 'word')
    const plan = await app.plans.proposeSteps({
      title: 'Toy plan',
      target: world.target,
      steps: [{ kind: 'toy.write', params: { name: 'one', secret: 'word' } }],
      secrets: [{ name: 'word', label: 'the word', ref }],
    })
    app.vault.forget(ref)
    expect(await refusal(() => app.plans.commit(plan))).toBe('secret-missing')
    expect(world.log).toEqual([])
  })
})
