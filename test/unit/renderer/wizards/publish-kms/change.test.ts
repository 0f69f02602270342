import { describe, expect, test } from 'vitest'
import { fail, ok } from '../../../../../src-main/contract/app-error.ts'
import type { AppError } from '../../../../../src-main/contract/app-error.ts'
import type { PlanDraft } from '../../../../../src-main/contract/models/plan.ts'
import { commitVerb } from '../../../../../src-renderer/strings/publish-dns/change.ts'
import type { ChangeOpening } from '../../../../../src-renderer/wizards/publish-kms/change-draft.ts'
import { createChange } from '../../../../../src-renderer/wizards/publish-kms/change-store.ts'
import { scriptedBridge } from '../set-up-kms-host/scripted-bridge.ts'

const network: ChangeOpening = {
  op: 'create',
  place: { place: 'network' },
  domain: 'contoso.test',
  previous: null,
  primary: 'dc01.contoso.test.',
}
const good = { 'dns.checkRecord': () => ok({ value: { domain: 'contoso.test', record: {} }, findings: [] }) }
const invalid = (field: string): AppError => ({ code: 'invalid-input', field, message: 'No.', retryable: false })

/** The wizard on its step "How to write it". */
const atWay = async (script: Parameters<typeof scriptedBridge>[0] = {}, opening = network) => {
  const scripted = scriptedBridge({ ...good, ...script })
  const change = createChange(scripted.bridge, opening, () => 'DC01')
  await change.toWay()
  return { ...scripted, change }
}
const proposed = (calls: ReturnType<typeof scriptedBridge>['calls']): PlanDraft =>
  calls.find(({ name }) => name === 'plans.propose')?.input as PlanDraft

describe('the step "Record"', () => {
  test('stays where the check finds a problem, complains of the first field, and keeps what was typed', async () => {
    const findings = ['ttl', 'port'].map((field) => ({ check: field, level: 'problem', field, message: `${field}.` }))
    const { bridge } = scriptedBridge({ 'dns.checkRecord': () => ok({ value: null, findings }) })
    const change = createChange(bridge, network, () => null)
    change.editRecord({ port: '70000' })
    await change.toWay()
    expect(change.store.getState()).toMatchObject({
      step: 'record',
      complaint: { field: 'port' },
      draft: { record: { port: '70000' } },
    })
  })

  test('a removal needs no check', async () => {
    const previous = { target: 'old.contoso.test', port: 1688, priority: 0, weight: 0, ttl: 60 }
    const { change, names, calls } = await atWay({}, { ...network, op: 'remove', previous })
    await change.toReview()
    expect(names()).not.toContain('dns.checkRecord')
    expect(proposed(calls)).toMatchObject({ changes: [{ op: 'remove', domain: 'contoso.test', previous }] })
  })
})

describe('the step "How to write it"', () => {
  test('takes the server that the zone names, and this computer for itself', async () => {
    const { change, calls } = await atWay()
    expect(change.store.getState().draft.way.server).toBe('dc01.contoso.test')
    await change.toReview()
    expect(proposed(calls)).toMatchObject({ via: { kind: 'microsoft-dns', server: { place: 'this-computer' } } })
  })

  test('an account makes it a computer on the network, and the password crosses as a reference alone', async () => {
    const { change, calls } = await atWay()
    change.editWay({ user: 'CONTOSO\\admin', password: 'open sesame' })
    await change.toReview()
    expect(proposed(calls)).toMatchObject({
      via: { server: { place: 'network', host: 'dc01.contoso.test', credential: { password: 'secret:1' } } },
    })
    expect(JSON.stringify(proposed(calls))).not.toContain('open sesame')
  })

  test('a signed update carries the key by reference, an unsigned one none', async () => {
    const { change, calls } = await atWay()
    change.editWay({ kind: 'dynamic-update', keyName: ' kms-key ', secret: 'c2VjcmV0' })
    await change.toReview()
    expect(proposed(calls)).toMatchObject({ via: { tsig: { keyName: 'kms-key', secret: 'secret:1' }, zone: null } })
    const bare = await atWay()
    bare.change.editWay({ kind: 'dynamic-update', signed: false })
    await bare.change.toReview()
    expect(proposed(bare.calls)).toMatchObject({ via: { tsig: null } })
  })

  test.each([
    ['server', { server: ' ' }],
    ['server', { server: 'dc 01' }],
    ['user', { password: 'x' }],
    ['password', { user: 'x' }],
    ['tsigName', { kind: 'dynamic-update', secret: 'x' }],
    ['tsigSecret', { kind: 'dynamic-update', keyName: 'x' }],
  ] as const)('asks for what is missing of %s, without asking main', async (field, patch) => {
    const { change, names } = await atWay()
    change.editWay(patch)
    await change.toReview()
    expect(change.store.getState().complaint).toMatchObject({ step: 'way', field })
    expect(names()).not.toContain('plans.propose')
  })

  test.each([
    ['changes.0.port', 'record', 'port'],
    ['tsigSecret', 'way', 'tsigSecret'],
    ['domain', 'way', 'server'],
  ] as const)('an error of %s leads to the step "%s"', async (name, step, field) => {
    const { change } = await atWay({ 'plans.propose': () => fail(invalid(name)) })
    await change.toReview()
    expect(change.store.getState()).toMatchObject({ step, complaint: { field }, error: null })
  })

  test('what goes wrong on the way is shown whole, even where main names the server', async () => {
    const denied: AppError = { code: 'access-denied', field: 'server', message: 'No.', retryable: false }
    const { change } = await atWay({ 'plans.propose': () => fail(denied) })
    await change.toReview()
    expect(change.store.getState()).toMatchObject({ step: 'way', complaint: null, error: denied })
  })
})

describe('the plan', () => {
  test('runs from the review to its end, and the page keeps what was typed', async () => {
    const { change, emit } = await atWay()
    await change.toReview()
    await change.plan.commit()
    const state = change.plan.store.getState()
    if (state.phase !== 'running') throw new Error(`the plan is ${state.phase}`)
    emit({ sequence: 1, plan: { ...state.plan, state: 'failed' } })
    expect(change.plan.store.getState().phase).toBe('ended')
    change.startAgain()
    expect(change.plan.store.getState().phase).toBe('none')
    expect(change.store.getState()).toMatchObject({ step: 'way', draft: { record: { domain: 'contoso.test' } } })
  })

  test('a refused commit leaves the review with its reason', async () => {
    const { change } = await atWay({ 'plans.commit': () => fail(invalid('digest')) })
    await change.toReview()
    await change.plan.commit()
    expect(change.plan.store.getState()).toMatchObject({
      phase: 'review',
      committing: false,
      error: { field: 'digest' },
    })
  })
})

test('leaving forgets the secrets, but not under a plan that runs', async () => {
  const { change, names } = await atWay()
  change.editWay({ user: 'a', password: 'b' })
  await change.toReview()
  change.dispose()
  expect(names()).toContain('secrets.forget')
  const running = await atWay()
  running.change.editWay({ user: 'a', password: 'b' })
  await running.change.toReview()
  await running.change.plan.commit()
  running.change.dispose()
  expect(running.names()).not.toContain('secrets.forget')
})

test('the button says what it does', () => {
  expect(commitVerb('create', 'kms01.contoso.test', 'contoso.test')).toBe('Publish KMS01 in contoso.test')
  expect(commitVerb('remove', 'kms02.contoso.test', 'contoso.test')).toBe('Remove the record of KMS02')
})
