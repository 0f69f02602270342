import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { activateKmsClient } from '../../../src-main/actions/activate-kms-client.ts'
import { activateOnline } from '../../../src-main/actions/activate-online.ts'
import { setClientHost } from '../../../src-main/actions/set-client-host.ts'
import type { Lab } from '../../../src-main/lab/open-lab.ts'
import { makeContosoHost } from '../lab/contoso-fixture.ts'
import { failureOf, labTarget, perform, quickLab } from './lab-actions.ts'

const windows = { activationId: null }
let lab: Lab
beforeEach(() => {
  lab = quickLab('contoso-2009')
})
afterEach(() => lab.close())

const activateAt = (host: string) => perform(activateKmsClient, labTarget(lab, host), windows)
const messageOf = async (promise: Promise<unknown>) => {
  const thrown = await failureOf(promise)
  return (thrown as { error?: { message: string; remedy?: string; hresult?: number } }).error ?? thrown
}

describe('a KMS client', () => {
  it('is activated where the host has counted enough, and says by which host and until when', async () => {
    await makeContosoHost(lab)
    for (let number = 2; number <= 26; number += 1) await failureOf(activateAt(`pc${String(number).padStart(3, '0')}`))
    const { result, outcome } = await activateAt('pc001')
    expect(result).toMatchObject({ status: 'licensed', activatedNow: true, graceMinutes: 259_200 })
    expect(outcome).toMatch(
      /^Windows.* is activated by the KMS host kms01\.corp\.contoso\.test:1688 for 259,200 minutes \(180 days\), until .*\. The count of the host was \d+\.$/i,
    )
  })

  it('is refused while the count is too low, with count and need', async () => {
    await makeContosoHost(lab)
    const error = await messageOf(activateAt('pc001'))
    expect(error).toMatchObject({ code: 'licensing-refused', hresult: 0xc004f038 })
    expect(error).toMatchObject({
      message: expect.stringContaining('The count of the host was 1, and this computer needs 25.') as string,
    })
  })

  it('tells the real code behind 0xC004F074 and which host was asked', async () => {
    await perform(setClientHost, labTarget(lab, 'pc001'), { host: 'kms02', port: 1688, activationId: null })
    const error = await messageOf(activateAt('pc001'))
    expect(error).toMatchObject({ hresult: 0x800706ba })
    expect(JSON.stringify(error)).toContain('Windows answered 0xC004F074')
    expect(JSON.stringify(error)).toContain('The reason behind it, from the events of the computer: 0x800706BA')
    expect(JSON.stringify(error)).toContain('kms02:1688 was asked and did not answer.')
  })

  it('tells that DNS names no host', async () => {
    const error = await messageOf(activateAt('pc001'))
    expect(error).toMatchObject({
      hresult: 0x8007232b,
      message: expect.stringContaining('No KMS host was found to ask.') as string,
    })
  })

  it('tells the clock where the host refuses it', async () => {
    await makeContosoHost(lab)
    const error = await messageOf(activateAt('clock01'))
    expect(error).toMatchObject({
      hresult: 0xc004f06c,
      message: expect.stringMatching(/The request carried the time .* \(UTC\)/) as string,
      remedy: expect.stringContaining('w32tm /resync') as string,
    })
  })

  it('may wait for a KMS host where the plan is about something else, but not with a clock that is wrong', async () => {
    await makeContosoHost(lab)
    const mayWait = { activationId: null, mayWait: true }
    const { result, outcome } = await perform(activateKmsClient, labTarget(lab, 'pc001'), mayWait)
    expect(activateKmsClient.left?.(result)).toMatchObject({ code: 'activation-pending', hresult: 0xc004f038 })
    expect(outcome).toContain('but is not activated yet. 0xC004F038')
    const error = await messageOf(perform(activateKmsClient, labTarget(lab, 'clock01'), mayWait))
    expect(error).toMatchObject({ code: 'licensing-refused', hresult: 0xc004f06c })
  })

  it('is none where a MAK is installed: that is said before anything runs', async () => {
    const mak = labTarget(lab, 'mak01')
    expect(await activateKmsClient.check?.(mak.context, windows)).toMatchObject([
      {
        level: 'problem',
        message: expect.stringContaining('is no KMS client: it has a multiple activation key') as string,
      },
    ])
    expect(await messageOf(perform(activateKmsClient, mak, windows))).toMatchObject({ code: 'licensing-refused' })
    expect(mak.count('Activate')).toBe(0)
  })

  it('is not held against a plan that installs its setup key first', async () => {
    const { context } = labTarget(lab, 'mak01')
    const planned = { ...context, planned: new Set(['product-key.install']) }
    expect(await activateKmsClient.check?.(planned, windows)).toEqual([])
  })

  it.each(['nonsense', '11111111-2222-3333-4444-555555555555'])('is not found by the ID %s', async (activationId) => {
    const pc = labTarget(lab, 'pc001')
    const [finding] = (await activateKmsClient.check?.(pc.context, { activationId })) ?? []
    expect(finding).toMatchObject({ level: 'problem', field: 'activationId' })
    expect(finding?.message).toContain(activationId)
  })

  it('is found activated after a kill, or not', async () => {
    await makeContosoHost(lab)
    const { context } = labTarget(lab, 'pc001')
    const before = await activateKmsClient.before(context, windows)
    expect(await activateKmsClient.settle(context, windows, before)).toMatchObject({ state: 'not-done' })
    for (let number = 2; number <= 26; number += 1) await failureOf(activateAt(`pc${String(number).padStart(3, '0')}`))
    await activateKmsClient.run(context, windows, before)
    expect(await activateKmsClient.settle(context, windows, before)).toMatchObject({ state: 'done' })
  })
})

describe('activating a product by its ID', () => {
  it('does not activate a MAK again that is licensed', async () => {
    const mak = labTarget(lab, 'mak01')
    const { outcome } = await perform(activateOnline, mak, windows)
    expect(outcome).toContain('was activated already; no activation was spent')
    expect(mak.count('Activate')).toBe(0)
  })

  it('activates one that is not, once', async () => {
    const mak = labTarget(lab, 'mak02')
    const { result } = await perform(activateOnline, mak, windows)
    expect(result).toMatchObject({ status: 'licensed', activatedNow: true, kind: 'mak' })
    expect(mak.count('Activate')).toBe(1)
  })

  it('does for a KMS client what slmgr /ato does, with its reason where it fails', async () => {
    expect(await messageOf(perform(activateOnline, labTarget(lab, 'pc001'), windows))).toMatchObject({
      hresult: 0x8007232b,
    })
    expect(activateOnline.equivalent(windows, { place: 'this-computer' })).toBe('slmgr.vbs /ato')
  })
})
