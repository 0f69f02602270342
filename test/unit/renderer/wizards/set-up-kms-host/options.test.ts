import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, ok } from '../../../../../src-main/contract/app-error.ts'
import { optionsComplaint, pairingComplaint } from '../../../../../src-renderer/wizards/set-up-kms-host/complaints.ts'
import { emptyDraft, planDraftOf, windowsDefaults } from '../../../../../src-renderer/wizards/set-up-kms-host/draft.ts'
import type { PairingState } from '../../../../../src-renderer/wizards/set-up-kms-host/machine.ts'
import { createWizard } from '../../../../../src-renderer/wizards/set-up-kms-host/wizard-store.ts'
import { compatibility, plan, refused, snapshot, usualSettings } from '../../../../ui-preview/fixtures.ts'
import { scriptedBridge } from './scripted-bridge.ts'

const rows = [{ domain: 'branch.test', priority: '0', weight: '0' }]
const ownSettings = {
  port: 1700,
  activationInterval: 180,
  renewalInterval: 20_160,
  dnsPublishing: true,
  lowPriority: true,
  publishList: rows,
  ownDomain: 'lab.example',
}
const list = {
  drafts: rows,
  rows: [{ domain: 'branch.test', priority: 0, weight: 0 }],
  lines: ['branch.test, 0, 0'],
  findings: [],
  cautions: [],
}

const toOptions = async (script: Parameters<typeof scriptedBridge>[0] = {}) => {
  const main = scriptedBridge({ 'publishList.check': () => ok(list), ...script })
  const wizard = createWizard(main.bridge, { kind: 'new' }, 'network', () => 'first-host')
  wizard.target.edit({ host: 'kms01' })
  await wizard.target.next()
  wizard.hostKey.edit('ABCDE-FGHJK-MNPQR-STVWX-Y2346')
  await wizard.hostKey.next()
  return { ...main, wizard, state: () => wizard.store.getState() }
}
const inputOf = (calls: Awaited<ReturnType<typeof toOptions>>['calls'], wanted: string) =>
  calls.filter(({ name }) => name === wanted).map(({ input }) => input)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the options against main', () => {
  it('are checked as they were typed, and sent as main read them', async () => {
    const typed = { ...usualSettings, port: 1690, activationInterval: 180 }
    const { wizard, calls, state } = await toOptions({ 'hostSettings.check': () => ok(typed) })
    wizard.options.edit({ port: ' 1690 ', activationInterval: '3 hours', activation: 'telephone', lowPriority: true })
    await wizard.options.next()
    expect(inputOf(calls, 'hostSettings.check').at(-1)).toEqual({
      port: ' 1690 ',
      activationInterval: '3 hours',
      renewalInterval: '10080',
    })
    expect(inputOf(calls, 'plans.propose')).toEqual([
      expect.objectContaining({
        port: 1690,
        activationInterval: 180,
        renewalInterval: null,
        activation: 'telephone',
        lowPriority: true,
      }),
    ])
    expect(state()).toMatchObject({ step: 'review', plan: { planId: plan.planId } })
  })

  it('name the first field that is wrong, and nothing is proposed', async () => {
    const finding = { check: 'setting-port', level: 'problem', field: 'port', message: 'The port is 0.' } as const
    const wrong = { ...usualSettings, port: null, findings: [finding] }
    const { wizard, names, state } = await toOptions({ 'hostSettings.check': () => ok(wrong) })
    wizard.options.edit({ port: '0' })
    await wizard.options.next()
    expect(state()).toMatchObject({ step: 'options', complaint: { field: 'port' }, draft: { options: { port: '0' } } })
    expect(names()).not.toContain('plans.propose')
  })

  it('begin the publish list with what main proposes, once', async () => {
    const { wizard, calls, state } = await toOptions()
    await wizard.options.publish('domains')
    expect(inputOf(calls, 'publishList.check')).toEqual([{ list: { form: 'initial' }, ownDomain: 'lab.example' }])
    expect(state()).toMatchObject({ draft: { options: { rows } } })
    await wizard.options.publish('none')
    await wizard.options.publish('domains')
    await wizard.options.next()
    expect(inputOf(calls, 'publishList.check').at(-1)).toEqual({
      list: { form: 'rows', rows },
      ownDomain: 'lab.example',
    })
    expect(inputOf(calls, 'plans.propose')).toEqual([
      expect.objectContaining({ publishing: { mode: 'domains', domains: list.rows } }),
    ])
  })

  it('check the rows of a pasted text again, so that a mended fault of its lines does not stop', async () => {
    const finding = { check: 'publish-trailing-comma', level: 'problem', field: 'publishList[0]', message: 'Comma.' }
    const { wizard, state } = await toOptions({
      'publishList.check': (input) =>
        ok(
          (input as { list: { form: string } }).list.form === 'text'
            ? { ...list, rows: null, findings: [finding] }
            : list,
        ),
    })
    await wizard.options.publish('domains')
    await wizard.options.check()
    await wizard.options.pasteList('branch.test,')
    expect(state()).toMatchObject({ options: { answer: { list: { findings: [finding] } } } })
    await wizard.options.next()
    expect(state().step).toBe('review')
  })

  it('keep the faults of pasted lines in sight although typing paused just before', async () => {
    const finding = { check: 'publish-trailing-comma', level: 'problem', field: 'publishList[0]', message: 'Comma.' }
    const { wizard, state } = await toOptions({
      'publishList.check': (input) =>
        ok((input as { list: { form: string } }).list.form === 'text' ? { ...list, findings: [finding] } : list),
    })
    await wizard.options.publish('domains')
    wizard.options.edit({ rows: [...rows, { domain: '', priority: '0', weight: '0' }] })
    await wizard.options.pasteList('branch.test,')
    await vi.runAllTimersAsync()
    expect(state()).toMatchObject({ options: { answer: { list: { findings: [finding] } } } })
  })

  it('say why they could not be checked, and stay', async () => {
    const { wizard, names, state } = await toOptions({ 'hostSettings.check': () => fail(refused) })
    await wizard.options.next()
    expect(state()).toMatchObject({ step: 'options', options: { error: refused } })
    expect(names()).not.toContain('plans.propose')
  })
})

