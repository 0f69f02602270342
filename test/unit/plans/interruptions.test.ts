import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppFailure } from '../../../src-main/contract/app-error.ts'
import { openJournal, type JournalStore } from '../../../src-main/store/journal-store.ts'
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
beforeEach(() => {
  world = createToyWorld()
  app = startToyApp(world)
})
afterEach(() => {
  app.close()
  removeToyWorld(world)
})

/** Commits the toy plan and moves the clock past every deadline once the named step hangs. */
const runUntilHung = async (name: string) => {
  world.during = async (running) => {
    if (running === name) setTimeout(() => world.clock.advance(60_000))
  }
  return runToyPlan(world, app)
}
const nextLife = (): void => {
  app.close()
  app = startToyApp(world)
}
const resume = async (planId: string) => {
  world.behaviours.clear()
  world.during = () => {}
  app.plans.resume({ planId, secrets: {} })
  await app.plans.idle()
  return app.plans.get(planId).plan
}

describe('a step that fails', () => {
  it('ends the plan, skips what follows and says what is in force and how to undo it', async () => {
    world.behaviours.set('two', 'licensing-refused')
    const plan = await runToyPlan(world, app)
    expect(plan.state).toBe('failed')
    expect(plan.error).toMatchObject({
      code: 'licensing-refused',
      message: 'Step 3 failed: "Do two". The toy says licensing-refused.',
      remedy: 'Mend the toy. Done before and still in force: "Do one". Undo one by hand.',
      target: 'SRV01',
    })
    expect(plan.progress).toBeLessThan(1)
    expect(eventsOf(app).slice(-2)).toEqual(['failed 2', 'finished'])
    expect(await refusal(() => app.plans.resume({ planId: plan.planId, secrets: {} }))).toBe('already-used')
  })

  it('skips every later step', async () => {
    world.behaviours.set('look', 'access-denied')
    const plan = await runToyPlan(world, app)
    expect(statesOf(plan)).toEqual(['failed', 'skipped', 'skipped'])
    expect(plan.error?.remedy).toBe('Mend the toy.')
    expect(world.log).toEqual([])
    expect(eventsOf(app)).toContain('skipped 2')
  })

  it('fails before it begins where even looking is denied', async () => {
    world.behaviours.set('before one', 'access-denied')
    const plan = await runToyPlan(world, app)
    expect(statesOf(plan)).toEqual(['done', 'failed', 'skipped'])
    expect(eventsOf(app)).not.toContain('will-run 1')
  })
})

describe('an engine that hangs or dies', () => {
  it('in a write leaves that step unknown, the plan interrupted and the app alive', async () => {
    world.behaviours.set('one', 'hangs')
    const plan = await runUntilHung('one')
    expect(plan.state).toBe('interrupted')
    expect(statesOf(plan)).toEqual(['done', 'unknown', 'pending'])
    expect(plan.error).toMatchObject({ code: 'timeout', retryable: true })
    expect(plan.error?.remedy).toContain('Check and resume')
    expect(world.engines).toEqual({ started: 1, killed: 1, released: 1 })
    expect(app.plans.unfinished().map(({ planId }) => planId)).toEqual([plan.planId])
    const other = await app.plans.proposeSteps({ title: 'Other', target: world.target, steps: toySteps })
    expect(other.state).toBe('proposed')
  })

  it.each(['engine-lost', 'rpc-unavailable'] as const)(
    'mid-write with %s is resumed by looking first',
    async (code) => {
      world.behaviours.set('one', code)
      const plan = await runToyPlan(world, app)
      expect(statesOf(plan)).toEqual(['done', 'unknown', 'pending'])
      const done = await resume(plan.planId)
      expect(done.state).toBe('done')
      expect(world.log).toEqual(['one', 'two'])
      expect(eventsOf(app)).toContain('found-not-done 1')
    },
  )

  it('after Windows did it: the step is found done and not repeated', async () => {
    world.behaviours.set('one', 'hangs-after')
    const plan = await runUntilHung('one')
    expect(statesOf(plan)).toEqual(['done', 'unknown', 'pending'])
    const done = await resume(plan.planId)
    expect(statesOf(done)).toEqual(['done', 'done', 'done'])
    expect(done.progress).toBe(1)
    expect(world.log).toEqual(['one', 'two'])
    expect(eventsOf(app)).toContain('found-done 1')
    expect(eventsOf(app).filter((event) => event === 'will-run 1')).toHaveLength(1)
  })

  it('in a read or before the write leaves nothing unknown', async () => {
    world.behaviours.set('look', 'engine-lost')
    const first = await runToyPlan(world, app)
    expect(first.state).toBe('interrupted')
    expect(statesOf(first)).toEqual(['pending', 'pending', 'pending'])
    world.behaviours.clear()
    world.behaviours.set('before one', 'engine-lost')
    app.plans.resume({ planId: first.planId, secrets: {} })
    await app.plans.idle()
    const second = app.plans.get(first.planId).plan
    expect(statesOf(second)).toEqual(['done', 'pending', 'pending'])
    expect(second.error?.message).toContain('has not begun')
  })

  it('stays unknown where the computer cannot tell or cannot be asked', async () => {
    world.behaviours.set('one', 'engine-lost')
    const { planId } = await runToyPlan(world, app)
    for (const answer of ['cannot-tell', 'fails'] as const) {
      world.settles = answer
      const plan = await resume(planId)
      expect(plan.state).toBe('interrupted')
      expect(statesOf(plan)).toEqual(['done', 'unknown', 'pending'])
    }
    expect(world.log).toEqual([])
    world.settles = null
    expect((await resume(planId)).state).toBe('done')
    expect(world.log).toEqual(['one', 'two'])
  })
})

