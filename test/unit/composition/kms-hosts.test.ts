import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDnsService } from '../../../src-main/composition/dns-service.ts'
import { createKmsHostService } from '../../../src-main/composition/kms-host-service.ts'
import { createKnownHosts } from '../../../src-main/composition/known-kms-hosts.ts'
import { DnsSurvey } from '../../../src-main/contract/models/dns-survey.ts'
import { KmsHostOverview } from '../../../src-main/contract/models/kms-host-overview.ts'
import type { HostRef } from '../../../src-main/contract/models/known-kms-host.ts'
import { startLabApp, type LabApp } from '../plans/lab-world.ts'
import { makeContosoHost } from '../lab/contoso-fixture.ts'

const scenario = 'contoso-2009'
const domain = 'corp.contoso.test'
const hostKey = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CTB'
const place = { place: 'lab', scenario } as const
const kms01: HostRef = { ...place, host: 'KMS01' }

let app: LabApp
beforeEach(() => {
  app = startLabApp((site) => site, scenario)
})
afterEach(() => app.close())

const services = () => {
  const clock = { now: () => new Date('2026-11-22T10:00:00Z'), wait: async () => {} }
  const knownHosts = createKnownHosts(app.store, 'DESK', clock.now)
  const parts = { sites: { shared: () => app.lab.site }, vault: app.vault, clock, elevated: null, knownHosts }
  return { dns: createDnsService(parts), hosts: createKmsHostService(parts), knownHosts }
}
const signal = new AbortController().signal
const ask = { place, domains: [], servers: [], target: null }

const overview = async (host = 'KMS01', days = 30) =>
  KmsHostOverview.parse(await services().hosts.overview({ target: { ...place, host }, days }, signal))

const setUp = async (): Promise<void> => {
  const { planId, digest } = await app.plans.propose({
    wizard: 'set-up-kms-host',
    target: { ...place, host: 'KMS01' },
    hostKey: app.vault.put('product-key', hostKey).ref,
    overruled: ['kms-host-key'],
    openFirewall: true,
  })
  app.plans.consent({ planId, digest, consent: 'kms-key-warning' })
  app.plans.commit({ planId, digest })
  await app.plans.idle()
  expect(app.plans.get(planId).plan.state).toBe('done')
}

describe('the known KMS hosts', () => {
  it('are those set up by plans, with their full names, and those added by hand', async () => {
    await setUp()
    const { hosts } = services()
    hosts.add({ place: 'network', host: 'kms77' })
    expect((await hosts.list({ dns: null }, signal)).hosts).toMatchObject([
      { host: kms01, name: `kms01.${domain}`, source: 'plan' },
      { host: { place: 'network', host: 'kms77' }, name: 'kms77', source: 'by-hand' },
    ])
  })

  it('stay away once they were taken from the list, and come back when they are added', async () => {
    await setUp()
    services().hosts.remove(kms01)
    expect((await services().hosts.list({ dns: null }, signal)).hosts).toEqual([])
    expect(services().hosts.add({ ...place, host: 'kms01' })).toMatchObject({ source: 'plan' })
    expect((await services().hosts.list({ dns: null }, signal)).hosts).toHaveLength(1)
  })

  it('show what DNS holds besides, as found in DNS alone', async () => {
    const { hosts } = services()
    const branch = { place, domains: ['branch.contoso.test', 'nowhere.test'], servers: [] }
    const list = await hosts.list({ dns: branch }, signal)
    expect(list.hosts).toMatchObject([{ host: { ...place, host: 'oldkms.branch.contoso.test' }, source: 'dns' }])
    expect(list.dnsErrors).toMatchObject([{ code: 'not-found' }])
    expect((await hosts.list({ dns: null }, signal)).hosts).toEqual([])
  })

  it('learn the full name of a host when it is looked at', async () => {
    services().hosts.add(kms01)
    await overview()
    expect((await services().hosts.list({ dns: null }, signal)).hosts).toMatchObject([{ name: `kms01.${domain}` }])
  })
})

