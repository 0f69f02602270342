import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, ok } from '../../../../../src-main/contract/app-error.ts'
import type { HostSettings } from '../../../../../src-main/contract/models/kms-host-settings.ts'
import type { SettingName } from '../../../../../src-renderer/wizards/edit-kms-host/edit-fields.ts'
import { createEdit } from '../../../../../src-renderer/wizards/edit-kms-host/edit-store.ts'
import { commitVerb, presentValue } from '../../../../../src-renderer/wizards/edit-kms-host/edit-text.ts'
import { plan, refused, usualSettings } from '../../../../ui-preview/fixtures.ts'
import { scriptedBridge } from '../set-up-kms-host/scripted-bridge.ts'

const settings: HostSettings = {
  port: 1688,
  activationInterval: 120,
  renewalInterval: null,
  dnsPublishing: true,
  lowPriority: false,
  publishList: [],
  ownDomain: 'lab.example',
}
const target = { place: 'network', host: 'kms01' } as const
const initialList = {
  drafts: [{ domain: 'lab.example', priority: '0', weight: '0' }],
  rows: [{ domain: 'lab.example', priority: 0, weight: 0 }],
  lines: [],
  findings: [],
  cautions: [],
}

const open = async (setting: SettingName, script: Parameters<typeof scriptedBridge>[0] = {}) => {
  const main = scriptedBridge({
    'hostSettings.read': () => ok(settings),
    'publishList.check': () => ok(initialList),
    ...script,
  })
  const edit = createEdit(main.bridge, { kind: 'setting', target, setting })
  await edit.read()
  return { ...main, edit, state: () => edit.store.getState() }
}
const proposed = (calls: Awaited<ReturnType<typeof open>>['calls']) =>
  calls.filter(({ name }) => name === 'plans.propose').map(({ input }) => input)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('one setting of a KMS host', () => {
  it('begins with what the host has, and proposes what main made of the text', async () => {
    const { edit, calls, state } = await open('port', {
      'hostSettings.check': () => ok({ ...usualSettings, port: 1690 }),
    })
    expect(state()).toMatchObject({ step: 'value', fields: { text: '1688' } })
    edit.edit({ text: ' 1690' })
    await edit.next()
    const change = { setting: 'port', port: 1690, openFirewall: true }
    expect(proposed(calls)).toEqual([{ wizard: 'edit-kms-host', target, change }])
    expect(state()).toMatchObject({ step: 'review', change })
  })

  it('names the field that is wrong, keeps it, and proposes nothing', async () => {
    const finding = { check: 'c', level: 'problem', field: 'activationInterval', message: 'Too short.' } as const
    const { edit, calls, state } = await open('activation-interval', {
      'hostSettings.check': () => ok({ ...usualSettings, activationInterval: null, findings: [finding] }),
    })
    edit.edit({ text: '14' })
    await edit.next()
    expect(state()).toMatchObject({ step: 'value', complaint: { field: 'activationInterval' }, fields: { text: '14' } })
    expect(proposed(calls)).toEqual([])
  })

  it('begins an empty publish list with the domain of the host, and deletes the list where no row is left', async () => {
    const { edit, calls, state } = await open('publish-list')
    expect(state()).toMatchObject({ fields: { rows: initialList.drafts } })
    edit.edit({ rows: [] })
    await edit.next()
    expect(proposed(calls)).toEqual([
      { wizard: 'edit-kms-host', target, change: { setting: 'publish-list', domains: [] } },
    ])
  })

  it('asks for a file before it writes values', async () => {
    const { edit, calls, state } = await open('registry-values')
    await edit.next()
    expect(state()).toMatchObject({ complaint: { field: 'file' } })
    expect(proposed(calls)).toEqual([])
  })

  it('sends the bytes of a picked file and never its path, and proposes its values', async () => {
    const values = [{ name: 'KeyManagementServiceListeningPort', type: 'REG_SZ', data: '1690' }] as const
    const { edit, calls } = await open('registry-values', {
      'registryFile.parse': () => ok({ values: [...values], sentences: ['Port 1690.'], findings: [] }),
    })
    await edit.pick(new File([new Uint8Array([0xff, 0xfe, 0x41])], 'kms.reg'))
    expect(calls.find(({ name }) => name === 'registryFile.parse')?.input).toEqual({ bytes: '//5B' })
    await edit.next()
    expect(proposed(calls)).toEqual([
      { wizard: 'edit-kms-host', target, change: { setting: 'registry-values', values: [...values] } },
    ])
  })

  it('does not send a file that is too large', async () => {
    const { edit, names, state } = await open('registry-values')
    await edit.pick(new File([new Uint8Array(512 * 1024 + 1)], 'big.reg'))
    expect(names()).not.toContain('registryFile.parse')
    expect(state()).toMatchObject({ error: { code: 'invalid-input', message: expect.stringContaining('big.reg') } })
  })

  it('says why the settings could not be read, and reads again', async () => {
    const { edit, state, bridge } = await open('port', { 'hostSettings.read': () => fail(refused) })
    expect(state()).toEqual({ step: 'reading', error: refused })
    Object.assign(bridge, { call: async () => ok(settings) })
    await edit.read()
    expect(state()).toMatchObject({ step: 'value' })
  })

  it('quotes the digest that was shown, and shows why it was not started', async () => {
    const { edit, calls, state } = await open('priority', { 'plans.commit': () => fail(refused) })
    await edit.next()
    await edit.commit()
    expect(calls.find(({ name }) => name === 'plans.commit')?.input).toEqual({
      planId: plan.planId,
      digest: plan.digest,
    })
    expect(state()).toMatchObject({ step: 'review', committing: false, error: refused })
    edit.send({ type: 'back' })
    expect(state()).toMatchObject({ step: 'value', fields: { on: true } })
  })
})

describe('the words of a change', () => {
  it('name what will be on the button', () => {
    expect(commitVerb({ setting: 'port', port: 1690 })).toBe('Change the port to 1690')
    expect(commitVerb({ setting: 'publish-list', domains: [] })).toBe('Delete the publish list')
    expect(commitVerb({ setting: 'dns-publishing', enabled: false })).toBe('Turn publishing in DNS off')
  })

  it('tell what is now, and what Windows does not tell', () => {
    expect(presentValue('renewal-interval', settings)).toBe('not told by Windows')
    expect(presentValue('publish-list', settings)).toContain('no list')
    expect(presentValue('registry-values', settings)).toBeNull()
  })
})

describe('the password of a dialog from which an import is opened', () => {
  const secured = {
    ...target,
    credential: { user: 'corp\\kay', password: 'secret:0e0b4c1c-6d3f-4f43-9d55-0b6f7bb3a111' },
  }
  const importFrom = async (leaves: boolean) => {
    const main = scriptedBridge({ 'hostSettings.read': () => ok(settings), 'secrets.forget': () => ok(undefined) })
    const edit = createEdit(main.bridge, { kind: 'setting', target: secured, setting: 'dns-publishing' })
    await edit.read()
    const opened: unknown[] = []
    await edit.handOver(async (taken) => {
      opened.push(taken)
      return leaves
    })
    edit.dispose()
    return { opened, forgotten: main.calls.filter(({ name }) => name === 'secrets.forget').map(({ input }) => input) }
  }

  it('goes with the target where the import opens', async () => {
    expect(await importFrom(true)).toEqual({ opened: [secured], forgotten: [] })
  })
  it('is forgotten with the dialog where the person kept editing', async () => {
    expect(await importFrom(false)).toEqual({ opened: [secured], forgotten: [{ ref: secured.credential.password }] })
  })
})
