import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from '../../src-main/actions/catalogue.ts'
import type { PlanView } from '../../src-main/contract/models/plan.ts'
import type { PublishChange, PublishVia } from '../../src-main/contract/models/publish-draft.ts'
import { redactSecrets } from '../../src-main/licensing/redaction.ts'
import { lookupAuthoritative } from '../../src-main/network/authoritative.ts'
import { updateSrvRecords } from '../../src-main/network/dns-update.ts'
import { lookupSrv } from '../../src-main/network/srv-lookup.ts'
import { systemClock } from '../../src-main/plans/clock.ts'
import { createPlanService, type PlanService } from '../../src-main/plans/plan-service.ts'
import { openJournal, type JournalStore } from '../../src-main/store/journal-store.ts'
import { createSecretVault, type SecretVault } from '../../src-main/store/secret-vault.ts'
import type { Site } from '../../src-main/wmi/wmi-session.ts'
import { unusedSite } from '../support/unused-site.ts'
import { port, published, record, secretOf, signedName, signedUpdate } from './bind-server.ts'

/** The network as the engine offers it, without the WMI that no part of this needs. */
const site: Site = {
  ...unusedSite,
  resolveSrv: (name, server, signal) => lookupSrv(name, server, signal),
  lookupAuthoritative: (domain, servers, signal) =>
    lookupAuthoritative(domain, { ...(servers ? { servers } : {}), ...(signal ? { signal } : {}) }),
  updateSrv: ({ key, transport, ...update }, signal) =>
    updateSrvRecords(
      { ...update, key: key && { ...key, secret: Buffer.from(key.secret, 'base64') } },
      { ...(signal ? { signal } : {}), ...(transport ? { transport } : {}) },
    ),
}

let folder = ''
let store: JournalStore
let vault: SecretVault
let plans: PlanService
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'publish-plan-'))
  store = openJournal({ path: join(folder, 'journal.sqlite'), now: () => new Date() })
  vault = createSecretVault(Buffer.alloc(32, 7))
  plans = createPlanService({
    store,
    vault,
    catalogue,
    clock: systemClock,
    sites: { shared: () => site, exclusive: async () => ({ site, kill: () => {}, release: () => {} }) },
    who: 'tech@desk',
    elevated: null,
    computerName: 'desk',
    redact: (text) => redactSecrets(text, vault.values()),
    isLabKey: () => false,
  })
})
afterEach(async () => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
  for (const left of await published(signedName)) {
    await updateSrvRecords(await signedUpdate({ kind: 'remove', record: left }))
  }
})

const via = (secret: string, transport: 'auto' | 'tcp' = 'auto'): PublishVia => ({
  kind: 'dynamic-update',
  place: { place: 'network' },
  server: '127.0.0.1',
  port: String(port),
  zone: null,
  transport,
  tsig: { keyName: 'key-hmac-sha256', algorithm: 'hmac-sha256', secret: vault.put('tsig-secret', secret).ref },
})
const typed = (target: string, priority = '0') => ({
  domain: 'signed.test',
  target,
  port: '1688',
  priority,
  weight: '0',
  ttl: '3600',
})
const run = async (way: PublishVia, ...changes: PublishChange[]): Promise<PlanView> => {
  const { planId, digest } = await plans.propose({ wizard: 'publish-kms', via: way, changes })
  plans.commit({ planId, digest })
  await plans.idle()
  return plans.get(planId).plan
}

describe.each(['auto', 'tcp'] as const)('a plan that changes KMS records in BIND (%s)', (transport) => {
  it('creates, changes and removes them, proven at the server, and the secret is nowhere', async () => {
    const secret = secretOf('hmac-sha256')
    const created = await run(
      via(secret, transport),
      { op: 'create', record: typed('kms01.signed.test') },
      { op: 'create', record: typed('kms02.signed.test', '10') },
    )
    expect(created).toMatchObject({ state: 'done', error: null })
    const [kms01, kms02] = [record('kms01.signed.test'), record('kms02.signed.test', { priority: 10 })]
    expect(await published(signedName)).toEqual([kms01, kms02])

    const changed = await run(
      via(secret, transport),
      { op: 'change', record: typed('kms03.signed.test', '10'), previous: kms02 },
      { op: 'remove', domain: 'signed.test', previous: kms01 },
    )
    expect(changed.state).toBe('done')
    expect(changed.findings.map(({ check }) => check)).toContain('dns-too-soon')
    expect(await published(signedName)).toEqual([record('kms03.signed.test', { priority: 10 })])
    expect(JSON.stringify([created, changed, store.read({ before: null, limit: 500 })])).not.toContain(secret)
  })
})

describe('a plan that BIND refuses', () => {
  it('fails with a wrong secret, says which key, and changes nothing', async () => {
    const wrong = Buffer.from('not the secret of this key').toString('base64')
    const plan = await run(via(wrong), { op: 'create', record: typed('kms01.signed.test') })
    expect(plan).toMatchObject({
      state: 'failed',
      error: {
        code: 'wrong-password',
        hresult: 0x80072338,
        message: expect.stringContaining('key-hmac-sha256') as string,
      },
    })
    expect(JSON.stringify(plan)).not.toContain(wrong)
    expect(await published(signedName)).toEqual([])
  })

  it('stops where somebody changed the records after the review', async () => {
    const change: PublishChange = { op: 'create', record: typed('kms01.signed.test') }
    const draft = { wizard: 'publish-kms', via: via(secretOf('hmac-sha256')), changes: [change] } as const
    const { planId, digest } = await plans.propose({ ...draft, changes: [...draft.changes] })
    await updateSrvRecords(await signedUpdate({ kind: 'add', record: record('other.signed.test') }))
    plans.commit({ planId, digest })
    await plans.idle()
    expect(plans.get(planId).plan).toMatchObject({ state: 'failed', error: { code: 'digest-mismatch' } })
    expect(await published(signedName)).toEqual([record('other.signed.test')])
  })

  it('is not made for a server that does not hold the zone', async () => {
    const elsewhere: PublishChange = { op: 'create', record: { ...typed('kms01.signed.test'), domain: 'missing.test' } }
    await expect(run(via(secretOf('hmac-sha256')), elsewhere)).rejects.toMatchObject({
      error: { field: 'server', remedy: expect.any(String) as string },
    })
  })
})
