import type { Page } from '@playwright/test'
import type { PlanView } from '../../src-main/contract/models/plan.ts'
import { labHostKey } from '../support/kms-host-wizard.ts'
import { eachWriteOnce, readLabCalls, writesOn } from '../support/lab-log.ts'
import { callBridge, callRaw, codeOf, valueOf } from '../support/raw-bridge.ts'
import { expect, test } from './launch.ts'

/** Has main freeze a plan for the Lab's server, as the wizard does. */
const propose = async (page: Page): Promise<PlanView> => {
  const { ref } = valueOf(
    await callBridge<{ ref: string }>(page, 'secrets.put', { kind: 'product-key', value: labHostKey }),
  )
  const target = { place: 'lab', scenario: 'first-host', host: 'KMS01' }
  const draft = { wizard: 'set-up-kms-host', target, hostKey: ref, overruled: [], openFirewall: true }
  return valueOf(await callBridge<PlanView>(page, 'plans.propose', draft))
}
const consentTo = ({ planId, digest }: PlanView) => ({ planId, digest, consent: 'kms-key-warning' })
const commitOf = ({ planId, digest }: PlanView) => ({ planId, digest })
const writes = (userData: string): readonly string[] => writesOn(readLabCalls(userData), 'KMS01')

const uuid = '00000000-0000-4000-8000-000000000000'
const digest = 'a'.repeat(64)
const deep = `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`
const malformed: readonly { readonly what: string; readonly name: string; readonly json?: string }[] = [
  { what: 'nothing where something is needed', name: 'plans.commit' },
  { what: 'something where nothing is needed', name: 'plans.unfinished', json: '{}' },
  { what: 'a number for an object', name: 'plans.commit', json: '7' },
  { what: 'a list for an object', name: 'plans.commit', json: '[]' },
  { what: 'a number for an id', name: 'plans.commit', json: `{"planId":1,"digest":"${digest}"}` },
  { what: 'an object for a digest', name: 'plans.commit', json: `{"planId":"${uuid}","digest":{"length":64}}` },
  { what: 'a digest in capitals', name: 'plans.commit', json: `{"planId":"${uuid}","digest":"${'A'.repeat(64)}"}` },
  {
    what: 'steps beside the digest',
    name: 'plans.commit',
    json: `{"planId":"${uuid}","digest":"${digest}","steps":[]}`,
  },
  {
    what: 'an unknown consent',
    name: 'plans.consent',
    json: `{"planId":"${uuid}","digest":"${digest}","consent":"all"}`,
  },
  {
    what: '__proto__ as a name',
    name: 'plans.commit',
    json: `{"__proto__":{"planId":"${uuid}","digest":"${digest}"}}`,
  },
  {
    what: '__proto__ inside',
    name: 'plans.resume',
    json: `{"planId":"${uuid}","secrets":{"__proto__":"secret:${uuid}"}}`,
  },
  {
    what: 'constructor inside',
    name: 'plans.resume',
    json: `{"planId":"${uuid}","secrets":{"constructor":"secret:${uuid}"}}`,
  },
  { what: 'a forged secret', name: 'secrets.forget', json: '{"ref":"../../journal.sqlite"}' },
  {
    what: 'a scenario that climbs out of its folder',
    name: 'target.test',
    json: '{"target":{"place":"lab","scenario":"../../..","host":"KMS01"}}',
  },
  {
    what: 'a host with a blank and an option',
    name: 'target.test',
    json: '{"target":{"place":"network","host":"kms01 -X"}}',
  },
  { what: 'an unknown wizard', name: 'plans.propose', json: '{"wizard":"format-disk"}' },
  { what: 'a page of the journal without end', name: 'journal.read', json: '{"before":null,"limit":1e9}' },
  { what: 'an oversize text', name: 'secrets.put', json: `{"kind":"password","value":"${'x'.repeat(1025)}"}` },
  { what: 'an oversize request', name: 'plans.get', json: `{"planId":"${'x'.repeat(2_000_000)}"}` },
  { what: 'a nest of forty objects', name: 'plans.get', json: deep },
]

test('malformed requests are refused one by one, and nothing reaches a computer', async ({ kit, userData }) => {
  const { page } = kit
  for (const { what, name, json } of malformed)
    expect.soft(codeOf(await callRaw(page, name, json)), what).toBe('invalid-request')
  expect(writes(userData)).toEqual([])
  expect(valueOf(await callBridge(page, 'plans.unfinished'))).toEqual([])
})

