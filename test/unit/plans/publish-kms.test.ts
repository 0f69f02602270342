import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SrvRecordInput } from '../../../src-main/contract/models/dns.ts'
import type { SrvRecord } from '../../../src-main/contract/models/kms-host-report.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import type { PublishChange, PublishKmsDraft, PublishVia } from '../../../src-main/contract/models/publish-draft.ts'
import { startLabApp, type LabApp } from './lab-world.ts'

const scenario = 'contoso-2009'
const domain = 'corp.contoso.test'
const branch = 'branch.contoso.test'
const labSecret = 'TGFiLW9ubHktZmljdGlvbmFsLVRTSUctc2VjcmV0LTE='

let app: LabApp
beforeEach(() => {
  app = startLabApp((site) => site, scenario)
})
afterEach(() => app.close())

const typed = (overrides: Partial<SrvRecordInput> = {}): SrvRecordInput => ({
  domain,
  target: 'kms01.corp.contoso.test',
  port: '1688',
  priority: '0',
  weight: '0',
  ttl: '3600',
  ...overrides,
})
const record = (target: string, overrides: Partial<SrvRecord> = {}): SrvRecord => ({
  target,
  port: 1688,
  priority: 0,
  weight: 0,
  ttl: 3600,
  ...overrides,
})
const deadRecord = record('oldkms.branch.contoso.test')

const microsoft = (host = 'DC01'): PublishVia => ({ kind: 'microsoft-dns', server: { place: 'lab', scenario, host } })
const bind = (overrides: Partial<Extract<PublishVia, { kind: 'dynamic-update' }>> = {}): PublishVia => ({
  kind: 'dynamic-update',
  place: { place: 'lab', scenario },
  server: 'ns01.corp.contoso.test',
  port: '53',
  zone: null,
  transport: 'auto',
  tsig: {
    keyName: 'kms-key',
    algorithm: 'hmac-sha256',
    secret: app.vault.put('tsig-secret', labSecret).ref,
  },
  ...overrides,
})
const draft = (via: PublishVia, ...changes: PublishChange[]): PublishKmsDraft => ({
  wizard: 'publish-kms',
  via,
  changes,
})

const problems = (plan: PlanView) => plan.findings.filter(({ level }) => level === 'problem')
const runToEnd = async (input: PublishKmsDraft): Promise<PlanView> => {
  const { planId, digest } = await app.plans.propose(input)
  app.plans.commit({ planId, digest })
  await app.plans.idle()
  return app.plans.get(planId).plan
}
const recordsOf = async (name: string): Promise<readonly SrvRecord[]> => {
  const answer = await app.lab.resolveSrv(`_vlmcs._tcp.${name}`)
  return answer.outcome === 'found' ? answer.records : []
}
const refusal = async (input: PublishKmsDraft) => {
  try {
    await app.plans.propose(input)
    return null
  } catch (thrown) {
    return (thrown as { error: { code: string; field?: string; message: string; remedy?: string } }).error
  }
}

