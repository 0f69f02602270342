import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../../../src-main/contract/app-error.ts'
import { unchangedFields } from '../../../../../src-renderer/wizards/configure-client/client-fields.ts'
import { configureClientWizard } from '../../../../../src-renderer/wizards/configure-client/configure-client-wizard.ts'
import { createTask } from '../../../../../src-renderer/wizards/task-wizard/task-store.ts'
import { goodLinks, plan, snapshot } from '../../../../ui-preview/fixtures.ts'
import { scriptedBridge } from '../set-up-kms-host/scripted-bridge.ts'

const client = {
  ...snapshot,
  products: snapshot.products.slice(0, 1).map((product) => ({ ...product, kind: 'kms-client' as const })),
}
type Script = Parameters<typeof scriptedBridge>[0]

const open = (script: Script = {}) => {
  const scripted = scriptedBridge({
    'target.test': () => ok({ reachable: true, findings: goodLinks, snapshot: client }),
    ...script,
  })
  const task = createTask(configureClientWizard, {
    bridge: scripted.bridge,
    opening: { kind: 'practise' },
    place: 'lab',
    scenario: () => 'contoso-2009',
  })
  task.target.edit({ labHost: 'PC001' })
  return { ...scripted, task, step: () => task.store.getState().step }
}

describe('a task wizard', () => {
  it('goes from the computer to the result, and commits what was shown', async () => {
    const { task, step, calls, emit } = open()
    await task.target.next()
    expect(step()).toBe('options')
    await task.propose()
    expect(step()).toBe('review')
    await task.commit()
    expect(step()).toBe('running')
    expect(calls.find(({ name }) => name === 'plans.commit')?.input).toEqual({
      planId: plan.planId,
      digest: plan.digest,
    })
    emit({ sequence: 9, plan: { ...plan, state: 'done' } })
    expect(step()).toBe('result')
  })

  it('keeps what was chosen on Back, over another computer too', async () => {
    const { task } = open()
    await task.target.next()
    task.edit({ caching: 'off' })
    await task.propose()
    task.back()
    task.back()
    task.target.edit({ labHost: 'PC002' })
    await task.target.next()
    expect(task.store.getState()).toMatchObject({ step: 'options', fields: { ...unchangedFields, caching: 'off' } })
  })

  it('does not go on with a computer that the wizard refuses, and moves to the way out', async () => {
    const { task, step } = open({
      'target.test': () => ok({ reachable: true, findings: goodLinks, snapshot: { ...client, products: [] } }),
    })
    await task.target.next()
    expect(step()).toBe('target')
    expect(task.store.getState()).toMatchObject({ complaint: { field: 'refusal' } })
  })

  it('shows an error of main beside the field that it names, and any other above the fields', async () => {
    const refused = { code: 'invalid-input', message: 'Bad.', remedy: 'Mend it.', retryable: false } as const
    const beside = open({ 'plans.propose': () => fail({ ...refused, field: 'host' }) })
    await beside.task.target.next()
    await beside.task.propose()
    expect(beside.task.store.getState()).toMatchObject({
      step: 'options',
      complaint: { field: 'host', message: 'Bad. Mend it.' },
      error: null,
    })
    const above = open({ 'plans.propose': () => fail({ ...refused, field: 'elsewhere' }) })
    await above.task.target.next()
    await above.task.propose()
    expect(above.task.store.getState()).toMatchObject({ step: 'options', complaint: null, error: refused })
  })

  it('does not show a plan of what stood there before a change', async () => {
    let answer: (value: ReturnType<typeof ok>) => void = () => undefined
    const { task, step } = open({
      'plans.propose': () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    })
    await task.target.next()
    const proposing = task.propose()
    await Promise.resolve()
    task.edit({ caching: 'off' })
    answer(ok(plan))
    await proposing
    expect(step()).toBe('options')
    expect(task.store.getState()).toMatchObject({ proposing: false })
  })

  it('stays at the review where the plan is refused', async () => {
    const { task } = open({ 'plans.commit': () => fail({ code: 'busy', message: 'Busy.', retryable: true }) })
    await task.target.next()
    await task.propose()
    await task.commit()
    expect(task.store.getState()).toMatchObject({ step: 'review', committing: false, error: { code: 'busy' } })
  })

  it('forgets the password when it is left before the commit, and leaves it to a plan that runs', async () => {
    const account = { labUser: 'CONTOSO\\admin', labPassword: 'Rehearsal-Only-1' }
    const left = open()
    left.task.target.edit(account)
    await left.task.target.next()
    left.task.dispose()
    expect(left.names()).toContain('secrets.forget')
    const running = open()
    running.task.target.edit(account)
    await running.task.target.next()
    await running.task.propose()
    await running.task.commit()
    running.task.dispose()
    expect(running.names()).not.toContain('secrets.forget')
  })
})