test('no refusal repeats what was sent', async ({ kit }) => {
  const marked = { planId: 'sentinel-9f3c', digest: 'sentinel-9f3c', 'sentinel-9f3c': 1 }
  const answer = await callBridge(kit.page, 'plans.commit', marked)
  expect(codeOf(answer)).toBe('invalid-request')
  expect(JSON.stringify(answer)).not.toContain('sentinel-9f3c')
})

const strangeNames = [
  '',
  'plans',
  'plans.commit ',
  'PLANS.COMMIT',
  'plans.commitAll',
  'kit:call',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
]

test('unknown names and the wrong verb are refused on both verbs', async ({ kit, userData }) => {
  for (const verb of ['call', 'listen'] as const)
    for (const name of strangeNames)
      expect.soft(codeOf(await callRaw(kit.page, name, undefined, verb)), `${verb} ${name}`).toBe('invalid-request')
  const plan = await propose(kit.page)
  const asListen = await callRaw(kit.page, 'plans.commit', JSON.stringify(commitOf(plan)), 'listen')
  expect(codeOf(asListen)).toBe('invalid-request')
  const asCall = await callRaw(kit.page, 'plans.events', JSON.stringify({ planId: plan.planId }))
  expect(codeOf(asCall)).toBe('invalid-request')
  expect(writes(userData)).toEqual([])
})

test('request ids that are no ids, and one that is under way already, are refused', async ({ kit }) => {
  const codes = await kit.page.evaluate(async () => {
    interface Answer {
      readonly ok: boolean
      readonly error?: { readonly code: string }
    }
    const { activationKit } = globalThis as unknown as {
      activationKit: {
        call(name: string, id: unknown, input: unknown): Promise<Answer>
        listen(name: string, id: unknown, input: unknown, take: () => void): Promise<Answer>
      }
    }
    const code = ({ ok, error }: Answer): string => (ok ? 'accepted' : (error?.code ?? ''))
    const strange = ['', 'short', 'x'.repeat(65), '../../../../etc', 7, null, {}]
    const refused = await Promise.all(strange.map((id) => activationKit.call('app.info', id, undefined)))
    const first = await activationKit.listen('app.commands', 'the-same-id', undefined, () => {})
    const second = await activationKit.listen('app.commands', 'the-same-id', undefined, () => {})
    return { refused: refused.map(code), first: code(first), second: code(second) }
  })
  expect(codes).toEqual({
    refused: Array.from({ length: 7 }, () => 'invalid-request'),
    first: 'accepted',
    second: 'invalid-request',
  })
})

test('a value that cannot be sent is answered with an error and breaks nothing', async ({ kit }) => {
  const codes = await kit.page.evaluate(async () => {
    interface Answer {
      readonly ok: boolean
      readonly error?: { readonly code: string }
    }
    const { activationKit } = globalThis as unknown as {
      activationKit: { call(name: string, id: string, input: unknown): Promise<Answer> }
    }
    const strange: readonly unknown[] = [
      () => 1,
      Symbol('plan'),
      { planId: () => 1 },
      10n,
      new Date(),
      new Map([[1, 2]]),
    ]
    // Electron throws in the page for what it cannot clone; what it can, main refuses.
    const send = async (input: unknown): Promise<string> => {
      try {
        const { ok } = await activationKit.call('plans.get', crypto.randomUUID(), input)
        return ok ? 'accepted' : 'refused'
      } catch {
        return 'refused'
      }
    }
    return Promise.all(strange.map(send))
  })
  expect(codes).toEqual(codes.map(() => 'refused'))
  expect(codeOf(await callBridge(kit.page, 'app.info'))).toBe('accepted')
})

test('a commit without the consent, or with the consent for another plan, runs nothing', async ({ kit, userData }) => {
  const { page } = kit
  const [one, other] = [await propose(page), await propose(page)]
  expect(codeOf(await callBridge(page, 'plans.commit', commitOf(one)))).toBe('consent-missing')
  valueOf(await callBridge(page, 'plans.consent', consentTo(other)))
  expect(codeOf(await callBridge(page, 'plans.commit', commitOf(one)))).toBe('consent-missing')
  const crossed = { ...consentTo(one), digest: other.digest }
  expect(codeOf(await callBridge(page, 'plans.consent', crossed))).toBe('digest-mismatch')
  expect(codeOf(await callBridge(page, 'plans.commit', commitOf(one)))).toBe('consent-missing')
  expect(writes(userData)).toEqual([])
})

