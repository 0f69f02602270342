import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { EnginePool } from '../../../src-main/engine/engine-pool.ts'
import type { EngineSite } from '../../../src-main/engine/protocol.ts'
import type { Site } from '../../../src-main/wmi/wmi-session.ts'
import { forkEngine } from '../../support/fork-engine.ts'

const script = fileURLToPath(new URL('../../support/engine-in-child.ts', import.meta.url))
const credential = { user: 'NORTHWIND\\admin', password: 'Rehearsal-Only-1' }
const stateOfService = "SELECT State FROM Win32_Service WHERE Name = 'sppsvc'"
const service = 'Win32_Service.Name="sppsvc"'

/** Real processes on a busy computer: states are waited for, and only a hang ends the wait. */
const patience = { timeout: 30_000 }
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('the app’s own engine entry, in real processes, in the Lab', () => {
  let folder = ''
  let pool: EnginePool
  let lab: EngineSite

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'engine-lab-'))
    lab = { place: 'lab', scenario: 'first-host', folder }
    pool = new EnginePool({ fork: () => forkEngine(script), spares: 0 })
  })
  afterEach(async () => {
    await pool.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const connect = (site: Site, host = 'KMS01') => site.connect({ host, credential }, 'root\\cimv2')

  it('reads a computer of the Lab', async () => {
    const session = await connect(pool.site(lab))
    const [system] = await session.query('SELECT Caption, LastBootUpTime FROM Win32_OperatingSystem')
    expect(system).toMatchObject({ Caption: expect.stringContaining('2008 R2'), LastBootUpTime: expect.any(Date) })
    await session.close()
  })

  it('shows in the shared engine what an exclusive one has written', async () => {
    const reader = await connect(pool.site(lab))
    const engine = await pool.exclusive(lab)
    const writer = await connect(engine.site)
    await writer.call(service, 'StopService')
    await expect.poll(async () => (await writer.query(stateOfService))[0]?.['State'], patience).toBe('Stopped')
    expect(await reader.query(stateOfService)).toMatchObject([{ State: 'Stopped' }])
    await writer.close()
    engine.release()
  })

  it('keeps what was written when the writing engine is killed', async () => {
    const engine = await pool.exclusive(lab)
    const writer = await connect(engine.site)
    await writer.call(service, 'StopService')
    await expect.poll(async () => (await writer.query(stateOfService))[0]?.['State'], patience).toBe('Stopped')
    engine.kill()
    await expect(writer.query(stateOfService)).rejects.toMatchObject({ error: { code: 'engine-lost' } })
    engine.release()
    expect(await (await connect(pool.site(lab))).query(stateOfService)).toMatchObject([{ State: 'Stopped' }])
  })

  it.each([
    ['a sleeping computer', 'PC04', credential, 'rpc-unavailable'],
    ['a computer that denies access', 'PC03', credential, 'access-denied'],
    ['an unknown computer', 'NOBODY', credential, 'name-not-found'],
    ['a wrong password', 'KMS01', { ...credential, password: 'wrong' }, 'wrong-password'],
  ])('names what is wrong with %s', async (_, host, given, code) => {
    const connecting = pool.site(lab).connect({ host, credential: given }, 'root\\cimv2')
    await expect(connecting).rejects.toMatchObject({ name: 'WmiError', code })
  })

  it('answers DNS questions and probes of the Lab', async () => {
    const site = pool.site(lab)
    expect(await site.resolveSrv('_vlmcs._tcp.corp.northwind.test')).toMatchObject({ outcome: 'none' })
    expect(await site.probe('KMS01', 135)).toMatchObject({ outcome: 'open' })
  })

  it('carries DNS changes, authoritative answers and deletions over the border', async () => {
    const site = pool.site({ place: 'lab', scenario: 'contoso-2009', folder: join(folder, 'contoso') })
    const record = { target: 'kms01.corp.contoso.test', port: 1688, priority: 0, weight: 0, ttl: 60 }
    const update = {
      zone: 'depot.contoso.test',
      owner: '_vlmcs._tcp.depot.contoso.test',
      seen: [],
      change: { kind: 'add', record },
      server: 'ns02.corp.contoso.test',
      key: { name: 'kms-key', algorithm: 'hmac-sha256', secret: 'd3JvbmctY2FuYXJ5' },
    } as const
    const refused = await site.updateSrv(update)
    expect(refused).toMatchObject({ ok: false, error: { code: 'wrong-password', hresult: 0x80072338 } })
    expect(JSON.stringify(refused)).not.toContain(update.key.secret)
    expect(await site.lookupAuthoritative('branch.contoso.test', ['10.30.0.20'])).toMatchObject({ outcome: 'asked' })
    expect(await site.probeKms('KMS01', 135)).toMatchObject({ outcome: 'not-kms' })
    const admin = { user: 'CONTOSO\\admin', password: 'Rehearsal-Only-1' }
    const dns = await site.connect({ host: 'DC01', credential: admin }, 'root\\MicrosoftDNS')
    const { RR } = await dns.call('MicrosoftDNS_SRVType', 'CreateInstanceFromPropertyData', {
      DnsServerName: 'DC01',
      ContainerName: 'corp.contoso.test',
      OwnerName: '_vlmcs._tcp.corp.contoso.test',
      Priority: 0,
      Weight: 0,
      Port: 1688,
      SRVDomainName: record.target,
    })
    await dns.deleteInstance(String(RR))
    await expect(dns.deleteInstance(String(RR))).rejects.toMatchObject({ name: 'WmiError', hresult: 0x80041002 })
    expect(await dns.query('SELECT * FROM MicrosoftDNS_SRVType')).toEqual([])
  })

  it('refuses a scenario that does not exist', async () => {
    const site = pool.site({ place: 'lab', scenario: 'no-such', folder })
    await expect(connect(site)).rejects.toMatchObject({ name: 'AppFailure' })
  })

  it('says of the network that WMI can be reached from Windows only', async () => {
    if (process.platform === 'win32') return
    await expect(pool.site({ place: 'network' }).connect({ host: null }, 'root\\cimv2')).rejects.toMatchObject({
      name: 'WmiError',
      message: expect.stringContaining('Windows only'),
    })
  })
})