describe('Microsoft DNS', () => {
  it('creates, changes and removes a record, each proven at the server and able to be put back', async () => {
    const created = await runToEnd(draft(microsoft(), { op: 'create', record: typed() }))
    expect(created).toMatchObject({ state: 'done', title: `Create the KMS record of ${domain} on DC01` })
    expect(created.steps[0]?.note).toContain('It answers DNS questions accordingly.')
    expect(await recordsOf(domain)).toEqual([record('kms01.corp.contoso.test')])

    const [previous] = await recordsOf(domain)
    if (!previous) throw new Error('no record')
    const changed = await runToEnd(
      draft(microsoft(), { op: 'change', record: typed({ port: '1700', weight: '5' }), previous }),
    )
    expect(changed.state).toBe('done')
    expect(changed.steps[0]?.undo).toContain('back to kms01.corp.contoso.test, port 1688')
    expect(await recordsOf(domain)).toEqual([record('kms01.corp.contoso.test', { port: 1700, weight: 5 })])

    const removed = await runToEnd(
      draft(microsoft(), {
        op: 'remove',
        domain,
        previous: record('kms01.corp.contoso.test', { port: 1700, weight: 5 }),
      }),
    )
    expect(removed.state).toBe('done')
    expect(removed.steps[0]?.undo).toContain(
      'create the record of corp.contoso.test again: kms01.corp.contoso.test, port 1700',
    )
    expect(await recordsOf(domain)).toEqual([])
  })

  it('shows the zone, the guide’s words on replication and both ways of Windows to do the same', async () => {
    const plan = await app.plans.propose(draft(microsoft(), { op: 'create', record: typed() }))
    expect(plan.findings.map(({ check, level }) => [check, level])).toEqual([
      ['dns-replication', 'info'],
      ['dns-zone', 'info'],
    ])
    expect(plan.findings[1]?.message).toContain('takes secure dynamic updates only')
    expect(plan.steps[0]?.equivalent?.split('\n')).toEqual([
      'dnscmd DC01 /recordadd corp.contoso.test _vlmcs._tcp 3600 SRV 0 0 1688 kms01.corp.contoso.test.',
      'or: Add-DnsServerResourceRecord -Srv -ZoneName corp.contoso.test -Name _vlmcs._tcp -DomainName kms01.corp.contoso.test -Priority 0 -Weight 0 -Port 1688 -TimeToLive 01:00:00 -ComputerName DC01',
    ])
  })

  it('makes several changes of one domain in one plan, each step knowing what the one before did', async () => {
    const plan = await runToEnd(
      draft(
        microsoft(),
        { op: 'create', record: typed() },
        { op: 'create', record: typed({ target: 'kms02.corp.contoso.test', priority: '10' }) },
        { op: 'remove', domain, previous: record('kms01.corp.contoso.test') },
      ),
    )
    expect(plan).toMatchObject({ state: 'done', title: `Change 3 KMS records of ${domain} on DC01` })
    expect(await recordsOf(domain)).toEqual([record('kms02.corp.contoso.test', { priority: 10 })])
  })

  it('warns of a second change of the same name within minutes, and not for another domain', async () => {
    await runToEnd(draft(microsoft(), { op: 'create', record: typed() }))
    const checks = async (name: string) => {
      const plan = await app.plans.propose(
        draft(microsoft(), { op: 'create', record: typed({ domain: name, target: 'kms02.corp.contoso.test' }) }),
      )
      return plan.findings.map(({ check }) => check)
    }
    expect(await checks(domain)).toContain('dns-too-soon')
    expect(await checks('factory.contoso.test')).not.toContain('dns-too-soon')
  })

  it('names a record that is there already, and one that is not there to be changed, before anything runs', async () => {
    await runToEnd(draft(microsoft(), { op: 'create', record: typed() }))
    const again = await app.plans.propose(draft(microsoft(), { op: 'create', record: typed() }))
    expect(problems(again)).toMatchObject([
      { field: 'changes.0.record', message: expect.stringContaining('is there already') as string },
    ])
    const gone = await app.plans.propose(
      draft(microsoft(), { op: 'remove', domain, previous: record('kms09.corp.contoso.test') }),
    )
    expect(problems(gone)).toMatchObject([{ message: expect.stringContaining('has no record') as string }])
    expect(() => app.plans.commit({ planId: gone.planId, digest: gone.digest })).toThrow('has no record')
  })

  it('stops where somebody changed the records after the review, and changes nothing', async () => {
    const { planId, digest } = await app.plans.propose(draft(microsoft(), { op: 'create', record: typed() }))
    const session = await app.lab.connect({ host: 'DC01', namespace: 'root\\MicrosoftDNS' })
    await session.call('MicrosoftDNS_SRVType', 'CreateInstanceFromPropertyData', {
      DnsServerName: 'dc01.corp.contoso.test',
      ContainerName: domain,
      OwnerName: `_vlmcs._tcp.${domain}`,
      Priority: 0,
      Weight: 0,
      Port: 1688,
      SRVDomainName: 'other.corp.contoso.test',
    })
    app.plans.commit({ planId, digest })
    await app.plans.idle()
    expect(app.plans.get(planId).plan).toMatchObject({
      state: 'failed',
      error: {
        code: 'digest-mismatch',
        message: expect.stringContaining('have changed since the plan was reviewed') as string,
      },
    })
    expect((await recordsOf(domain)).map(({ target }) => target)).toEqual(['other.corp.contoso.test'])
  })

  it('tells a computer without Microsoft DNS, a zone that is not there and an account without rights', async () => {
    const create: PublishChange = { op: 'create', record: typed() }
    expect(await refusal(draft(microsoft('KMS01'), create))).toMatchObject({ code: 'not-found', field: 'server' })
    const elsewhere: PublishChange = { op: 'create', record: typed({ domain: 'fabrikam.test' }) }
    expect(await refusal(draft(microsoft(), elsewhere))).toMatchObject({
      code: 'not-found',
      field: 'domain',
      remedy: expect.stringContaining(domain) as string,
    })
    const password = app.vault.put('password', 'Rehearsal-Only-2').ref
    const clerk: PublishVia = {
      kind: 'microsoft-dns',
      server: { place: 'lab', scenario, host: 'DC01', credential: { user: 'CONTOSO\\clerk', password } },
    }
    expect(await refusal(draft(clerk, create))).toMatchObject({ code: 'access-denied' })
  })

  it('works with the account to which only DNS was delegated', async () => {
    const password = app.vault.put('password', 'Rehearsal-Only-3').ref
    const credential = { user: 'CONTOSO\\dnsadmin', password }
    const via: PublishVia = { kind: 'microsoft-dns', server: { place: 'lab', scenario, host: 'DC01', credential } }
    expect((await runToEnd(draft(via, { op: 'create', record: typed() }))).state).toBe('done')
  })
})