describe('the overview of a KMS host', () => {
  it('shows the count on its way to the threshold, who asked, and the record that it published', async () => {
    await makeContosoHost(app.lab)
    await app.lab.advance(600)
    const seen = await overview()
    expect(seen).toMatchObject({ isKmsHost: true, licensed: true, endpoint: { outcome: 'kms' }, requestsError: null })
    expect(seen.thresholds.map(({ of, needed, reached }) => [of, needed, reached])).toEqual([
      ['clients', 25, true],
      ['servers', 5, true],
    ])
    const { requests, counters } = seen
    expect(requests?.clientTotal).toBeGreaterThanOrEqual(25)
    expect(requests?.buckets.reduce((sum, { accepted, refused }) => sum + accepted + refused, 0)).toBe(requests?.total)
    expect(requests?.clients.map(({ names }) => names[0])).toContain('PC001.corp.contoso.test')
    expect(requests?.refusals.map(({ code }) => code)).toContain(0xc004f06c)
    expect((counters?.total ?? 0) + (counters?.failed ?? 0)).toBe(requests?.total)
    expect(seen.publishEvents.map(({ id }) => id)).toContain(12_294)
    expect(seen.findings[0]).toMatchObject({ check: 'kms-host', level: 'ok' })
  })

  it('lists every setting, each to be edited', async () => {
    await makeContosoHost(app.lab)
    const { settings } = await overview()
    expect(settings.map(({ setting, value, text, editable }) => [setting, value, text, editable])).toEqual([
      ['port', 1688, '1688', true],
      ['dnsPublishing', true, 'On', true],
      ['publishList', [], `Only the own domain of the host (${domain})`, true],
      ['lowPriority', false, 'Normal', true],
      ['activationInterval', 120, '120 minutes (2 hours)', true],
      ['renewalInterval', 10_080, '10,080 minutes (7 days)', true],
    ])
  })

  it('says why nothing can be edited on a computer that is no KMS host', async () => {
    const seen = await overview('KMS02')
    expect(seen).toMatchObject({ isKmsHost: false, thresholds: [], counters: null })
    expect(seen.settings.every(({ editable, why }) => !editable && why?.includes('no KMS host'))).toBe(true)
    expect(seen.findings[0]).toMatchObject({ check: 'kms-host', level: 'problem' })
  })

  it('names the second host that may not publish itself', async () => {
    await makeContosoHost(app.lab)
    await makeContosoHost(app.lab, 'kms02')
    const { findings } = await overview('KMS02')
    expect(findings.find(({ check }) => check === 'kms-publishing')).toMatchObject({
      level: 'warning',
      message: expect.stringContaining('0x80072338') as string,
    })
  })

  it('fails as the way to the computer fails', async () => {
    await expect(overview('ASLEEP01')).rejects.toMatchObject({ code: 'rpc-unavailable' })
  })

  it('keeps the rest where the events cannot be read', async () => {
    await makeContosoHost(app.lab)
    await app.lab.setFault({
      host: 'kms01',
      operation: 'query',
      className: 'Win32_NTLogEvent',
      effect: { kind: 'access-denied' },
    })
    const seen = await overview()
    expect(seen).toMatchObject({ requests: null, requestsError: { code: 'access-denied' }, licensed: true })
    expect(seen.publishEventsError).toMatchObject({ code: 'access-denied' })
  })
})

describe('a survey of the Lab’s DNS', () => {
  it('asks the domain of this computer where none is given, and finds the host good', async () => {
    await makeContosoHost(app.lab)
    services().hosts.add(kms01)
    const survey = DnsSurvey.parse(await services().dns.survey(ask, signal))
    expect(survey.domains).toMatchObject([
      { domain, records: [{ state: 'good', record: { port: 1688 }, probe: { outcome: 'kms' } }], findings: [] },
    ])
  })

  it('finds the record of a computer that is gone dead, and a host without a record missing', async () => {
    services().hosts.add(kms01)
    await overview()
    const domains = ['branch.contoso.test', domain]
    const survey = DnsSurvey.parse(await services().dns.survey({ ...ask, domains }, signal))
    expect(survey.domains[0]?.records[0]).toMatchObject({ state: 'dead' })
    expect(survey.domains[1]?.findings.map(({ check }) => check)).toEqual(['kms-records', 'kms-host-unpublished'])
  })

  it('asks for a domain where a computer is in none', async () => {
    const password = app.vault.put('password', 'Rehearsal-Only-4').ref
    const credential = { user: 'HOME01\\Administrator', password }
    const target = { ...place, host: 'HOME01', credential }
    await expect(services().dns.survey({ ...ask, target }, signal)).rejects.toMatchObject({
      error: { code: 'invalid-input', field: 'domains' },
    })
  })

  it('ends as cancelled when nobody waits any more', async () => {
    const gone = AbortSignal.abort()
    await expect(services().dns.survey({ ...ask, domains: [domain] }, gone)).rejects.toMatchObject({
      error: { code: 'cancelled' },
    })
  })
})
