import type { Action, ActionContext } from '../../../src-main/actions/action.ts'
import { openLab, type Lab } from '../../../src-main/lab/open-lab.ts'
import type { CimObject } from '../../../src-main/wmi/cim-values.ts'
import type { Site, WmiSession } from '../../../src-main/wmi/wmi-session.ts'
import { siteOf } from '../plans/lab-world.ts'

/** One computer of a Lab as actions see it, with the clock of the Lab's scenario. */
export interface LabTarget {
  readonly lab: Lab
  readonly context: ActionContext
  /** Secrets of the plan by name. */
  readonly secrets: Map<string, string>
  /** First row of a query. */
  row(wql: string): Promise<CimObject>
  /** How often a method was called on the computer. */
  count(method: string): number
}

type Wrap = (site: Site) => Site

/** The context of an action on a Lab computer; waits pass at once on the app's clock. */
export const labTarget = (lab: Lab, host: string, wrap: Wrap = (site) => site): LabTarget => {
  const site = wrap(siteOf(lab))
  const sessions = new Map<string, Promise<WmiSession>>()
  const secrets = new Map<string, string>()
  let time = Date.parse('2026-11-22T10:00:00.000Z')
  const connect = (namespace: string): Promise<WmiSession> => {
    const open = sessions.get(namespace) ?? site.connect({ host }, namespace)
    sessions.set(namespace, open)
    return open
  }
  const context: ActionContext = {
    target: { place: 'lab', scenario: lab.scenario, host },
    host,
    elevated: null,
    earlier: () => null,
    signal: new AbortController().signal,
    session: connect,
    site,
    secret: (name) => secrets.get(name) ?? '',
    note: () => {},
    wait: async (milliseconds) => {
      time += milliseconds
    },
    now: () => new Date(time),
  }
  return {
    lab,
    context,
    secrets,
    row: async (wql) => (await (await connect('root\\cimv2')).query(wql))[0] ?? {},
    count: (method) =>
      lab.calls().filter((call) => call.op === 'call' && call.host === host.toLowerCase() && call.method === method)
        .length,
  }
}

/** A scenario in memory whose calls take no time. */
export const quickLab = (scenario: string): Lab => openLab(scenario, { latencyMs: 0 })

/** Runs an action from its evidence to its outcome. */
export const perform = async <P, B, R>(action: Action<P, B, R>, { context }: LabTarget, params: P) => {
  const before = await action.before(context, params)
  const result = await action.run(context, params, before)
  return { before, result, outcome: action.outcome(result) }
}

/** The error that a promise is rejected with. */
export const failureOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (thrown: unknown) => thrown,
  )