describe('a dynamic update', () => {
  it('finds the zone, signs, changes the dead record and never shows the secret', async () => {
    const plan = await runToEnd(
      draft(bind(), { op: 'change', record: typed({ domain: branch }), previous: deadRecord }),
    )
    expect(plan.state).toBe('done')
    expect(plan.steps[0]).toMatchObject({ note: expect.stringContaining('signed and proven') as string })
    expect(plan.steps[0]?.equivalent?.split('\n')).toEqual([
      'nsupdate -k kms-key.key',
      'server ns01.corp.contoso.test 53',
      'zone branch.contoso.test.',
      'update delete _vlmcs._tcp.branch.contoso.test. SRV 0 0 1688 oldkms.branch.contoso.test.',
      'update add _vlmcs._tcp.branch.contoso.test. 3600 SRV 0 0 1688 kms01.corp.contoso.test.',
      'send',
    ])
    const { planId } = plan
    const journal = app.store.read({ before: null, limit: 500 })
    expect(JSON.stringify([plan, journal, app.store.plan(planId)])).not.toContain(labSecret)
    expect(await recordsOf(branch)).toEqual([record('kms01.corp.contoso.test')])
  })

  it('keeps neither the secret nor anything to guess it by on disk', async () => {
    const via = bind()
    const { planId, digest } = await app.plans.propose(
      draft(via, { op: 'remove', domain: branch, previous: deadRecord }),
    )
    app.plans.commit({ planId, digest })
    await app.plans.idle()
    expect(app.store.plan(planId)?.frozen).toMatchObject({
      secrets: [{ name: 'tsigSecret', kind: 'tsig-secret', lastFive: null, fingerprint: null }],
    })
  })

  it.each([
    ['a wrong secret', { secret: 'd3Jvbmc=' }, 'wrong-password'],
    ['a key that the server does not know', { keyName: 'other-key' }, 'wrong-password'],
    ['a key that may not change this name', { keyName: 'web-key' }, 'access-denied'],
  ] as const)('fails with %s, and the record stays', async (_, wrong, code) => {
    const web = 'keyName' in wrong && wrong.keyName === 'web-key'
    const secret = web ? 'TGFiLW9ubHktZmljdGlvbmFsLVRTSUctc2VjcmV0LTI=' : 'secret' in wrong ? wrong.secret : labSecret
    const tsig = {
      keyName: 'keyName' in wrong ? wrong.keyName : 'kms-key',
      algorithm: web ? ('hmac-sha512' as const) : ('hmac-sha256' as const),
      secret: app.vault.put('tsig-secret', secret).ref,
    }
    const plan = await runToEnd(draft(bind({ tsig }), { op: 'remove', domain: branch, previous: deadRecord }))
    expect(plan).toMatchObject({ state: 'failed', error: { code, remedy: expect.any(String) as string } })
    expect(JSON.stringify(plan)).not.toContain(secret)
    expect(await recordsOf(branch)).toEqual([deadRecord])
  })

  it('warns where the change is not signed, and explains the refusal', async () => {
    const input = draft(bind({ tsig: null }), { op: 'remove', domain: branch, previous: deadRecord })
    expect((await app.plans.propose(input)).findings.map(({ check }) => check)).toContain('dns-unsigned')
    expect(await runToEnd(input)).toMatchObject({
      state: 'failed',
      error: { code: 'access-denied', message: expect.stringContaining('not signed') as string },
    })
  })

  it.each([
    ['a port', { port: '70000' }, 'port'],
    ['a server', { server: 'ns01 and ns02' }, 'server'],
    ['a server that is not there', { server: 'ns09.corp.contoso.test' }, 'server'],
    ['a zone that does not hold the domain', { zone: 'fabrikam.test' }, 'zone'],
  ] as const)('refuses %s with field, value and remedy', async (_, wrong, field) => {
    const error = await refusal(draft(bind(wrong), { op: 'remove', domain: branch, previous: deadRecord }))
    expect(error).toMatchObject({ field, remedy: expect.any(String) as string })
    expect(error?.message).toContain(Object.values(wrong)[0])
  })

  it('names a zone above the one that the domain lies in', async () => {
    const plan = await app.plans.propose(
      draft(bind({ zone: 'contoso.test' }), { op: 'remove', domain: branch, previous: deadRecord }),
    )
    expect(problems(plan)).toMatchObject([{ field: 'zone', remedy: `Enter "${branch}" as the zone.` }])
  })

  it('refuses a secret that is not Base64, without quoting it', async () => {
    const tsig = {
      keyName: 'kms-key',
      algorithm: 'hmac-sha256' as const,
      secret: app.vault.put('tsig-secret', 'not base 64!').ref,
    }
    const error = await refusal(draft(bind({ tsig }), { op: 'remove', domain: branch, previous: deadRecord }))
    expect(error).toMatchObject({ code: 'invalid-input', field: 'tsigSecret' })
    expect(JSON.stringify(error)).not.toContain('base 64!')
  })
})

describe('typed records', () => {
  it.each([
    ['domain', 'contoso'],
    ['target', 'kms01'],
    ['port', '0'],
    ['port', 'abc'],
    ['priority', '65536'],
    ['weight', '-1'],
    ['ttl', '1.5'],
  ] as const)('refuses the %s "%s" of the second change by its number', async (field, value) => {
    const error = await refusal(
      draft(microsoft(), { op: 'create', record: typed() }, { op: 'create', record: typed({ [field]: value }) }),
    )
    expect(error).toMatchObject({
      code: 'invalid-input',
      field: `changes.1.${field}`,
      message: expect.stringContaining(`"${value}"`) as string,
      remedy: expect.any(String) as string,
    })
  })
})