test('an altered digest, the digest of another plan and an unknown plan run nothing', async ({ kit, userData }) => {
  const { page } = kit
  const [one, other] = [await propose(page), await propose(page)]
  for (const plan of [one, other]) valueOf(await callBridge(page, 'plans.consent', consentTo(plan)))
  const last = one.digest.endsWith('0') ? '1' : '0'
  const commits = {
    altered: { planId: one.planId, digest: one.digest.slice(0, -1) + last },
    crossed: { planId: one.planId, digest: other.digest },
    unknown: { planId: uuid, digest: one.digest },
  }
  const codes = {
    altered: codeOf(await callBridge(page, 'plans.commit', commits.altered)),
    crossed: codeOf(await callBridge(page, 'plans.commit', commits.crossed)),
    unknown: codeOf(await callBridge(page, 'plans.commit', commits.unknown)),
  }
  expect(codes).toEqual({ altered: 'digest-mismatch', crossed: 'digest-mismatch', unknown: 'not-found' })
  expect(writes(userData)).toEqual([])
})

test('a plan handed over altered beside its digest is not taken', async ({ kit, userData }) => {
  const { page } = kit
  const plan = await propose(page)
  valueOf(await callBridge(page, 'plans.consent', consentTo(plan)))
  const altered = { ...plan, steps: plan.steps.slice(0, 2), target: { place: 'this-computer' } }
  expect(codeOf(await callBridge(page, 'plans.commit', altered))).toBe('invalid-request')
  expect(writes(userData)).toEqual([])
})

test('a commit that is sent again is refused while the plan runs and after it, and writes nothing twice', async ({
  kit,
  userData,
}) => {
  const { page } = kit
  const plan = await propose(page)
  valueOf(await callBridge(page, 'plans.consent', consentTo(plan)))
  const both = await Promise.all([
    callBridge(page, 'plans.commit', commitOf(plan)),
    callBridge(page, 'plans.commit', commitOf(plan)),
  ])
  expect(both.map(codeOf)).toEqual(['accepted', 'already-used'])
  const state = async (): Promise<string> =>
    valueOf(await callBridge<{ plan: PlanView }>(page, 'plans.get', { planId: plan.planId })).plan.state
  await expect.poll(state).toBe('done')
  expect(codeOf(await callBridge(page, 'plans.commit', commitOf(plan)))).toBe('already-used')
  expect(codeOf(await callBridge(page, 'plans.resume', { planId: plan.planId, secrets: {} }))).toBe('already-used')
  expect(writes(userData)).toEqual(eachWriteOnce)
})

test('a window that the app did not open is a stranger, even with the preload and a page of the app', async ({
  kit,
  userData,
}) => {
  const plan = await propose(kit.page)
  valueOf(await callBridge(kit.page, 'plans.consent', consentTo(plan)))
  const arriving = kit.app.waitForEvent('window')
  await kit.app.evaluate(({ app, BrowserWindow }) => {
    const [own] = BrowserWindow.getAllWindows()
    const url = own?.webContents.getURL() ?? ''
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/out/preload/preload.cjs` },
    })
    void stranger.loadURL(url)
  })
  const stranger = await arriving
  await stranger.waitForFunction(() => 'activationKit' in globalThis)
  expect(codeOf(await callBridge(stranger, 'app.info'))).toBe('forbidden')
  expect(codeOf(await callBridge(stranger, 'plans.commit', commitOf(plan)))).toBe('forbidden')
  expect(writes(userData)).toEqual([])
  // The app's own window is as it was: what was refused was the sender, not the request.
  expect(codeOf(await callBridge(kit.page, 'plans.get', { planId: plan.planId }))).toBe('accepted')
})

// The stand-in runs the preload in main frames only, as Electron does without nodeIntegrationInSubFrames; that main refuses
// a sub-frame which has a bridge all the same is proved in test/unit/ipc.
test('a frame that a script puts into the page has no bridge', async ({ kit }) => {
  const found = await kit.page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    return typeof (frame.contentWindow as unknown as Record<string, unknown>)['activationKit']
  })
  expect(found).toBe('undefined')
})

test('the bridge has three verbs and hands out nothing of Electron or Node', async ({ kit }) => {
  const seen = await kit.page.evaluate(() => {
    const world = globalThis as unknown as Record<string, unknown>
    const bridge = world['activationKit'] as Record<string, unknown>
    return {
      verbs: Object.keys(bridge).toSorted(),
      others: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in world),
    }
  })
  expect(seen).toEqual({ verbs: ['call', 'cancel', 'listen'], others: [] })
})
