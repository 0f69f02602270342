import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLabService } from '../../../src-main/composition/lab-service.ts'
import type { OpenLabService } from '../../../src-main/composition/lab-service.ts'
import { placeOf } from '../../../src-main/composition/site-provider.ts'
import { createTargetService } from '../../../src-main/composition/target-service.ts'
import { SrvLookup } from '../../../src-main/contract/models/kms-host-report.ts'
import { LabOverview } from '../../../src-main/contract/models/lab.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { createLabSite } from '../../../src-main/lab/lab-site.ts'
import type { LabSite } from '../../../src-main/lab/lab-site.ts'
import { createSecretVault } from '../../../src-main/store/secret-vault.ts'

let labs = ''
let lab: OpenLabService
let site: LabSite
let busy = false
const vault = createSecretVault(Buffer.alloc(32))
/** A clock that moves on by as much as somebody waits, at once. */
let time = Date.UTC(2026, 10, 22)
const clock = {
  now: () => new Date(time),
  wait: (milliseconds: number) => {
    time += milliseconds
    return Promise.resolve()
  },
}
const signal = new AbortController().signal

beforeAll(async () => {
  labs = await mkdtemp(join(tmpdir(), 'kit-labs-'))
  lab = createLabService({ labs, isBusy: () => busy })
  const place = placeOf({ place: 'lab', scenario: 'first-host', host: 'KMS01' }, labs)
  if (place.place !== 'lab') throw new Error('not a Lab')
  site = createLabSite({ ...place, latencyMs: 0 })
})
afterAll(async () => {
  site.close()
  await lab.close()
  await rm(labs, { recursive: true })
})

const targets = () => createTargetService({ sites: { shared: () => site }, vault, clock, elevated: null })
const labTarget = (host: string, user?: string, password = ''): TargetRef => ({
  place: 'lab',
  scenario: 'first-host',
  host,
  ...(user === undefined ? {} : { credential: { user, password: vault.put('password', password).ref } }),
})
const test = async (target: TargetRef) => {
  const { findings, snapshot, reachable } = await targets().test(target, signal)
  return {
    links: Object.fromEntries(findings.map(({ check, level }) => [check, level])),
    snapshot,
    reachable,
    findings,
  }
}

describe('the connection test in the Lab', () => {
  it('confirms every link of the server that can become a KMS host, as the current user and with credentials', async () => {
    for (const target of [labTarget('KMS01'), labTarget('KMS01', 'NORTHWIND\\admin', 'Rehearsal-Only-1')]) {
      const { links, snapshot } = await test(target)
      expect(links).toEqual({ name: 'ok', 'port-135': 'ok', wmi: 'ok', 'os-version': 'ok', licensing: 'ok' })
      expect(snapshot).toMatchObject({ computerName: 'KMS01', dnsDomain: 'corp.northwind.test', isServer: true })
    }
  })

  it.each([
    ['a name that is not there', labTarget('KMS99'), 'name', undefined],
    ['a computer that is asleep', labTarget('PC04'), 'port-135', undefined],
    ['a computer that denies access', labTarget('PC03'), 'wmi', 0x80070005],
    ['an account without rights', labTarget('KMS01', 'NORTHWIND\\clerk', 'Rehearsal-Only-2'), 'wmi', 0x80070005],
  ] as const)('names the link that fails for %s', async (_, target, failing, hresult) => {
    const { findings, links, snapshot, reachable } = await test(target)
    const finding = findings.find(({ level }) => level === 'problem')
    expect(finding).toMatchObject({ check: failing, remedy: expect.any(String) as string })
    expect(finding?.hresult).toBe(hresult)
    expect([links['licensing'], snapshot, reachable]).toEqual(['skipped', null, false])
  })

  it('names a wrong password without repeating it', async () => {
    const { findings } = await test(labTarget('KMS01', 'NORTHWIND\\admin', 'Canary-Password-1'))
    expect(findings.find(({ check }) => check === 'wmi')).toMatchObject({ level: 'problem' })
    expect(JSON.stringify(findings)).not.toContain('Canary')
  })

  it('asks again for a password that is no longer in memory', async () => {
    const target = labTarget('KMS01', 'NORTHWIND\\admin', 'x')
    if (target.place === 'lab' && target.credential) vault.forget(target.credential.password)
    const { findings } = await test(target)
    expect(findings.find(({ check }) => check === 'wmi')?.message).toContain('no longer in memory')
  })
})

describe('other looks at the Lab', () => {
  it('asks the target’s own DNS servers for KMS hosts', async () => {
    const lookups = await targets().findKmsHosts(labTarget('KMS01'), signal)
    expect(lookups.map((lookup) => SrvLookup.parse(lookup))).toMatchObject([
      { outcome: 'none', name: '_vlmcs._tcp.corp.northwind.test', server: '10.20.0.10' },
    ])
  })

  it('reports a computer that is no KMS host as none', async () => {
    expect(await targets().verifyKmsHost(labTarget('KMS01'), signal)).toMatchObject({ channel: null, licensed: false })
  })

  it('shows the scenario’s overview, and refuses a reset while a plan runs', async () => {
    const overview = LabOverview.parse(await lab.overview())
    expect(overview.computers.map(({ host }) => host)).toContain('KMS01')
    busy = true
    await expect(lab.reset()).rejects.toMatchObject({ error: { code: 'busy' } })
    busy = false
    expect(LabOverview.parse(await lab.reset()).scenario).toBe('first-host')
  })
})
