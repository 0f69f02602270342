import { describe, expect, it } from 'vitest'
import type { Lab, LabSession } from '../../../src-main/lab/open-lab.ts'
import type { SrvUpdate } from '../../../src-main/wmi/wmi-session.ts'
import { codeOf, contosoDomain, makeContosoHost, quickContoso, tsigKey } from './contoso-fixture.ts'
import { connectTo, eventData, pathOf } from './lab-fixture.ts'

const record = { target: 'kms01.corp.contoso.test', port: 1688, priority: 0, weight: 0, ttl: 3600 }
const dead = { target: 'oldkms.branch.contoso.test', port: 1688, priority: 0, weight: 0, ttl: 3600 }
const dnsOf = (lab: Lab): Promise<LabSession> => connectTo(lab, 'dc01', 'root\\MicrosoftDNS')

const create = (dns: LabSession, zone: string, change: Readonly<Record<string, string | number>> = {}) =>
  dns.call('MicrosoftDNS_SRVType', 'CreateInstanceFromPropertyData', {
    DnsServerName: 'DC01.corp.contoso.test',
    ContainerName: zone,
    OwnerName: `_vlmcs._tcp.${zone}`,
    RecordClass: 1,
    TTL: 1200,
    Priority: 1,
    Weight: 2,
    Port: 1688,
    SRVDomainName: 'kms01.corp.contoso.test.',
    ...change,
  })

describe('records of Microsoft DNS', () => {
  it('are made, changed and deleted through WMI, also where a zone takes no updates', async () => {
    const lab = quickContoso()
    const dns = await dnsOf(lab)
    const zone = 'factory.contoso.test'
    const { RR: made } = await create(dns, zone)
    const name = `_vlmcs._tcp.${zone}`
    const expected = { target: 'kms01.corp.contoso.test', port: 1688, priority: 1, weight: 2, ttl: 1200 }
    expect(await lab.resolveSrv(name)).toMatchObject({ records: [expected] })
    const { RR: changed } = await dns.call(String(made), 'Modify', { Port: 1699, TTL: 600 })
    expect(await lab.resolveSrv(name)).toMatchObject({ records: [{ ...expected, port: 1699, ttl: 600 }] })
    expect(await codeOf(dns.call(String(made), 'Modify', { Port: 1 }))).toBe(0x80041002)
    const [row] = await dns.query(`SELECT * FROM MicrosoftDNS_SRVType WHERE ContainerName = '${zone}'`)
    expect(pathOf(row!)).toBe(changed)
    await dns.deleteInstance(pathOf(row!))
    expect(await lab.resolveSrv(name)).toMatchObject({ outcome: 'none' })
    expect(await codeOf(dns.deleteInstance(pathOf(row!)))).toBe(0x80041002)
  })

  it('are refused where they exist, lie outside the zone, or the zone is not there', async () => {
    const dns = await dnsOf(quickContoso())
    await create(dns, contosoDomain)
    expect(await codeOf(create(dns, contosoDomain))).toBe(0x80041019)
    expect(await codeOf(create(dns, contosoDomain, { OwnerName: '_vlmcs._tcp.contoso.test' }))).toBe(0x80041008)
    expect(await codeOf(create(dns, 'branch.contoso.test'))).toBe(0x80041002)
    expect(await codeOf(create(dns, contosoDomain, { Port: 70_000 }))).toBe(0x80041005)
    expect(await codeOf(create(dns, contosoDomain, { Prio: 1 }))).toBe(0x8004102f)
  })

  it('made by hand keep a KMS host from publishing itself in a secure zone', async () => {
    const lab = quickContoso()
    await create(await dnsOf(lab), contosoDomain)
    const kms = await makeContosoHost(lab)
    expect(await eventData(kms, 'Application', 12_293)).toEqual([['0x80072338', contosoDomain]])
  })

  it('are the only instances that can be deleted', async () => {
    const lab = quickContoso()
    const pc = await connectTo(lab, 'pc001')
    expect(await codeOf(pc.deleteInstance('Win32_Service.Name="sppsvc"'))).toBe(0x80041024)
    expect(await codeOf(pc.deleteInstance('Win32_Service.Name="nothing"'))).toBe(0x80041002)
    expect(await codeOf(pc.deleteInstance('Win32_Service'))).toBe(0x8004103a)
    expect(await codeOf(pc.deleteInstance('No_Class.Name="x"'))).toBe(0x80041010)
  })

  it('are deleted or not under a fault as any call is', async () => {
    const lab = quickContoso()
    const dns = await dnsOf(lab)
    await create(dns, contosoDomain)
    const [row] = await dns.query('SELECT * FROM MicrosoftDNS_SRVType')
    const effect = { kind: 'fail', hresult: 0x80041001, applied: false } as const
    await lab.setFault({ host: 'dc01', method: 'DeleteInstance', effect, times: 1 })
    expect(await codeOf(dns.deleteInstance(pathOf(row!)))).toBe(0x80041001)
    expect(await lab.resolveSrv(`_vlmcs._tcp.${contosoDomain}`)).toMatchObject({ outcome: 'found' })
    await dns.deleteInstance(pathOf(row!))
    expect(await lab.resolveSrv(`_vlmcs._tcp.${contosoDomain}`)).toMatchObject({ outcome: 'none' })
  })
})

