import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConfigureClientDraft } from '../../../src-main/contract/models/configure-client-draft.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { methodCounts, startLabApp, type LabApp } from './lab-world.ts'
import { refusal } from './toy-world.ts'

const scenario = 'contoso-2009'
const at = (host: string): TargetRef => ({ place: 'lab', scenario, host })

let app: LabApp
const propose = (patch: Partial<ConfigureClientDraft> = {}, host = 'PC001'): Promise<PlanView> =>
  app.plans.propose({ wizard: 'configure-client', target: at(host), activate: false, ...patch })
const kinds = ({ steps }: PlanView): readonly string[] => steps.map(({ kind }) => kind)
const run = async (plan: PlanView): Promise<PlanView> => {
  app.plans.commit(plan)
  await app.plans.idle()
  return app.plans.get(plan.planId).plan
}
const fixed = (host: string, port = ''): Partial<ConfigureClientDraft> => ({ discovery: { mode: 'fixed', host, port } })

beforeEach(() => {
  app = startLabApp(undefined, scenario)
})
afterEach(() => app.close())

describe('what becomes a step', () => {
  it('is only what differs from what the computer is set to', async () => {
    const plan = await propose({ discovery: { mode: 'automatic' }, hostCaching: true, activate: true })
    expect(kinds(plan)).toEqual(['kms-client.activate'])
    expect(plan.title).toBe('Activate PC001 with a KMS host')
  })

  it('is nothing where nothing differs and nothing is to be activated, which is refused', async () => {
    expect(await refusal(() => propose({ hostCaching: true }))).toBe('invalid-input')
  })

  it('fixes a host, and clears it again in favour of automatic discovery', async () => {
    const plan = await propose(fixed('kms01.corp.contoso.test', '1690'))
    expect(plan.steps[0]?.equivalent).toContain('/skms kms01.corp.contoso.test:1690')
    expect((await run(plan)).state).toBe('done')
    expect(await refusal(() => propose(fixed('KMS01.corp.contoso.test', '1690')))).toBe('invalid-input')
    const back = await propose({ discovery: { mode: 'automatic' } })
    expect(kinds(back)).toEqual(['kms-client.clear-host'])
    expect((await run(back)).state).toBe('done')
    expect(methodCounts(app.lab, 'pc001')).toMatchObject({
      SetKeyManagementServiceMachine: 1,
      ClearKeyManagementServiceMachine: 1,
      ClearKeyManagementServicePort: 1,
    })
  })

  it('takes an empty port for 1688, so that the port alone makes no step', async () => {
    await run(await propose(fixed('kms01', '')))
    expect(await refusal(() => propose(fixed('kms01', '1688')))).toBe('invalid-input')
  })

  it('replaces the DNS suffix list as a whole, without blanks, empty lines and final dots', async () => {
    const plan = await propose({ dnsSuffixes: [' corp.contoso.test. ', '', 'branch.contoso.test'] })
    expect(kinds(plan)).toEqual(['dns-client.set-suffix-search-list'])
    expect((await run(plan)).state).toBe('done')
    expect(await refusal(() => propose({ dnsSuffixes: ['corp.contoso.test', 'branch.contoso.test'] }))).toBe(
      'invalid-input',
    )
  })

  it('puts the settings before the activation', async () => {
    expect(kinds(await propose({ ...fixed('kms01'), hostCaching: false, activate: true }))).toEqual([
      'kms-client.set-host',
      'kms-client.set-host-caching',
      'kms-client.activate',
    ])
  })
})

describe('what cannot be used', () => {
  const fieldOf = async (patch: Partial<ConfigureClientDraft>): Promise<string | undefined> => {
    try {
      await propose(patch)
      return 'nothing was refused'
    } catch (thrown) {
      return (thrown as { error?: { field?: string } }).error?.field
    }
  }

  it.each<[string, Partial<ConfigureClientDraft>, string]>([
    ['a host with a blank', fixed('kms 01'), 'host'],
    ['a host with its port behind it', fixed('kms01:1688'), 'host'],
    ['an IPv6 address in broken brackets', fixed('[2001:db8::1'), 'host'],
    ['a host that ends with a hyphen', fixed('kms01-'), 'host'],
    ['port 0', fixed('kms01', '0'), 'port'],
    ['port 65536', fixed('kms01', '65536'), 'port'],
    ['a port in words', fixed('kms01', 'kms'), 'port'],
    ['an address for a domain', { lookupDomain: { mode: 'domain', domain: '10.0.0.1' } }, 'lookupDomain'],
    ['a record name for a domain', { lookupDomain: { mode: 'domain', domain: '_vlmcs._tcp.x.test' } }, 'lookupDomain'],
    ['a suffix twice', { dnsSuffixes: ['x.test', 'X.test'] }, 'dnsSuffixes'],
    ['a suffix with a blank', { dnsSuffixes: ['x test.y'] }, 'dnsSuffixes'],
  ])('names the field of %s before the computer is asked', async (_, patch, field) => {
    expect(await fieldOf(patch)).toBe(field)
    expect(app.lab.calls().filter(({ host }) => host === 'pc001')).toEqual([])
  })

  it.each(['2001:db8::1', '[2001:db8::1]'])('takes the IPv6 address %s in brackets', async (host) => {
    const plan = await propose(fixed(host, '1688'))
    expect(plan.steps[0]?.equivalent).toContain('/skms [2001:db8::1]:1688')
  })

  it('is a lookup domain on Windows 7, which is said before anything runs', async () => {
    const plan = await propose({ lookupDomain: { mode: 'domain', domain: 'branch.contoso.test' } })
    expect(plan.findings).toContainEqual(
      expect.objectContaining({ level: 'problem', message: expect.stringContaining('needs Windows 8') as string }),
    )
    expect(await refusal(() => app.plans.commit(plan))).toBe('invalid-input')
  })

  it('is a computer with a MAK, which is to be converted first', async () => {
    const plan = await propose({ activate: true }, 'MAK01')
    expect(plan.findings).toContainEqual(
      expect.objectContaining({
        check: 'kms-client',
        level: 'problem',
        remedy: expect.stringContaining('Convert') as string,
      }),
    )
  })

  it('is a computer that is asleep, named with what to do', async () => {
    expect(await refusal(() => propose({ activate: true }, 'ASLEEP01'))).toMatch(/unreachable|rpc-unavailable|timeout/)
  })
})

describe('the activation', () => {
  it('that finds no KMS host ends failed, with the code behind it and the settings made before', async () => {
    const plan = await run(await propose({ ...fixed('kms01.corp.contoso.test'), activate: true }))
    expect(plan.state).toBe('failed')
    expect(plan.steps.map(({ state }) => state)).toEqual(['done', 'failed'])
    expect(plan.error?.message).toContain('0xC004F074')
    expect(plan.error?.message).toContain('kms01.corp.contoso.test')
  })

  it('that finds no SRV record says so', async () => {
    const plan = await run(await propose({ activate: true }))
    expect(plan.error).toMatchObject({ hresult: 0x8007232b })
  })
})