describe('planDraftOf', () => {
  const accepted = { target: { place: 'this-computer' } as const, hostKey: 'secret:1' }
  const answer = { settings: usualSettings, list: null }

  it('leaves intervals alone that a new host has by itself', () => {
    const draft = emptyDraft('this-computer')
    expect(planDraftOf(draft, { ...accepted, answer, found: null })).toMatchObject({
      activationInterval: null,
      renewalInterval: null,
      previous: null,
    })
  })

  it('writes to a host what differs from its own settings, and nothing else', () => {
    const found = { ...ownSettings, activationInterval: 180, renewalInterval: 10_080 }
    expect(planDraftOf(emptyDraft('this-computer'), { ...accepted, answer, found })).toMatchObject({
      activationInterval: 120,
      renewalInterval: null,
      previous: found,
    })
  })
})

describe('a computer that is a KMS host already', () => {
  const [product] = snapshot.products
  const host = { ...snapshot, products: product === undefined ? [] : [{ ...product, isKmsHost: true }] }
  const test = () => ok({ reachable: true, findings: [], snapshot: host })

  it('shows its own settings and not those of Windows, and what was typed before stays', async () => {
    const { wizard, calls, state } = await toOptions({
      'target.test': test,
      'hostSettings.read': () => ok(ownSettings),
    })
    wizard.options.edit({ renewalInterval: '2 days' })
    await wizard.options.check()
    expect(state()).toMatchObject({
      found: ownSettings,
      draft: {
        options: {
          port: '1700',
          lowPriority: true,
          publishing: 'domains',
          rows: ownSettings.publishList,
          activationInterval: '180',
          renewalInterval: '2 days',
        },
      },
    })
    await wizard.options.check()
    expect(inputOf(calls, 'hostSettings.read')).toHaveLength(1)
  })

  it('proposes nothing while they cannot be read, and says why', async () => {
    const { wizard, names, state } = await toOptions({ 'target.test': test, 'hostSettings.read': () => fail(refused) })
    await wizard.options.next()
    expect(state()).toMatchObject({ step: 'options', found: null, options: { error: refused } })
    expect(names()).not.toContain('plans.propose')
  })

  it('leaves nothing of its settings to the next computer', async () => {
    const { wizard, state } = await toOptions({ 'target.test': test, 'hostSettings.read': () => ok(ownSettings) })
    await wizard.options.check()
    wizard.send({ type: 'back' })
    wizard.send({ type: 'back' })
    wizard.target.edit({ host: 'kms02' })
    expect(state()).toMatchObject({ found: null, draft: { options: windowsDefaults } })
  })
})

describe('complaints', () => {
  const problem = { check: 'x', level: 'problem', message: 'Wrong.' } as const

  it('lead to the cell of the list that main names', () => {
    const field = 'publishList[2].weight'
    const findings = [{ ...problem, field }]
    expect(optionsComplaint({ settings: usualSettings, list: { ...list, rows: null, findings } })?.field).toBe(field)
    expect(optionsComplaint({ settings: usualSettings, list })).toBeNull()
  })

  it('stop a pairing of key and computer that cannot work, and let a warning pass', () => {
    const known = (level: 'problem' | 'warning'): PairingState => ({
      phase: 'known',
      generation: 'windows-7',
      answer: { ...compatibility, findings: [{ ...problem, level }] },
    })
    expect(pairingComplaint(known('problem'))?.field).toBe('generation')
    expect(pairingComplaint(known('warning'))).toBeNull()
    expect(pairingComplaint({ phase: 'unknown' })).toBeNull()
  })
})
