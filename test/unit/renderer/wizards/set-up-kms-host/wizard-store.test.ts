import { describe, expect, it, vi } from 'vitest'
import { fail, ok } from '../../../../../src-main/contract/app-error.ts'
import { createWizard } from '../../../../../src-renderer/wizards/set-up-kms-host/wizard-store.ts'
import { plan, refused, report } from '../../../../ui-preview/fixtures.ts'
import { scriptedBridge } from './scripted-bridge.ts'

const patience = { timeout: 30_000 }

const typedKey = 'ABCDE-FGHJK-MNPQR-STVWX-Y2346'

const openWizard = (script: Parameters<typeof scriptedBridge>[0] = {}) => {
  const main = scriptedBridge(script)
  const wizard = createWizard(main.bridge, { kind: 'new' }, 'network', () => 'first-host')
  return { ...main, wizard, state: () => wizard.store.getState() }
}
const toReview = async (opened: ReturnType<typeof openWizard>) => {
  opened.wizard.target.edit({ host: 'kms01', user: 'LAB\\admin', password: 'hunter2' })
  await opened.wizard.target.next()
  opened.wizard.hostKey.edit(typedKey)
  await opened.wizard.hostKey.next()
  await opened.wizard.options.next()
  return opened
}

describe('the wizard against main', () => {
  it('sends secrets once, and a plan draft that holds references alone', async () => {
    const { calls, state } = await toReview(openWizard())
    expect(state()).toMatchObject({ step: 'review', plan: { planId: plan.planId } })
    const proposed = calls.find(({ name }) => name === 'plans.propose')?.input
    expect(proposed).toEqual({
      wizard: 'set-up-kms-host',
      target: { place: 'network', host: 'kms01', credential: { user: 'LAB\\admin', password: 'secret:1' } },
      hostKey: 'secret:2',
      overruled: [],
      openFirewall: true,
      activation: 'online',
      publishing: { mode: 'automatic' },
      port: 1688,
      lowPriority: false,
      activationInterval: null,
      renewalInterval: null,
      hostKeyGeneration: null,
      previous: null,
    })
    expect(calls.filter(({ name }) => name === 'secrets.put')).toHaveLength(2)
  })

  it('tests on Next, and does not ask at all where a field is wrong', async () => {
    const { wizard, names, state } = openWizard()
    await wizard.target.next()
    expect(names()).toEqual([])
    expect(state()).toMatchObject({ step: 'target', complaint: { field: 'host' } })
  })

  it('commits only after the consent, and with the digest that was shown', async () => {
    const opened = await toReview(openWizard())
    await opened.wizard.warning.confirm()
    expect(opened.names()).not.toContain('plans.commit')
    await opened.wizard.warning.open()
    await opened.wizard.warning.confirm()
    const quoted = { planId: plan.planId, digest: plan.digest }
    expect(opened.calls.filter(({ name }) => name === 'plans.consent' || name === 'plans.commit')).toEqual([
      { name: 'plans.consent', input: { ...quoted, consent: 'kms-key-warning' } },
      { name: 'plans.commit', input: quoted },
    ])
    expect(opened.state()).toMatchObject({ step: 'running' })
  })

  it('does not commit where the consent was not recorded', async () => {
    const opened = await toReview(openWizard({ 'plans.consent': () => fail(refused) }))
    await opened.wizard.warning.open()
    await opened.wizard.warning.confirm()
    expect(opened.names()).not.toContain('plans.commit')
    expect(opened.state()).toMatchObject({ step: 'review', warning: { phase: 'closed' }, error: refused })
  })

  it('ignores an event that is older than one it has seen', async () => {
    const opened = await toReview(openWizard())
    await opened.wizard.warning.open()
    await opened.wizard.warning.confirm()
    opened.emit({ sequence: 5, plan: { ...plan, state: 'stopping' } })
    opened.emit({ sequence: 4, plan: { ...plan, state: 'running' } })
    expect(opened.state()).toMatchObject({ plan: { state: 'stopping' } })
  })

  it('reads the report that the plan ended with', async () => {
    const ended = { ...plan, state: 'done' } as const
    const opened = await toReview(openWizard())
    await opened.wizard.warning.open()
    await opened.wizard.warning.confirm()
    const read = new Promise((resolve) =>
      opened.wizard.store.subscribe((s) => s.step === 'result' && s.report && resolve(s)),
    )
    Object.assign(opened.bridge, { call: async () => ok({ plan: ended, report }) })
    opened.emit({ sequence: 9, plan: ended })
    expect(await read).toMatchObject({ step: 'result', report: { channel: report.channel } })
  })

  it('verifies at once where a zone refused the record, so that each domain shows its event', async () => {
    const opened = await toReview(
      openWizard({ 'plans.get': () => ok({ plan, report: null }), 'kmsHost.verify': () => ok(report) }),
    )
    await opened.wizard.warning.open()
    await opened.wizard.warning.confirm()
    const [first] = plan.steps
    if (first === undefined) throw new Error('the plan has no step')
    const refusing = { ...first, kind: 'kms-host.verify-publishing', state: 'failed' as const }
    opened.emit({ sequence: 9, plan: { ...plan, state: 'failed', steps: [refusing] } })
    await vi.waitFor(
      () => expect(opened.state()).toMatchObject({ step: 'result', report: { channel: report.channel } }),
      patience,
    )
    expect(opened.names()).toContain('kmsHost.verify')
  })

  it('has main forget what was typed when it is closed before the commit', async () => {
    const opened = await toReview(openWizard())
    opened.wizard.dispose()
    expect(opened.calls.filter(({ name }) => name === 'secrets.forget').map(({ input }) => input)).toEqual([
      { ref: 'secret:1' },
      { ref: 'secret:2' },
    ])
  })

  it('leaves the secrets to a plan that runs when its page is closed', async () => {
    const opened = await toReview(openWizard())
    await opened.wizard.warning.open()
    await opened.wizard.warning.confirm()
    opened.wizard.dispose()
    expect(opened.names()).not.toContain('secrets.forget')
  })

  it('forgets the older reference when the key is typed anew', async () => {
    const opened = await toReview(openWizard())
    opened.wizard.send({ type: 'back' })
    opened.wizard.send({ type: 'back' })
    opened.wizard.hostKey.edit(typedKey.replace('A', 'B'))
    await opened.wizard.hostKey.next()
    expect(opened.calls.filter(({ name }) => name === 'secrets.forget').map(({ input }) => input)).toEqual([
      { ref: 'secret:2' },
    ])
  })
})

