import { describe, expect, it } from 'vitest'
import type { PlanState, PlanView } from '../../../../../src-main/contract/models/plan.ts'
import type { WizardState } from '../../../../../src-renderer/wizards/set-up-kms-host/machine.ts'
import { transition } from '../../../../../src-renderer/wizards/set-up-kms-host/transition.ts'
import { plan, refused, report } from '../../../../ui-preview/fixtures.ts'

const opening: WizardState = { step: 'opening', error: null }
const opened = (patch: Partial<PlanView>): WizardState =>
  transition(opening, { type: 'plan-opened', plan: { ...plan, ...patch }, report: null })

describe('opening a plan', () => {
  it.each<[PlanState, WizardState['step']]>([
    ['running', 'running'],
    ['stopping', 'running'],
    ['stopped', 'running'],
    ['interrupted', 'running'],
    ['waiting-for-input', 'running'],
    ['done', 'result'],
    ['failed', 'result'],
    ['discarded', 'result'],
  ])('shows a plan in state %s on the page %s', (state, step) => {
    expect(opened({ state }).step).toBe(step)
  })

  it('says why it could not be read', () => {
    expect(transition(opening, { type: 'open-failed', error: refused })).toEqual({ step: 'opening', error: refused })
  })
})

describe('a running plan', () => {
  it('never shows less progress than before', () => {
    const state = transition(opened({ state: 'running', progress: 0.6 }), {
      type: 'plan-changed',
      plan: { ...plan, state: 'running', progress: 0.4 },
    })
    expect(state).toMatchObject({ plan: { progress: 0.6 } })
  })

  it('becomes the result page when it ends, with nothing verified yet', () => {
    const state = transition(opened({ state: 'running' }), { type: 'plan-changed', plan: { ...plan, state: 'done' } })
    expect(state).toMatchObject({ step: 'result', report: null, verify: { phase: 'idle' } })
  })

  it('forgets a request that main refused, and shows the reason', () => {
    const asked = transition(opened({ state: 'running' }), { type: 'requested', request: 'stopping' })
    expect(asked).toMatchObject({ request: 'stopping' })
    expect(transition(asked, { type: 'request-failed', error: refused })).toMatchObject({
      request: null,
      error: refused,
      plan: { state: 'running' },
    })
  })
})

describe('the result', () => {
  const result = opened({ state: 'done' })

  it('keeps the last report while verifying again and after a failed verification', () => {
    const read = transition(result, { type: 'report-read', report })
    const verifying = transition(read, { type: 'verifying' })
    expect(verifying).toMatchObject({ report, verify: { phase: 'running' } })
    expect(transition(verifying, { type: 'verify-failed', error: refused })).toMatchObject({
      report,
      verify: { phase: 'failed', error: refused },
    })
  })
})
