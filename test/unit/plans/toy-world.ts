import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { defineAction } from '../../../src-main/actions/action.ts'
import { bindable, catalogueOf } from '../../../src-main/actions/bound-action.ts'
import { AppFailure, type ErrorCode } from '../../../src-main/contract/app-error.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { createPlanService, type PlanService } from '../../../src-main/plans/plan-service.ts'
import type { SiteProvider } from '../../../src-main/plans/site-provider.ts'
import { openJournal, type JournalStore } from '../../../src-main/store/journal-store.ts'
import { createSecretVault, type SecretVault } from '../../../src-main/store/secret-vault.ts'
import { unusedSite } from '../../support/unused-site.ts'
import { createTestClock, type TestClock } from './test-clock.ts'

/** What a toy step does when it is run. */
export type Behaviour = 'works' | 'hangs' | 'hangs-after' | 'says-and-works' | ErrorCode

/** A computer made of a set of names that were "written" to it, and a log of every write. */
export interface ToyWorld {
  readonly folder: string
  readonly written: Set<string>
  readonly log: string[]
  readonly engines: { started: number; killed: number; released: number }
  /** What `settle` answers whatever was written; null: the truth. */
  settles: 'cannot-tell' | 'fails' | null
  /** Called inside each run, before it writes. */
  during: (name: string) => void | Promise<void>
  behaviours: Map<string, Behaviour>
  readonly clock: TestClock
  readonly target: TargetRef
}

const failure = (code: ErrorCode): AppFailure =>
  new AppFailure({ code, message: `The toy says ${code}.`, remedy: 'Mend the toy.', retryable: true })

const params = z.object({ name: z.string(), secret: z.string().optional() }).strict()
const forever = (): Promise<never> => new Promise(() => {})

const toyAction = (world: ToyWorld, kind: string, risk: 'read' | 'change') =>
  defineAction({
    kind,
    params,
    evidence: z.object({ had: z.boolean() }),
    risk,
    weight: risk === 'read' ? 1 : 4,
    deadline: 30_000,
    secrets: ({ secret }) => (secret === undefined ? [] : [secret]),
    title: ({ name }) => `Do ${name}`,
    equivalent: ({ name }) => `toy.exe /do ${name}`,
    undo: ({ name }) => (risk === 'read' ? null : { possible: true, sentence: `Undo ${name} by hand.` }),
    check: async (_, { name }) =>
      world.behaviours.get(`check ${name}`) === undefined
        ? []
        : [{ check: 'toy', level: 'problem', message: `${name} cannot work here.` }],
    before: async (_, { name }) => {
      const behaviour = world.behaviours.get(`before ${name}`)
      if (behaviour === 'hangs') await forever()
      if (behaviour !== undefined) throw failure(behaviour as ErrorCode)
      return { had: world.written.has(name) }
    },
    run: async (context, { name, secret }) => {
      await world.during(name)
      const behaviour = world.behaviours.get(name) ?? 'works'
      if (behaviour === 'hangs') await forever()
      const value = secret === undefined ? '' : context.secret(secret)
      if (behaviour === 'says-and-works')
        for (let count = 0; count < 25; count += 1) {
          context.note(`Still at ${name}, ${count}, with ${value}.`)
          await context.wait(10)
        }
      if (behaviour !== 'works' && !behaviour.startsWith('hangs') && behaviour !== 'says-and-works')
        throw failure(behaviour as ErrorCode)
      if (risk === 'change' && !world.written.has(name)) {
        world.written.add(name)
        world.log.push(name)
      }
      if (behaviour === 'hangs-after') await forever()
      return { name, value: value.length }
    },
    settle: async (_, { name }) => {
      if (world.settles === 'fails') throw failure('access-denied')
      if (world.settles === 'cannot-tell') return { state: 'cannot-tell', outcome: 'The toy hides.' }
      return world.written.has(name)
        ? { state: 'done', result: { name, value: 0 }, outcome: `Found ${name} done.` }
        : { state: 'not-done', outcome: `${name} had not happened.` }
    },
    outcome: ({ name }) => `Did ${name}.`,
  })

/** Makes an empty world in a folder of its own. */
export const createToyWorld = (): ToyWorld => ({
  folder: mkdtempSync(join(tmpdir(), 'plans-')),
  written: new Set(),
  log: [],
  engines: { started: 0, killed: 0, released: 0 },
  settles: null,
  during: () => {},
  behaviours: new Map(),
  clock: createTestClock(),
  target: { place: 'network', host: 'SRV01' },
})

/** One life of the app: its own vault and service over the world's journal. */
export interface ToyApp {
  readonly plans: PlanService
  readonly vault: SecretVault
  readonly store: JournalStore
  close(): void
}

/** Starts the app on a world. `maxPages` limits the journal, as a full disk does. */
export const startToyApp = (world: ToyWorld, options: { readonly store?: JournalStore } = {}): ToyApp => {
  const store =
    options.store ?? openJournal({ path: join(world.folder, 'journal.sqlite'), now: () => world.clock.now() })
  const vault = createSecretVault(Buffer.alloc(32, 3))
  const sites: SiteProvider = {
    shared: () => unusedSite,
    exclusive: async () => {
      world.engines.started += 1
      return {
        site: unusedSite,
        kill: () => {
          world.engines.killed += 1
        },
        release: () => {
          world.engines.released += 1
        },
      }
    },
  }
  const plans = createPlanService({
    store,
    vault,
    sites,
    catalogue: catalogueOf([
      ['toy.read', bindable(toyAction(world, 'toy.read', 'read'))],
      ['toy.write', bindable(toyAction(world, 'toy.write', 'change'))],
    ]),
    clock: world.clock,
    who: 'EXAMPLE\\tech',
    elevated: null,
    computerName: 'DESK',
    redact: (text) => vault.values().reduce((masked, value) => masked.replaceAll(value, '(hidden)'), text),
    isLabKey: () => false,
  })
  return { plans, vault, store, close: () => store.close() }
}

/** Three steps: read, write one, write two. */
export const toySteps = [
  { kind: 'toy.read', params: { name: 'look' } },
  { kind: 'toy.write', params: { name: 'one' } },
  { kind: 'toy.write', params: { name: 'two' } },
]

/** Proposes, commits and waits for the end. */
export const runToyPlan = async (world: ToyWorld, app: ToyApp, steps = toySteps): Promise<PlanView> => {
  const { planId, digest } = await app.plans.proposeSteps({ title: 'Toy plan', target: world.target, steps })
  app.plans.commit({ planId, digest })
  await app.plans.idle()
  return app.plans.get(planId).plan
}

/** States of a plan's steps in order. */
export const statesOf = (plan: PlanView): readonly string[] => plan.steps.map(({ state }) => state)

/** Events of the journal in the order in which they were written. */
export const eventsOf = (app: ToyApp): readonly string[] =>
  app.store
    .read({ before: null, limit: 500 })
    .toReversed()
    .map(({ event, step }) => (step === null ? event : `${event} ${step}`))

/** The code of the AppFailure that something throws. */
export const refusal = async (work: () => unknown): Promise<string> => {
  try {
    await work()
  } catch (thrown) {
    if (thrown instanceof AppFailure) return thrown.error.code
    throw thrown
  }
  return 'nothing refused'
}

export const removeToyWorld = (world: ToyWorld): void => rmSync(world.folder, { recursive: true, force: true })