describe('dynamic updates (RFC 2136)', () => {
  const branch = 'branch.contoso.test'
  const update = (change: Partial<SrvUpdate> = {}): SrvUpdate => ({
    zone: branch,
    owner: `_vlmcs._tcp.${branch}`,
    seen: [dead],
    change: { kind: 'change', from: dead, to: record },
    server: 'ns01.corp.contoso.test',
    key: tsigKey,
    ...change,
  })

  it('change a zone of BIND where they are signed with its key', async () => {
    const lab = quickContoso()
    expect(await lab.site.updateSrv(update())).toEqual({
      ok: true,
      value: { server: 'ns01.corp.contoso.test', over: 'udp', signed: true },
    })
    expect(await lab.site.lookupAuthoritative(branch)).toMatchObject({ outcome: 'asked', records: [{ record }] })
    const second = { ...record, target: 'kms02.corp.contoso.test', ttl: 60 }
    await lab.site.updateSrv(update({ seen: [record], change: { kind: 'add', record: second } }))
    const both = [{ ...record, ttl: 60 }, second]
    expect(await lab.resolveSrv(`_vlmcs._tcp.${branch}`)).toMatchObject({ records: both })
    await lab.site.updateSrv(update({ seen: both, change: { kind: 'remove', record: second } }))
    expect(await lab.resolveSrv(`_vlmcs._tcp.${branch}`)).toMatchObject({ records: [{ target: record.target }] })
  })

  it.each<[string, Partial<SrvUpdate>, string, number | undefined]>([
    ['unsigned', { key: null }, 'access-denied', 0x8007232d],
    ['with a wrong secret', { key: { ...tsigKey, secret: 'd3Jvbmc=' } }, 'wrong-password', 0x80072338],
    ['with another algorithm', { key: { ...tsigKey, algorithm: 'hmac-sha512' } }, 'wrong-password', 0x80072339],
    ['with an unknown key', { key: { ...tsigKey, name: 'other-key' } }, 'wrong-password', 0x80072339],
    ['of records that changed meanwhile', { seen: [dead, record] }, 'already-used', undefined],
    ['of records that were thought missing', { seen: [], change: { kind: 'add', record } }, 'already-used', 0x8007232f],
    [
      'of records that are other ones',
      { seen: [{ ...dead, port: 1 }], change: { kind: 'add', record } },
      'digest-mismatch',
      0x80072330,
    ],
    ['sent to a server of another zone', { server: '10.30.0.21', key: null }, 'not-found', 0x80072331],
    ['sent to a Microsoft DNS server', { server: 'dc01' }, 'access-denied', 0x8007232d],
    ['sent to nobody', { server: 'ns09' }, 'name-not-found', undefined],
    ['sent to a computer without DNS', { server: 'pc001' }, 'port-closed', undefined],
    ['sent to a computer that sleeps', { server: 'asleep01' }, 'timeout', undefined],
  ])('%s change nothing and say why', async (_what, change, code, hresult) => {
    const lab = quickContoso()
    const result = await lab.site.updateSrv(update(change))
    expect(result).toMatchObject({ ok: false, error: { code } })
    expect(result.ok ? null : result.error.hresult).toBe(hresult)
    expect(await lab.resolveSrv(`_vlmcs._tcp.${branch}`)).toMatchObject({ records: [dead] })
    expect(JSON.stringify([result, lab.calls()])).not.toContain(tsigKey.secret)
  })

  it('are refused by a name server whose clock is off, and by one for a key that may not do it', async () => {
    const { site } = quickContoso()
    const owner = '_vlmcs._tcp.depot.contoso.test'
    const late = { zone: 'depot.contoso.test', owner, seen: [], change: { kind: 'add', record } as const }
    expect(await site.updateSrv(update({ ...late, server: 'ns02' }))).toMatchObject({
      error: { hresult: 0x8007233a, message: expect.stringContaining('Its clock says') as string },
    })
    const webKey = {
      name: 'web-key',
      algorithm: 'hmac-sha512',
      secret: 'TGFiLW9ubHktZmljdGlvbmFsLVRTSUctc2VjcmV0LTI=',
    } as const
    expect(await site.updateSrv(update({ key: webKey }))).toMatchObject({ error: { hresult: 0x8007232d } })
  })
})