describe('stopping', () => {
  it('ends the plan after the running step; it can be resumed', async () => {
    let planId = ''
    const answers: string[] = []
    world.during = (name) => {
      if (name === 'one') answers.push(app.plans.stop(planId).state)
    }
    const proposed = await app.plans.proposeSteps({ title: 'Toy plan', target: world.target, steps: toySteps })
    planId = proposed.planId
    app.plans.commit(proposed)
    await app.plans.idle()
    const stopped = app.plans.get(planId).plan
    expect(answers).toEqual(['stopping'])
    expect(stopped.state).toBe('stopped')
    expect(statesOf(stopped)).toEqual(['done', 'done', 'pending'])
    nextLife()
    expect((await resume(planId)).state).toBe('done')
    expect(world.log).toEqual(['one', 'two'])
    expect(eventsOf(app).filter((event) => event === 'stopped' || event === 'resumed')).toEqual(['stopped', 'resumed'])
  })

  it('leaves a plan that does not run as it is', async () => {
    const plan = await runToyPlan(world, app)
    expect(app.plans.stop(plan.planId).state).toBe('done')
  })
})

describe('discarding', () => {
  it('gives up what is left, and what was done stays done', async () => {
    world.behaviours.set('two', 'engine-lost')
    const { planId } = await runToyPlan(world, app)
    nextLife()
    const plan = app.plans.discard(planId)
    expect(plan.state).toBe('discarded')
    expect(app.plans.unfinished()).toEqual([])
    expect(await refusal(() => app.plans.resume({ planId, secrets: {} }))).toBe('already-used')
    expect(world.log).toEqual(['one'])
  })
})

/** A store that refuses chosen writes as a full disk does. */
const fullDiskAt = (store: JournalStore, event: string): JournalStore => ({
  ...store,
  record: (change) => {
    if (change.entries.some((entry) => entry.event === event && entry.step === 1))
      throw new AppFailure({ code: 'disk-full', message: 'The disk is full.', retryable: true })
    store.record(change)
  },
})

describe('a disk that is full', () => {
  const restartWith = (event: string): void => {
    const store = openJournal({ path: join(world.folder, 'journal.sqlite'), now: () => world.clock.now() })
    app.close()
    app = startToyApp(world, { store: fullDiskAt(store, event) })
  }

  it('before a step keeps it from running', async () => {
    restartWith('will-run')
    const plan = await runToyPlan(world, app)
    expect(plan.state).toBe('interrupted')
    expect(plan.error?.code).toBe('disk-full')
    expect(statesOf(plan)).toEqual(['done', 'pending', 'pending'])
    expect(world.log).toEqual([])
    nextLife()
    expect((await resume(plan.planId)).state).toBe('done')
    expect(world.log).toEqual(['one', 'two'])
  })

  it('after a step leaves it unknown, and resuming finds it done', async () => {
    restartWith('done')
    const plan = await runToyPlan(world, app)
    expect(plan.state).toBe('interrupted')
    expect(statesOf(plan)).toEqual(['done', 'unknown', 'pending'])
    nextLife()
    expect((await resume(plan.planId)).state).toBe('done')
    expect(world.log).toEqual(['one', 'two'])
  })

  it('for real: a commit that finds no room is refused and nothing runs', async () => {
    app.close()
    const path = join(world.folder, 'tiny.sqlite')
    const now = () => world.clock.now()
    openJournal({ path, now }).close()
    app = startToyApp(world, { store: openJournal({ path, now, maxPages: 1 }) })
    const many = Array.from({ length: 200 }, (_, index) => ({ kind: 'toy.write', params: { name: `step ${index}` } }))
    const plan = await app.plans.proposeSteps({ title: 'Toy plan', target: world.target, steps: many })
    expect(await refusal(() => app.plans.commit(plan))).toBe('disk-full')
    expect(world.log).toEqual([])
  })
})
