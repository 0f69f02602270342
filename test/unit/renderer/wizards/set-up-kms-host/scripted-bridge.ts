import { ok, type Result } from '../../../../../src-main/contract/app-error.ts'
import type { CallName } from '../../../../../src-main/contract/channels.ts'
import type { PlanEvent } from '../../../../../src-main/contract/models/plan.ts'
import type { Bridge } from '../../../../../src-renderer/bridge/create-bridge.ts'
import { compatibility, goodLinks, plan, snapshot, usualSettings } from '../../../../ui-preview/fixtures.ts'

type Answer = Result<unknown> | Promise<Result<unknown>>

/** A bridge that answers from a script and remembers what it was asked. */
export const scriptedBridge = (script: Partial<Record<CallName, (input: unknown) => Answer>> = {}) => {
  const calls: { readonly name: CallName; readonly input: unknown }[] = []
  let secrets = 0
  let emit: (event: PlanEvent) => void = () => undefined
  const standard: Partial<Record<CallName, (input: unknown) => Answer>> = {
    'secrets.put': () => {
      secrets += 1
      return ok({ ref: `secret:${secrets}`, lastFive: null })
    },
    'secrets.forget': () => ok(undefined),
    'target.test': () => ok({ reachable: true, findings: goodLinks, snapshot }),
    'productKey.check': () =>
      ok({ masked: 'M', lastFive: 'ABCDE', kind: 'unknown', generation: 'windows-7', setupKeyFor: null, findings: [] }),
    'hostKeys.compatibility': () => ok(compatibility),
    'hostSettings.check': () => ok(usualSettings),
    'plans.propose': () => ok(plan),
    'kmsHost.findInDns': () => ok({ lookups: [] }),
    'plans.consent': () => ok(undefined),
    'plans.commit': () => ok({ ...plan, state: 'running' }),
    'plans.get': () => ok({ plan: { ...plan, state: 'running' }, report: null, results: [] }),
  }
  const bridge: Bridge = {
    call: async (name, input) => {
      calls.push({ name, input })
      const answer = script[name] ?? standard[name]
      if (answer === undefined) throw new Error(`the script has no answer to ${name}`)
      return (await answer(input)) as never
    },
    listen: (_name, _input, onEvent) => {
      emit = onEvent as unknown as typeof emit
      return () => undefined
    },
  }
  return {
    bridge,
    calls,
    names: () => calls.map(({ name }) => name),
    emit: (event: PlanEvent) => emit(event),
  }
}