describe('authoritative look-ups', () => {
  it('name the zone, its server and what it says', async () => {
    const { site } = quickContoso()
    expect(await site.lookupAuthoritative(contosoDomain)).toMatchObject({
      outcome: 'asked',
      zone: contosoDomain,
      primary: 'dc01.corp.contoso.test',
      servers: [{ answer: { outcome: 'none' }, addresses: ['10.30.0.10'] }],
      agreement: 'unknown',
    })
    expect(await site.lookupAuthoritative('sub.branch.contoso.test')).toMatchObject({ zone: 'branch.contoso.test' })
    expect(await site.lookupAuthoritative('elsewhere.test')).toMatchObject({ outcome: 'no-zone' })
    expect(await site.lookupAuthoritative('bare')).toMatchObject({
      outcome: 'could-not-ask',
      error: { code: 'invalid-input', field: 'domain' },
    })
  })

  it('tell "could not ask" from "none"', async () => {
    const lab = quickContoso()
    await lab.setPower('ns01', 'asleep')
    expect(await lab.site.lookupAuthoritative('branch.contoso.test')).toMatchObject({
      outcome: 'asked',
      servers: [{ answer: { outcome: 'could-not-ask', error: { code: 'timeout' } } }],
      records: [],
    })
    await lab.setFault({ host: 'dc01', operation: 'srv', effect: { kind: 'refuse' } })
    expect(await lab.site.lookupAuthoritative(contosoDomain)).toMatchObject({
      outcome: 'could-not-ask',
      error: { code: 'port-closed' },
    })
    expect(await lab.site.lookupAuthoritative('depot.contoso.test', ['ns02'])).toMatchObject({ outcome: 'asked' })
  })
})

describe('probes of a KMS port', () => {
  it('tell KMS from other services, and leave the count alone', async () => {
    const lab = quickContoso()
    await makeContosoHost(lab)
    const outcomes = await Promise.all(
      (
        [
          ['KMS01', 1688],
          ['KMS01', 135],
          ['NS01', 53],
          ['NS01', 1688],
          ['oldkms.branch.contoso.test', 1688],
          ['nobody', 1688],
        ] as const
      ).map(async ([host, port]) => (await lab.site.probeKms(host, port)).outcome),
    )
    expect(outcomes).toEqual(['kms', 'not-kms', 'other-service', 'refused', 'no-answer', 'name-not-found'])
    expect(lab.overview().computers.find(({ host }) => host === 'KMS01')).toMatchObject({ licence: { count: 0 } })
  })
})