describe('resuming a plan', () => {
  it('puts what was typed into memory by its kind, and hands over references by name', async () => {
    const missingSecrets = [
      { name: 'hostKey', label: 'the KMS host key', lastFive: 'Y2346' },
      { name: 'password', label: 'the password', lastFive: null },
    ]
    const waiting = { ...plan, state: 'interrupted' as const, missingSecrets }
    const main = scriptedBridge({
      'plans.get': () => ok({ plan: waiting, report: null }),
      'plans.resume': () => ok({ ...plan, state: 'running' }),
    })
    const wizard = createWizard(main.bridge, { kind: 'plan', planId: plan.planId, resume: true }, 'lab', () => '')
    await wizard.plan.open(plan.planId)
    await wizard.plan.resume({ hostKey: typedKey, password: 'hunter2' })
    expect(main.calls.filter(({ name }) => name === 'secrets.put').map(({ input }) => input)).toEqual([
      { kind: 'product-key', value: typedKey },
      { kind: 'password', value: 'hunter2' },
    ])
    expect(main.calls.find(({ name }) => name === 'plans.resume')?.input).toEqual({
      planId: plan.planId,
      secrets: { hostKey: 'secret:1', password: 'secret:2' },
    })
    expect(wizard.store.getState()).toMatchObject({ step: 'running', request: null, plan: { state: 'running' } })
  })
})
