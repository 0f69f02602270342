import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, ok } from '../../../../../src-main/contract/app-error.ts'
import { createWizard } from '../../../../../src-renderer/wizards/set-up-kms-host/wizard-store.ts'
import { confirmationText } from '../../../../support/confirmation-text.ts'
import { plan, refused, waiting } from '../../../../ui-preview/fixtures.ts'
import { scriptedBridge } from '../set-up-kms-host/scripted-bridge.ts'

const waits = { ...plan, state: 'waiting-for-input', waiting } as const
const secrets = new Map<string, string>()
const checked = (text: string) => ({
  complete: text.replaceAll(' ', '').length === 48,
  blocks: text.split(' ').map((block) => ({ letter: '', length: block.length, checkDigitHolds: block !== '111111' })),
  findings: [],
})

const openWaiting = async (script: Parameters<typeof scriptedBridge>[0] = {}) => {
  secrets.clear()
  const main = scriptedBridge({
    'plans.get': () => ok({ plan: waits, report: null }),
    'plans.provide': () => ok({ ...plan, state: 'running' }),
    'secrets.put': (input) => {
      const ref = `secret:${secrets.size + 1}`
      secrets.set(ref, (input as { value: string }).value)
      return ok({ ref, lastFive: null })
    },
    'confirmationId.check': (input) => ok(checked(secrets.get((input as { ref: string }).ref) ?? '')),
    ...script,
  })
  const wizard = createWizard(main.bridge, { kind: 'plan', planId: plan.planId, resume: false }, 'lab', () => '')
  await wizard.plan.open(plan.planId)
  const confirmation = () => {
    const state = wizard.store.getState()
    if (state.step !== 'running') throw new Error(`the plan is shown as ${state.step}`)
    return state.confirmation
  }
  return { ...main, wizard, confirmation }
}
const provided = (calls: Awaited<ReturnType<typeof openWaiting>>['calls']) =>
  calls.filter(({ name }) => name === 'plans.provide').map(({ input }) => input)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the confirmation ID', () => {
  it('is handed over as a reference to the whole, under the name that the plan waits for', async () => {
    const { wizard, calls } = await openWaiting()
    wizard.plan.confirmation.paste(0, confirmationText)
    await wizard.plan.provide({})
    const [input] = provided(calls)
    expect(input).toMatchObject({ planId: plan.planId, name: 'confirmationId', secrets: {} })
    expect(secrets.get((input as { ref: string }).ref)).toBe(confirmationText)
    expect(wizard.store.getState()).toMatchObject({ step: 'running', request: null, plan: { state: 'running' } })
  })

  it('stays with the plan that it was given to, and is taken from memory where it was not', async () => {
    const given = await openWaiting()
    given.wizard.plan.confirmation.paste(0, confirmationText)
    await given.wizard.plan.provide({})
    given.wizard.dispose()
    expect(given.names()).not.toContain('secrets.forget')
    const typed = await openWaiting()
    typed.wizard.plan.confirmation.paste(0, confirmationText)
    await vi.runAllTimersAsync()
    typed.wizard.dispose()
    expect(typed.calls.at(-1)).toMatchObject({ name: 'secrets.forget' })
  })

  it('names the block that is too short and is not tried', async () => {
    const { wizard, calls, confirmation } = await openWaiting()
    wizard.plan.confirmation.paste(0, confirmationText)
    wizard.plan.confirmation.type(2, '3333')
    await wizard.plan.provide({})
    expect(confirmation()).toMatchObject({ unfit: 2 })
    expect(provided(calls)).toEqual([])
  })

  it('warns of a check digit that does not hold, and is tried all the same', async () => {
    const { wizard, calls, confirmation } = await openWaiting()
    wizard.plan.confirmation.paste(0, `111111 ${confirmationText.slice(7)}`)
    await vi.runAllTimersAsync()
    expect(confirmation()).toMatchObject({ doubtful: [0], unfit: null })
    await wizard.plan.provide({})
    expect(provided(calls)).toHaveLength(1)
  })

  it('looks at full blocks while others are still empty, and forgets the doubt when the block is mended', async () => {
    const { wizard, confirmation } = await openWaiting()
    wizard.plan.confirmation.type(3, '111111')
    await vi.runAllTimersAsync()
    expect(confirmation().doubtful).toEqual([3])
    wizard.plan.confirmation.type(3, '111112')
    expect(confirmation().doubtful).toEqual([])
  })

  it('is kept in its fields where Windows or main refuses it', async () => {
    const { wizard, confirmation, emit } = await openWaiting({ 'plans.provide': () => fail(refused) })
    wizard.plan.confirmation.paste(0, confirmationText)
    await wizard.plan.provide({})
    expect(wizard.store.getState()).toMatchObject({ error: refused, request: null })
    emit({ sequence: 1, plan: { ...plan, state: 'running' } })
    emit({ sequence: 2, plan: { ...waits, waiting: { ...waiting, error: refused } } })
    expect(confirmation().blocks.join(' ')).toBe(confirmationText)
  })
})
